package flyt.domain;

import static flyt.domain.Facts.*;
import static flyt.domain.Story.*;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.bed.BedEvent.BedClosed;
import flyt.domain.bed.BedEvent.CloseReason;
import flyt.domain.event.Event;
import flyt.domain.event.Recorded;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.place.HospitalDefinition.WardKind;
import flyt.domain.place.PlaceEvent.DayStarted;
import flyt.domain.place.PlaceEvent.NightCounted;
import flyt.domain.place.WardId;
import flyt.domain.place.WardNight;
import flyt.domain.place.WardNight.More;
import flyt.domain.stay.Isolation;
import flyt.domain.stay.PatientClass;
import flyt.domain.stay.PatientKey;
import flyt.domain.stay.StayFact.LeaveStarted;
import flyt.domain.stay.StayFact.PatientAdmitted;
import flyt.domain.stay.StayKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The house at 24:00, which is 23:00 UTC in November. */
class NightCountTest {

    @Test
    void eachWardIsCountedWhenItsDayEnds() {
        Event forTheDay =
                new PatientAdmitted(stay("day"), new PatientKey("p-day"), PatientClass.O, place("SUR-2"), null);
        Story story = given(
                at("08:00", admitted("anna", "MED-1")),
                at("08:01", admitted("bo", "MED-2")),
                at("08:02", admitted("cid", "MED-K")),
                at("08:03", new LeaveStarted(stay("bo"), time("13 18:00"))),
                at("08:04", new BedClosed(bed("MED-3"), CloseReason.STAFFING, null)),
                at("08:05", admitted("dag", "SUR")),
                at("08:06", forTheDay),
                at("08:07", admitted("new", StayKind.NEWBORN, "MED-1")),
                at("08:08", admitted("obs", StayKind.OBSERVATION, "SUR-1")),
                at("08:09", admitted("away", "ER-1", "SUR")),
                at("08:10", isolated("away", Isolation.CONTACT)),
                until("23:00"));
        assertThat(nights(story))
                .containsExactly(new NightCounted(
                        LocalDate.parse("2026-11-12"),
                        List.of(
                                new WardNight(
                                        new WardId("MED"), true, 3, 1, 1, 0, 0, 0, 3, 2, more(1, 0, 3, 0, 0, 0, 1, 1)),
                                new WardNight(
                                        new WardId("SUR"), true, 0, 0, 0, 1, 1, 0, 3, 3, more(0, 1, 1, 0, 1, 0, 0, 0)),
                                new WardNight(
                                        new WardId("ER"), true, 1, 0, 0, 0, 0, 0, 2, 2, more(0, 0, 0, 1, 0, 1, 0, 0))),
                        time("08:10"),
                        null));
        Recorded before = story.journal().get(story.journal().size() - 2);
        assertThat(before.event()).isInstanceOf(NightCounted.class);
        assertThat(before.header().occurredAt()).isEqualTo(time("23:00"));
        assertThat(story.journal().get(story.journal().size() - 1).event())
                .isEqualTo(new DayStarted(LocalDate.parse("2026-11-13")));
    }

    @Test
    void whoIsTreatedAtHomeAndTheEmergencyDepartmentStandApart() {
        Story story = given(
                SmallHospital.with(outside("ER", WardKind.EMERGENCY), outside("HOME", WardKind.VIRTUAL)),
                at("08:00", admitted("anna", "ER-1")),
                at("08:01", admitted("bo", "HOME")),
                until("23:00"));
        assertThat(nights(story).get(0).wards())
                .containsExactly(
                        new WardNight(new WardId("ER"), false, 1, 0, 0, 0, 0, 0, 2, 2, more(0, 0, 1, 0, 0, 0, 0, 0)),
                        new WardNight(new WardId("HOME"), false, 0, 0, 0, 0, 0, 1, 2, 2, more(0, 0, 0, 0, 0, 0, 0, 0)));
    }

    @Test
    void aBedThatOpensAtMidnightWasClosedThatNight() {
        Story story =
                given(at("08:00", new BedClosed(bed("MED-1"), CloseReason.REPAIR, time("23:00"))), until("23:00"));
        assertThat(nights(story).get(0).wards().get(0).open()).isEqualTo(2);
        assertThat(story.hospital().beds().of(bed("MED-1")).closure()).isNull();
    }

    @Test
    void whatIsLearnedLaterDoesNotChangeItNorIsANightCountedTwice() {
        Story story = given(at("08:00", admitted("anna", "MED-1")), until("23:00"), until("23:01"));
        story.when(at("22:00", discharged("anna")).toldAt("23:30"), until("23:40"));
        assertThat(nights(story)).hasSize(1);
        assertThat(nights(story).get(0).wards().get(0).patients()).isEqualTo(1);
    }

    @Test
    void oneMadeAfterAnOutageSaysSo() {
        Story story = given(at("08:00", admitted("anna", "MED-1")));
        Input late = new Input.TimePassed(message("t"), time("13 02:20"));
        var decision = (Decision.Accepted) Decider.decide(story.hospital(), late, time("23:00"));
        assertThat(decision.events())
                .filteredOn(one -> one.event() instanceof NightCounted)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.header().occurredAt()).isEqualTo(time("23:00"));
                    assertThat(((NightCounted) one.event()).madeAt()).isEqualTo(time("13 02:20"));
                    assertThat(((NightCounted) one.event()).heardUntil()).isEqualTo(time("08:00"));
                });
    }

    /** The clocks of Oslo go back on 25 October 2026 and forward on 28 March 2027. */
    @ParameterizedTest
    @CsvSource({
        "2026-10-24T22:00:00Z, 2026-10-25, 2026-10-25T23:00:00Z, 25",
        "2027-03-27T23:00:00Z, 2027-03-28, 2027-03-28T22:00:00Z, 23",
        "2026-11-11T23:00:00Z, 2026-11-12, 2026-11-12T23:00:00Z, 24"
    })
    void aDayOfAnyLengthIsOneNight(Instant begins, LocalDate day, Instant ends, int hours) {
        Input.Define first = new Input.Define(message("d"), SmallHospital.asDefined());
        Hospital hospital = ((Decision.Accepted) Decider.decide(null, first, begins)).after();
        while (TimeRules.nextDeadline(hospital).isBefore(ends)) {
            hospital = passed(hospital).after();
        }
        assertThat(TimeRules.nextDeadline(hospital)).isEqualTo(ends).isEqualTo(begins.plus(Duration.ofHours(hours)));
        assertThat(passed(hospital).events())
                .filteredOn(one -> one.event() instanceof NightCounted)
                .singleElement()
                .satisfies(one -> assertThat(((NightCounted) one.event()).day()).isEqualTo(day));
    }

    private static Decision.Accepted passed(Hospital hospital) {
        Input time = new Input.TimePassed(message("t"));
        return (Decision.Accepted) Decider.decide(hospital, time, TimeRules.nextDeadline(hospital));
    }

    private static More more(
            int newborns,
            int observation,
            int responsible,
            int outliersIn,
            int outliersOut,
            int isolated,
            int corridor,
            int closedStaffing) {
        return new More(
                newborns,
                observation,
                responsible,
                outliersIn,
                outliersOut,
                isolated,
                corridor,
                0,
                0,
                closedStaffing,
                0,
                0,
                0);
    }

    private static List<NightCounted> nights(Story story) {
        return story.journal().stream()
                .map(Recorded::event)
                .filter(NightCounted.class::isInstance)
                .map(NightCounted.class::cast)
                .toList();
    }

    private static Ward outside(String id, WardKind kind) {
        Ward ward = SmallHospital.ward(id, true, 2);
        return new Ward(
                ward.id(),
                ward.name(),
                kind,
                ward.building(),
                ward.floor(),
                ward.specialty(),
                ward.zone(),
                false,
                ward.leaving(),
                ward.clusters(),
                ward.extraPlaces());
    }
}
