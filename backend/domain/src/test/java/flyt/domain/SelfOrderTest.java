package flyt.domain;

import static flyt.domain.Facts.*;
import static flyt.domain.Story.*;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.Command.MarkRoomLeft;
import flyt.domain.Command.OrderCleaning;
import flyt.domain.Command.StartTask;
import flyt.domain.Command.Undo;
import flyt.domain.bed.BedEvent.BedStatusReported;
import flyt.domain.bed.BedEvent.ReportedStatus;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalDefinition.BedWash;
import flyt.domain.place.HospitalDefinition.Move;
import flyt.domain.place.HospitalDefinition.Orders;
import flyt.domain.place.HospitalDefinition.Routine;
import flyt.domain.place.WardId;
import flyt.domain.stay.FactKind;
import flyt.domain.stay.Isolation;
import flyt.domain.stay.Readiness;
import flyt.domain.stay.StayFact.ReadinessReported;
import flyt.domain.task.CleaningEvent.CleaningCancelled;
import flyt.domain.task.CleaningEvent.CleaningDone;
import flyt.domain.task.CleaningEvent.CleaningOrdered;
import flyt.domain.task.CleaningKind;
import flyt.domain.task.Origin;
import flyt.domain.task.Point;
import flyt.domain.task.Task;
import flyt.domain.task.TaskEvent.TaskCancelled;
import flyt.domain.task.TaskStatus;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What orders itself, and what withdraws itself again (domain 2.8, 3.6, 3.7). */
class SelfOrderTest {
    private static final HospitalDefinition HOUSE = orders(BedWash.NEVER);

    @Test
    void whoIsReadyIsFetchedFromTheirBedAndNotIfThatIsTakenBack() {
        Story story = lying(HOUSE).when(at("10:00", ready(Readiness.READY_TO_LEAVE)));
        assertThat(open(story, 1).job().kind()).isEqualTo("patient-wheelchair");
        assertThat(open(story, 1).job().at()).isEqualTo(Point.bed(bed("MED-1")));
        assertThat(open(story, 1).job().to()).isEqualTo(Point.stop("EXIT"));
        assertThat(open(story, 1).job().stay()).isEqualTo(stay("anna"));
        assertThat(open(story, 1).job().origin()).isEqualTo(Origin.READY_TO_LEAVE);
        story.when(at("10:05", ready(Readiness.READY_TO_LEAVE))).thenTask(task(1), TaskStatus.PENDING);
        story.when(at("10:10", ready(Readiness.NOT_READY))).thenAlso(new TaskCancelled(task(1), null));
        assertThat(story.hospital().tasks().open()).isEmpty();
    }

    @Test
    void whoWaitsForTheMunicipalityIsNotFetched() {
        Story story = lying(HOUSE).when(at("10:00", ready(Readiness.READY_FOR_MUNICIPALITY)));
        assertThat(story.hospital().tasks().open()).isEmpty();
    }

    @Test
    void whereTheHospitalDoesNotSayNobodyIsFetchedByThemselves() {
        Story story = lying(SmallHospital.asDefined())
                .when(at("10:00", ready(Readiness.READY_TO_LEAVE)), at("10:01", transferExpected("anna", "SUR-2")));
        assertThat(story.hospital().tasks().open()).isEmpty();
    }

    @Test
    void anExpectedTransferOrdersTheMoveAndItsCancellationWithdrawsIt() {
        Story story = lying(HOUSE).when(at("10:00", transferExpected("anna", "SUR-2")));
        assertThat(open(story, 1).job().to()).isEqualTo(Point.bed(bed("SUR-2")));
        story.when(at("10:05", transferExpected("anna", "SUR-3"))).thenAlso(new TaskCancelled(task(1), null));
        assertThat(open(story, 2).job().to()).isEqualTo(Point.bed(bed("SUR-3")));
        story.when(at("10:10", cancelled("anna", FactKind.TRANSFER_EXPECTED)))
                .thenAlso(new TaskCancelled(task(2), null));
        assertThat(story.hospital().tasks().open())
                .as("the one before, which it took the place of, does not count again")
                .isEmpty();
    }

    @Test
    void aMoveThatHasBegunIsNotWithdrawn() {
        Story story = lying(HOUSE).when(at("10:00", transferExpected("anna", "SUR-2")));
        story.when(
                        at(
                                        "08:30",
                                        new Command.StartDuty(
                                                flyt.domain.priority.Team.PORTERS,
                                                new java.util.TreeSet<>(),
                                                new java.util.TreeSet<>(),
                                                null))
                                .by("ali"),
                        at("10:01", new Command.TakeTask(task(1))).by("ali"),
                        at("10:02", new Command.ArriveAtTask(task(1))).by("ali"),
                        at("10:03", new Command.ConfirmPatient(task(1), null)).by("ali"),
                        at("10:04", new StartTask(task(1))).by("ali"))
                .thenTask(task(1), TaskStatus.IN_PROGRESS)
                .when(at("10:10", cancelled("anna", FactKind.TRANSFER_EXPECTED)))
                .thenTask(task(1), TaskStatus.IN_PROGRESS);
        assertThat(story.hospital().tasks().open()).hasSize(1);
    }

    @Test
    void whoArrivesByThemselvesNeedsNobodyToFetchThem() {
        lying(HOUSE)
                .when(at("10:00", transferExpected("anna", "SUR-2")))
                .when(at("10:20", transferred("anna", "SUR-2")))
                .thenAlso(new TaskCancelled(task(1), null));
    }

    @Test
    void aRoomWhosePatientIsNoLongerContagiousGetsTheCleanOfTheirIsolation() {
        Story story = lying(HOUSE)
                .when(at("09:00", isolated("anna", Isolation.CONTACT_CHLORINE)))
                .when(at("10:00", isolated("anna", null)))
                .then(
                        isolated("anna", null),
                        new CleaningOrdered(
                                task(1), bed("MED-1"), CleaningKind.CONTACT_CHLORINE, Origin.ISOLATION_ENDED))
                .thenBed("MED-1", BedUse.OCCUPIED);
        story.when(at("10:05", isolated("anna", Isolation.CONTACT_CHLORINE)))
                .thenAlso(new CleaningCancelled(task(1), bed("MED-1"), null));
        assertThat(story.hospital().tasks().open()).isEmpty();
    }

    @Test
    void whoWasProtectedLeavesNothingToClean() {
        Story story = lying(HOUSE)
                .when(at("09:00", isolated("anna", Isolation.PROTECTIVE)))
                .when(at("10:00", isolated("anna", null)));
        assertThat(story.hospital().tasks().open()).isEmpty();
    }

    @Test
    void aBedThatIsNotCleanAsItShouldBeIsFoundDirty() {
        given(at("08:00", admitted("anna", "MED-1")), at("09:00", discharged("anna")))
                .when(at("09:30", new CleaningDone(null, bed("MED-1"), true)))
                .thenBed("MED-1", BedUse.READY)
                .when(at("10:00", new BedStatusReported(bed("MED-1"), ReportedStatus.K)))
                .thenAlso(new CleaningOrdered(task(2), bed("MED-1"), CleaningKind.STANDARD, Origin.FOUND_DIRTY))
                .thenBed("MED-1", BedUse.WAITING_CLEANING)
                .when(at("10:05", new CleaningDone(null, bed("MED-1"), true)))
                .when(at("10:10", new OrderCleaning(bed("MED-1"), null)))
                .thenAlso(new CleaningOrdered(task(3), bed("MED-1"), CleaningKind.STANDARD, Origin.FOUND_DIRTY));
    }

    @Test
    void aSpillOrTheDailyCleanFindsNothingDirty() {
        given(at("08:00", admitted("anna", "MED-1")), at("09:00", discharged("anna")))
                .when(at("09:30", new CleaningDone(null, bed("MED-1"), true)))
                .when(at("10:00", new OrderCleaning(bed("MED-1"), CleaningKind.SPILL)))
                .thenAlso(new CleaningOrdered(task(2), bed("MED-1"), CleaningKind.SPILL));
    }

    @Test
    void aBedIsWashedAfterWhomTheHospitalSaysAndNotWhereNobodyLeft() {
        Story infection = lying(orders(BedWash.AFTER_INFECTION)).when(at("09:00", discharged("anna")));
        assertThat(washes(infection)).isEmpty();
        Story story = lying(orders(BedWash.AFTER_INFECTION))
                .when(at("08:30", isolated("anna", Isolation.CONTACT)))
                .when(at("09:00", discharged("anna")).as("gone"));
        assertThat(washes(story)).containsExactly(bed("MED-1"));
        story.when(at("09:05", cancelled("anna", FactKind.PATIENT_DISCHARGED, "gone")));
        assertThat(washes(story)).isEmpty();
        Story always = lying(orders(BedWash.ALWAYS)).when(at("09:00", discharged("anna")));
        assertThat(washes(always)).containsExactly(bed("MED-1"));
    }

    @Test
    void undoingThatThePatientLeftWithdrawsTheWash() {
        Story story = given(orders(BedWash.ALWAYS), at("08:00", admitted("anna", "SUR-1")))
                .when(at("09:00", new MarkRoomLeft(stay("anna"), bed("SUR-1"))).as("left"));
        assertThat(washes(story)).containsExactly(bed("SUR-1"));
        story.when(at("09:00:05", new Undo(command("left"))));
        assertThat(washes(story)).isEmpty();
    }

    @Test
    void theDailyCleanIsOrderedAtItsHourForEachBedThatWaitsForNone() {
        Story story = given(orders(BedWash.NEVER), at("05:00", new OrderCleaning(bed("MED-1"), CleaningKind.STANDARD)))
                .when(until("05:29"));
        assertThat(story.hospital().tasks().open()).hasSize(1);
        story.when(until("05:30"));
        assertThat(story.hospital().tasks().open())
                .extracting(task -> task.bed() + " " + task.job().kind())
                .containsExactlyInAnyOrder(
                        "MED-1 clean-standard", "MED-2 clean-daily", "MED-3 clean-daily", "MED-K clean-daily");
        story.when(until("05:31")).then();
    }

    @Test
    void whatIsCaughtUpIsOrderedOnceAndNotWhileItWaits() {
        Story story = given(HOUSE).when(until("05:30"), until("14 13:00"));
        assertThat(story.hospital().tasks().open())
                .extracting(task -> task.job().kind())
                .filteredOn("waste"::equals)
                .hasSize(1);
        story.when(until("15 12:00"));
        assertThat(story.hospital().tasks().open())
                .extracting(task -> task.job().kind())
                .filteredOn("waste"::equals)
                .as("yesterday's still waits")
                .hasSize(1);
    }

    @Test
    void aNewDefinitionBringsNothingOfTheHoursBeforeIt() {
        Story story = given(SmallHospital.asDefined()).when(at("06:00", HOUSE));
        assertThat(story.hospital().tasks().open()).isEmpty();
        story.when(until("13:00"), until("13:00"));
        assertThat(story.hospital().tasks().open())
                .extracting(task -> task.job().kind())
                .containsExactly("waste");
        assertThat(TimeRules.nextDeadline(story.hospital())).isAfter(time("13:00"));
    }

    private static List<Object> washes(Story story) {
        return story.hospital().tasks().open().stream()
                .filter(task -> task.job().kind().equals("bed-wash"))
                .<Object>map(Task::bed)
                .toList();
    }

    private static ReadinessReported ready(Readiness readiness) {
        return new ReadinessReported(stay("anna"), readiness);
    }

    private static Story lying(HospitalDefinition definition) {
        return given(definition.ordering(withoutRoutines(definition.orders())), at("08:00", admitted("anna", "MED-1")));
    }

    private static Orders withoutRoutines(Orders orders) {
        return orders(orders.whenReady(), orders.whenExpected(), orders.bedWash(), List.of());
    }

    /** Times of the day are those of Oslo, an hour ahead of the test's. */
    private static HospitalDefinition orders(BedWash wash) {
        return SmallHospital.asDefined()
                .ordering(orders(
                        new Move("patient-wheelchair", "EXIT"),
                        new Move("patient-bed", null),
                        wash,
                        List.of(
                                new Routine("daily-med", "clean-daily", new WardId("MED"), LocalTime.of(6, 30), null),
                                new Routine("waste-sur", "waste", new WardId("SUR"), LocalTime.of(13, 0), "STORE"))));
    }

    private static Orders orders(@Nullable Move ready, @Nullable Move expected, BedWash wash, List<Routine> routines) {
        return new Orders(ready, expected, true, wash, 30, 15, 60, routines, List.of());
    }

    private static Task open(Story story, int number) {
        return Objects.requireNonNull(story.hospital().tasks().task(task(number)));
    }
}
