package flyt.domain;

import static flyt.domain.Facts.*;
import static flyt.domain.Story.*;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.Command.OrderCleaning;
import flyt.domain.Command.OrderTask;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalDefinition.Cluster;
import flyt.domain.place.HospitalDefinition.Room;
import flyt.domain.place.HospitalDefinition.RoomFeature;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.priority.Cause;
import flyt.domain.priority.Reason;
import flyt.domain.priority.Urgency;
import flyt.domain.task.Point;
import flyt.domain.task.Task;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What makes a job urgent, out of what the hospital knows (domain 3.8, 3.9). */
class NeedsTest {

    @Test
    void anIntensiveCarePlaceIsCleanedNowThoughNobodyIsNamed() {
        Story story = given(withIntensiveCare(), at("09:00", new OrderCleaning(bed("ER-1"), null)));
        assertThat(open(story).rank().urgency()).isEqualTo(Urgency.NOW);
        assertThat(first(story)).isEqualTo(new Reason(Cause.INTENSIVE_CARE, time("09:00")));
        story.when(at("09:10", new OrderCleaning(bed("MED-1"), null)));
        assertThat(story.hospital().tasks().task(task(2)).rank().urgency()).isEqualTo(Urgency.SHIFT);
    }

    @Test
    void aPatientWhoLiesInTheCorridorWaitsForTheBed() {
        Story story = given(
                at("08:00", admitted("anna", "MED-K")),
                at("09:00", new OrderCleaning(bed("MED-1"), null)),
                at("09:10", transferExpected("anna", "MED-1")));
        assertThat(first(story).cause()).isEqualTo(Cause.PATIENT_WAITS);
        assertThat(open(story).rank().urgency()).isEqualTo(Urgency.NOW);
    }

    @Test
    void whoLiesInABedOfTheWardOnlyComes() {
        Story story = given(
                at("08:00", admitted("anna", "MED-2")),
                at("09:00", new OrderCleaning(bed("MED-1"), null)),
                at("09:10", transferExpected("anna", "MED-1")));
        assertThat(first(story).cause()).isEqualTo(Cause.PATIENT_COMES);
    }

    @Test
    void moreWhoComeThanThereAreFreeBedsIsAShortageFourHoursAhead() {
        // one bed is to be cleaned, two are free
        Story story = given(at("06:00", new OrderCleaning(bed("MED-1"), null)))
                .when(at("06:10", admissionExpected("a", "MED", "12:00")))
                .when(at("06:11", admissionExpected("b", "MED", "13:00")));
        assertThat(first(story).cause()).as("two beds for two").isEqualTo(Cause.ORDERED);
        story.when(at("06:12", admissionExpected("c", "MED", "14:00")));
        assertThat(first(story).cause()).as("not yet").isEqualTo(Cause.ORDERED);
        story.when(until("09:59")).when(until("10:00"));
        assertThat(first(story)).isEqualTo(new Reason(Cause.WAITED_TOO_LONG, time("06:00")));
        assertThat(open(story).rank().reasons()).contains(new Reason(Cause.SHORTAGE_EXPECTED, time("10:00")));
    }

    @Test
    void aShortageMakesACleanOneForToday() {
        Story story = given(at("09:00", new OrderCleaning(bed("MED-1"), null)))
                .when(at("09:10", admissionExpected("a", "MED", "12:00")))
                .when(at("09:11", admissionExpected("b", "MED", "12:30")))
                .when(at("09:12", admissionExpected("c", "MED", "12:40")));
        assertThat(first(story)).isEqualTo(new Reason(Cause.SHORTAGE_EXPECTED, time("08:40")));
        assertThat(open(story).rank().urgency()).isEqualTo(Urgency.TODAY);
    }

    @Test
    void aPatientWhoWaitsToBeFetchedFromAnExaminationIsOneClassUpAfterAQuarter() {
        Story story = given(
                at("08:00", admitted("anna", "MED-1")),
                at(
                        "09:00",
                        new OrderTask(
                                "patient-bed",
                                Point.stop("XRAY"),
                                Point.bed(bed("MED-1")),
                                stay("anna"),
                                null,
                                null,
                                null)));
        assertThat(open(story).rank().urgency()).isEqualTo(Urgency.SOON);
        assertThat(first(story)).isEqualTo(new Reason(Cause.PATIENT_UNATTENDED, time("09:00")));
        story.when(until("09:15"));
        assertThat(open(story).rank().urgency()).isEqualTo(Urgency.NOW);
    }

    @Test
    void whoIsFetchedFromABedIsAttended() {
        Story story = given(
                at("08:00", admitted("anna", "MED-1")),
                at(
                        "09:00",
                        new OrderTask(
                                "patient-bed",
                                Point.bed(bed("MED-1")),
                                Point.stop("XRAY"),
                                stay("anna"),
                                null,
                                null,
                                null)));
        assertThat(first(story).cause()).isEqualTo(Cause.ORDERED);
    }

    private static HospitalDefinition withIntensiveCare() {
        Ward plain = SmallHospital.ward("ER", true, 2);
        Cluster cluster = plain.clusters().get(0);
        List<Room> rooms = cluster.rooms().stream()
                .map(room -> new Room(room.id(), room.name(), List.of(RoomFeature.INTENSIVE_CARE), room.beds()))
                .toList();
        Ward intensive = new Ward(
                plain.id(),
                plain.name(),
                plain.kind(),
                plain.building(),
                plain.floor(),
                plain.specialty(),
                plain.zone(),
                plain.inOccupancy(),
                plain.leaving(),
                List.of(new Cluster(cluster.id(), cluster.name(), rooms)),
                plain.extraPlaces());
        return SmallHospital.with(SmallHospital.ward("MED", true, 3), intensive);
    }

    private static Reason first(Story story) {
        return open(story).rank().reasons().get(0);
    }

    private static Task open(Story story) {
        Task task = story.hospital().tasks().task(task(1));
        assertThat(task).isNotNull();
        return task;
    }
}
