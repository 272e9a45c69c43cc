package flyt.domain;

import static flyt.domain.Facts.*;
import static flyt.domain.Story.*;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.Command.ArriveAtTask;
import flyt.domain.Command.CallTask;
import flyt.domain.Command.ConfirmPatient;
import flyt.domain.Command.FinishTask;
import flyt.domain.Command.HandBackTask;
import flyt.domain.Command.OrderTask;
import flyt.domain.Command.StartDuty;
import flyt.domain.Command.StartTask;
import flyt.domain.Command.TakeTask;
import flyt.domain.Command.Undo;
import flyt.domain.Decision.Refusal;
import flyt.domain.Decision.Warning;
import flyt.domain.priority.Cause;
import flyt.domain.priority.Team;
import flyt.domain.priority.Urgency;
import flyt.domain.task.BedsideCheck.Wristband;
import flyt.domain.task.Item;
import flyt.domain.task.Origin;
import flyt.domain.task.Point;
import flyt.domain.task.Task;
import flyt.domain.task.TaskEvent.TaskBecameDue;
import flyt.domain.task.TaskEvent.WorkerArrived;
import flyt.domain.task.TaskEvent.WristbandConfirmed;
import flyt.domain.task.TaskEvent.WristbandMismatched;
import flyt.domain.task.TaskStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How patients and things are moved: from where, the right one, once, and back again (domain 3.9). */
class TransportTest {
    private static final Point XRAY = Point.stop("XRAY");

    @Test
    void aPatientIsFetchedWhereTheyLieAndTakenWhereTheyAreExpected() {
        Story story = lying().when(at("09:00", transferExpected("anna", "SUR-2")), at("09:01", move("anna", null)));
        assertThat(open(story, 1).job().at()).isEqualTo(Point.bed(bed("MED-1")));
        assertThat(open(story, 1).job().to()).isEqualTo(Point.bed(bed("SUR-2")));
    }

    @Test
    void whoIsNotInTheHouseCannotBeFetched() {
        lying().when(at("09:00", discharged("anna")))
                .when(at("09:01", move("anna", XRAY)))
                .thenRefused(Refusal.NOT_IN_HOUSE);
    }

    @Test
    void theSameTwiceIsRefusedByTheNameOfTheFirstAndPassesWhereAnotherIsMeant() {
        Story story = lying().when(at("09:00", move("anna", XRAY)))
                .when(at("09:20", move("anna", XRAY)))
                .thenRefused(Refusal.ORDERED_ALREADY);
        assertThat(story.obstacle()).isEqualTo(task(1));
        story.when(at("09:21", order("patient-bed", null, XRAY, "anna", null, false, true)))
                .thenTask(task(2), TaskStatus.PENDING);
    }

    @Test
    void anotherPatientAnotherWayOrAnHourLaterIsNotTheSame() {
        Story story = lying().when(
                        at("08:30", admitted("bo", "MED-2")),
                        at("09:00", move("anna", XRAY)),
                        at("09:01", move("bo", XRAY)),
                        at("09:02", move("anna", Point.stop("LAB"))),
                        at("09:03", order("patient-wheelchair", null, XRAY, "anna", null, false, false)),
                        at("09:04", order("patient-bed", null, XRAY, "anna", time("10:05"), false, false)));
        assertThat(story.hospital().tasks().open()).hasSize(5);
    }

    @Test
    void thingsAreTheSameByWhatIsCarried() {
        Point ward = Point.ward(new flyt.domain.place.WardId("MED"));
        Story story = given(at("09:00", carry(ward, new Item("samples", 2), new Item("blood", 1))))
                .when(at("09:01", carry(ward, new Item("samples", 2), new Item("blood", 1))))
                .thenRefused(Refusal.ORDERED_ALREADY)
                .when(at("09:02", carry(ward, new Item("medicine", 1))))
                .thenTask(task(2), TaskStatus.PENDING)
                .when(at("09:03", carry(ward, new Item("flying-carpet", 1))))
                .thenRefused(Refusal.UNKNOWN_KIND)
                .when(at("09:04", carry(ward, new Item("fault", 1))))
                .thenRefused(Refusal.UNKNOWN_KIND);
        assertThat(open(story, 1).job().items()).containsExactly(new Item("samples", 2), new Item("blood", 1));
    }

    @Test
    void whatIsPlannedIsSomethingToDoWhenThePatientIsReady() {
        lying().when(at("09:00", order("patient-bed", null, XRAY, "anna", time("13:00"), false, false)))
                .thenTask(task(1), TaskStatus.SCHEDULED)
                .when(at("10:00", move("anna", XRAY)))
                .then(new TaskBecameDue(task(1)))
                .thenTask(task(1), TaskStatus.PENDING)
                .when(at("10:01", new CallTask(task(1))))
                .thenRefused(Refusal.ORDERED_ALREADY);
    }

    @Test
    void nobodyIsMovedBeforeTheirWristbandIsConfirmedAtTheBed() {
        accepted()
                .when(at("09:02", new StartTask(task(1))).by("ali"))
                .thenRefused(Refusal.WRISTBAND_NOT_CONFIRMED)
                .when(at("09:02", new ConfirmPatient(task(1), null)).by("ali"))
                .thenRefused(Refusal.NOT_AT_THE_BED)
                .when(at("09:03", new ArriveAtTask(task(1))).by("eva"))
                .thenRefused(Refusal.NOT_TAKEN_BY_YOU)
                .when(at("09:03", new ArriveAtTask(task(1))).by("ali"))
                .then(new WorkerArrived(task(1), staff("ali")))
                .when(at("09:03", new ArriveAtTask(task(1))).by("ali"))
                .then()
                .when(at("09:04", new ConfirmPatient(task(1), null)).by("eva"))
                .thenRefused(Refusal.NOT_TAKEN_BY_YOU)
                .when(at("09:04", new ConfirmPatient(task(1), stay("anna"))).by("ali"))
                .then(new WristbandConfirmed(task(1), Wristband.SCANNED))
                .when(at("09:05", new StartTask(task(1))).by("ali"))
                .thenTask(task(1), TaskStatus.IN_PROGRESS);
    }

    @Test
    void theWristbandOfSomebodyElseStopsTheMoveUntilTheRightOneIsFound() {
        Story story = accepted()
                .when(at("09:03", new ArriveAtTask(task(1))).by("ali"))
                .when(at("09:04", new ConfirmPatient(task(1), stay("bo"))).by("ali"))
                .then(new WristbandMismatched(task(1)))
                .thenWarned(Warning.WRONG_PATIENT);
        assertThat(Objects.requireNonNull(open(story, 1).check()).mismatchAt()).isEqualTo(time("09:04"));
        story.when(at("09:05", new StartTask(task(1))).by("ali"))
                .thenRefused(Refusal.WRISTBAND_NOT_CONFIRMED)
                .when(at("09:06", new ConfirmPatient(task(1), null)).by("ali"))
                .then(new WristbandConfirmed(task(1), Wristband.READ))
                .when(at("09:07", new StartTask(task(1))).by("ali"))
                .thenTask(task(1), TaskStatus.IN_PROGRESS);
    }

    @Test
    void whoGivesATransportBackWasAtTheBedForNothing() {
        Story story = accepted()
                .when(at("09:03", new ArriveAtTask(task(1))).by("ali"))
                .when(at("09:04", new HandBackTask(task(1), null)).by("ali"));
        assertThat(open(story, 1).check()).isNull();
    }

    @Test
    void theVisitNumberOfAMergedStayIsTheSamePatient() {
        accepted()
                .when(at("09:02", merged("anna", "anna-2")))
                .when(at("09:03", new ArriveAtTask(task(1))).by("ali"))
                .when(at("09:04", new ConfirmPatient(task(1), stay("anna-2"))).by("ali"))
                .then(new WristbandConfirmed(task(1), Wristband.SCANNED));
    }

    @Test
    void whoIsTakenToAnExaminationIsFetchedBackAndNotLeftAlone() {
        Story story = lying().when(porter("ali"))
                .when(at("09:00", order("patient-bed", null, XRAY, "anna", null, true, false)))
                .when(at("09:01", new TakeTask(task(1))).by("ali"))
                .when(at("09:03", new ArriveAtTask(task(1))).by("ali"))
                .when(at("09:04", new ConfirmPatient(task(1), null)).by("ali"))
                .when(at("09:05", new StartTask(task(1))).by("ali"));
        assertThat(story.hospital().tasks().open()).hasSize(1);
        story.when(at("09:15", new FinishTask(task(1), false)).by("ali")).thenTask(task(2), TaskStatus.SCHEDULED);
        Task back = open(story, 2);
        assertThat(back.job().at()).isEqualTo(XRAY);
        assertThat(back.job().to()).isEqualTo(Point.bed(bed("MED-1")));
        assertThat(back.job().returnOf()).isEqualTo(task(1));
        assertThat(back.job().origin()).isEqualTo(Origin.ROUND_TRIP);
        assertThat(back.scheduledUntil()).isEqualTo(time("09:45"));
        story.when(at("09:30", new CallTask(task(2)))).thenTask(task(2), TaskStatus.PENDING);
        assertThat(rank(story, 2)).isEqualTo(Urgency.SOON);
        story.when(until("09:45"));
        assertThat(rank(story, 2)).as("after 15 minutes one class up").isEqualTo(Urgency.NOW);
        assertThat(Objects.requireNonNull(open(story, 2).rank())
                        .reasons()
                        .get(0)
                        .cause())
                .isEqualTo(Cause.PATIENT_UNATTENDED);
    }

    @Test
    void theWayBackIsSomethingToDoByItselfIfNobodyCalls() {
        lying().when(porter("ali"))
                .when(at("09:00", order("patient-bed", null, XRAY, "anna", null, true, false)))
                .when(at("09:01", new TakeTask(task(1))).by("ali"))
                .when(at("09:03", new ArriveAtTask(task(1))).by("ali"))
                .when(at("09:04", new ConfirmPatient(task(1), null)).by("ali"))
                .when(at("09:05", new StartTask(task(1))).by("ali"))
                .when(at("09:15", new FinishTask(task(1), false)).by("ali"))
                .when(until("09:45"))
                .thenTask(task(2), TaskStatus.PENDING);
    }

    @Test
    void thingsDoNotComeBackNorThoseWhoGoNowhere() {
        lying().when(at("09:00", order("samples", Point.bed(bed("MED-1")), XRAY, null, null, true, false)))
                .thenRefused(Refusal.NOT_A_ROUND_TRIP)
                .when(at("09:00", order("patient-bed", null, null, "anna", null, true, false)))
                .thenRefused(Refusal.NOT_A_ROUND_TRIP);
    }

    @Test
    void theDeadAreMovedAsSuchAndOnlyTheDead() {
        Story story = lying().when(
                        at("09:00", order("deceased", null, Point.stop("MORTUARY"), "anna", null, false, false)))
                .thenRefused(Refusal.HAS_NOT_DIED)
                .when(at("10:00", died("anna")))
                .when(at("10:10", move("anna", Point.stop("MORTUARY"))))
                .thenRefused(Refusal.HAS_DIED)
                .when(at("10:11", order("deceased", null, Point.stop("MORTUARY"), "anna", null, true, false)))
                .thenRefused(Refusal.NOT_A_ROUND_TRIP)
                .when(at("10:12", order("deceased", null, Point.stop("MORTUARY"), "anna", null, false, false)))
                .thenTask(task(1), TaskStatus.PENDING);
        assertThat(open(story, 1).job().at()).isEqualTo(Point.bed(bed("MED-1")));
        story.thenBed("MED-1", BedUse.OCCUPIED);
    }

    @Test
    void whatOneHoldsNobodyElseHas() {
        Story story = given(porter("ali"), porter("eva"))
                .when(at("09:00", holding("MED-1", "WC-12")), at("09:00", holding("MED-2", "WC-12", "O2-1")))
                .when(at("09:01", new TakeTask(task(1))).by("ali"))
                .when(at("09:01", new TakeTask(task(2))).by("eva"))
                .when(at("09:02", new StartTask(task(1))).by("ali"))
                .when(at("09:02", new StartTask(task(2))).by("eva"))
                .thenRefused(Refusal.EQUIPMENT_HELD);
        assertThat(story.obstacle()).isEqualTo(task(1));
        story.when(at("09:10", new FinishTask(task(1), false)).by("ali"))
                .when(at("09:11", new StartTask(task(2))).by("eva"))
                .thenTask(task(2), TaskStatus.IN_PROGRESS);
    }

    @Test
    void anOrderIsUndoneUntilSomebodyHasTakenIt() {
        Story story = lying().when(at("09:00", move("anna", XRAY)).as("order"))
                .when(at("09:00:05", new Undo(command("order"))));
        assertThat(story.hospital().tasks().open()).isEmpty();
        lying().when(porter("ali"))
                .when(at("09:00", move("anna", XRAY)).as("order"))
                .when(at("09:00:03", new TakeTask(task(1))).by("ali").as("take"))
                .when(at("09:00:05", new Undo(command("order"))))
                .thenRefused(Refusal.CHANGED_SINCE)
                .when(at("09:00:06", new Undo(command("take"))).by("ali"))
                .thenRefused(Refusal.TOO_LATE)
                .thenTask(task(1), TaskStatus.ACCEPTED);
    }

    private static Story lying() {
        return given(at("08:00", admitted("anna", "MED-1")));
    }

    private static Story accepted() {
        return lying().when(porter("ali"), porter("eva"))
                .when(at("09:00", move("anna", XRAY)))
                .when(at("09:01", new TakeTask(task(1))).by("ali"));
    }

    private static Line porter(String person) {
        return at("08:30", new StartDuty(Team.PORTERS, new TreeSet<>(), new TreeSet<>(), null))
                .by(person);
    }

    static OrderTask move(String stay, @Nullable Point to) {
        return order("patient-bed", null, to, stay, null, false, false);
    }

    private static OrderTask order(
            String kind,
            @Nullable Point at,
            @Nullable Point to,
            @Nullable String stay,
            @Nullable Instant due,
            boolean roundTrip,
            boolean another) {
        return new OrderTask(
                kind,
                at,
                to,
                stay == null ? null : stay(stay),
                null,
                due,
                null,
                List.of(),
                new TreeSet<>(),
                roundTrip,
                another);
    }

    private static OrderTask carry(Point from, Item... items) {
        return new OrderTask(
                "samples",
                from,
                Point.stop("LAB"),
                null,
                null,
                null,
                null,
                List.of(items),
                new TreeSet<>(),
                false,
                false);
    }

    private static OrderTask holding(String bed, String... equipment) {
        return new OrderTask(
                "equipment",
                Point.bed(bed(bed)),
                XRAY,
                null,
                null,
                null,
                null,
                List.of(),
                new TreeSet<>(Set.of(equipment)),
                false,
                false);
    }

    private static Task open(Story story, int number) {
        return Objects.requireNonNull(story.hospital().tasks().task(task(number)));
    }

    private static Urgency rank(Story story, int number) {
        return Objects.requireNonNull(open(story, number).rank()).urgency();
    }
}
