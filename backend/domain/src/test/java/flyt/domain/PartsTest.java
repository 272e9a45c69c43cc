package flyt.domain;

import static flyt.domain.Facts.*;
import static flyt.domain.Story.*;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.Command.RequestBed;
import flyt.domain.Command.SettleConflict;
import flyt.domain.alert.AlertEvent.EarlyWarningReported;
import flyt.domain.alert.Scores;
import flyt.domain.bed.BedEvent.BedReserved;
import flyt.domain.bed.Beds;
import flyt.domain.conflict.Conflict;
import flyt.domain.conflict.Conflict.Settlement;
import flyt.domain.conflict.Dismissals;
import flyt.domain.duty.Duties;
import flyt.domain.event.Event;
import flyt.domain.event.Recorded;
import flyt.domain.event.Source;
import flyt.domain.feed.FeedEvent.FeedFellSilent;
import flyt.domain.feed.Feeds;
import flyt.domain.lab.LabEvent.LabStatusReported;
import flyt.domain.lab.LabStatus;
import flyt.domain.lab.Labs;
import flyt.domain.lab.OrderId;
import flyt.domain.place.PlaceEvent.ClockSet;
import flyt.domain.place.Places;
import flyt.domain.place.WardId;
import flyt.domain.placement.BedNeed;
import flyt.domain.placement.Requests;
import flyt.domain.placement.Sex;
import flyt.domain.staff.StaffEvent.Assigned;
import flyt.domain.staff.StaffEvent.CareWeightReported;
import flyt.domain.staff.StaffEvent.WardRole;
import flyt.domain.staff.StaffEvent.WardRoleReported;
import flyt.domain.staff.Staffing;
import flyt.domain.stay.FactKind;
import flyt.domain.stay.PatientKey;
import flyt.domain.stay.StayEvent.PatientsMerged;
import flyt.domain.stay.Stays;
import flyt.domain.task.Tasks;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A hospital is what its parts say, no more and no less: a snapshot needs nothing else. */
class PartsTest {

    @Test
    void aHospitalMadeAgainOfItsPartsIsTheSame() {
        Hospital hospital = rich();
        assertThat(again(hospital)).isEqualTo(hospital);
        assertThat(again(hospital)).hasSameHashCodeAs(hospital);
    }

    @Test
    void theSamePartsGoOnInTheSameWay() {
        Hospital hospital = rich();
        for (Event next : List.of(
                cancelled("bo", FactKind.STAYS_MERGED),
                merged("dag", "anna"),
                new PatientsMerged(new PatientKey("p-eva"), new PatientKey("p-dag")),
                discharged("dag"))) {
            Input input = new Input.Report(message("next"), time("13:00"), null, next);
            assertThat(Decider.decide(again(hospital), input, time("13:00")))
                    .as("%s", next)
                    .isEqualTo(Decider.decide(hospital, input, time("13:00")));
        }
    }

    @Test
    void oneFactMoreIsAnotherHospital() {
        Story story = given();
        Hospital before = story.hospital();
        for (Line line : facts()) {
            Hospital after = story.when(line).hospital();
            assertThat(sameTime(after, before)).as("%s", line).isNotEqualTo(before);
            before = after;
        }
        var silent = new Recorded(story.journal().get(0).header(), new FeedFellSilent(new Source("x"), time("09:00")));
        assertThat(before.apply(silent).feeds()).isNotEqualTo(before.feeds());
        var clock = new Recorded(story.journal().get(0).header(), new ClockSet(time("09:00"), 60));
        assertThat(before.apply(clock).places()).isNotEqualTo(before.places());
        assertThat(before.places()).isNotEqualTo("places");
        assertThat(before.stays()).isNotEqualTo("stays");
    }

    /** The later one as if it had been recorded, and its sender heard, when the earlier one was. */
    private static Hospital sameTime(Hospital later, Hospital earlier) {
        return new Hospital(
                later.places(),
                later.stays(),
                later.beds(),
                later.requests(),
                later.tasks(),
                later.duties(),
                later.labs(),
                later.scores(),
                later.staffing(),
                earlier.feeds(),
                later.dismissals(),
                later.undoables(),
                later.forecasts(),
                later.watching(),
                later.sampling(),
                earlier.recordedAt());
    }

    private static Hospital rich() {
        Hospital hospital = given(facts()).hospital();
        var header = given().journal().get(0).header();
        return hospital.apply(new Recorded(header, new FeedFellSilent(new Source("lab"), time("09:00"))))
                .apply(new Recorded(header, new ClockSet(time("09:00"), 60)));
    }

    private static Line[] facts() {
        return new Line[] {
            at("08:00", admitted("anna", "MED-1")),
            at("08:00", admitted("bo", "MED-2")),
            at("08:00", admitted("dag", "SUR-1")),
            at("09:00", merged("anna", "bo")),
            at("09:05", new PatientsMerged(new PatientKey("p-anna"), new PatientKey("p-bo"))),
            at("09:10", cancelled("dag", FactKind.LEAVE_STARTED)).as("x"),
            at("09:20", new SettleConflict(new Conflict.Key("cancels-nothing/dag/pas/x"), Settlement.KEEP, null)),
            at("09:30", new BedReserved(bed("MED-3"), time("20:00"), stay("dag"), null)),
            at("09:40", new LabStatusReported(stay("dag"), new OrderId("L1"), LabStatus.FINAL, true, true, null)),
            at("09:50", new EarlyWarningReported(stay("dag"), "NEWS2", 5, false, null, null, false)),
            at("10:00", new CareWeightReported(stay("dag"), 3)),
            at("10:10", new WardRoleReported(new WardId("MED"), WardRole.COORDINATOR, new Assigned(staff("k")), "4")),
            at(
                    "10:20",
                    new RequestBed(
                            stay("dag"),
                            new WardId("MED"),
                            new TreeSet<>(Set.of(BedNeed.TELEMETRY)),
                            Sex.MALE,
                            time("12:00")))
        };
    }

    private static Hospital again(Hospital hospital) {
        Places places = hospital.places();
        return new Hospital(
                Places.of(places.definition(), places.today(), places.clock()),
                Stays.of(
                        hospital.stays().visitNumbers(),
                        hospital.stays().patientLinks(),
                        places.definition().byHand()),
                Beds.of(hospital.beds().conditions()),
                Requests.of(
                        hospital.requests().nextNumber(),
                        hospital.requests().open(),
                        hospital.requests().sexes()),
                Tasks.of(
                        hospital.tasks().nextNumber(),
                        hospital.tasks().open(),
                        hospital.duties().rules().limits(),
                        hospital.tasks().routinesUpTo()),
                Duties.of(
                        hospital.duties().rules(),
                        hospital.duties().adopted(),
                        hospital.duties().offered(),
                        hospital.duties().workers().values(),
                        hospital.duties().messages().values()),
                Labs.of(hospital.labs().reports()),
                Scores.of(hospital.scores().all()),
                Staffing.of(hospital.staffing().byStay(), hospital.staffing().coordinators()),
                Feeds.of(
                        hospital.feeds().lastFacts(),
                        hospital.feeds().silent(),
                        hospital.feeds().rejecting()),
                Dismissals.of(hospital.dismissals().keys()),
                hospital.undoables(),
                hospital.forecasts(),
                hospital.watching(),
                hospital.sampling(),
                hospital.recordedAt());
    }
}
