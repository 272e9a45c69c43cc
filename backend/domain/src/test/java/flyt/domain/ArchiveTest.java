package flyt.domain;

import static flyt.domain.Facts.*;
import static flyt.domain.Story.*;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.Command.SettleConflict;
import flyt.domain.alert.AlertEvent.EarlyWarningReported;
import flyt.domain.bed.BedEvent.BedClosed;
import flyt.domain.bed.BedEvent.BedOpened;
import flyt.domain.bed.BedEvent.CloseReason;
import flyt.domain.conflict.Conflict;
import flyt.domain.conflict.Conflict.Settlement;
import flyt.domain.event.Event;
import flyt.domain.lab.LabEvent.LabStatusReported;
import flyt.domain.lab.LabStatus;
import flyt.domain.lab.OrderId;
import flyt.domain.place.PlaceEvent.DayStarted;
import flyt.domain.priority.Limits;
import flyt.domain.staff.StaffEvent.Assigned;
import flyt.domain.staff.StaffEvent.CareWeightReported;
import flyt.domain.staff.StaffEvent.ResponsibilityReported;
import flyt.domain.stay.FactKind;
import flyt.domain.stay.Isolation;
import flyt.domain.stay.StayEvent.StaysArchived;
import flyt.domain.task.Stage;
import flyt.domain.task.TaskEvent.LimitPassed;
import flyt.domain.task.TaskId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What leaves memory once it is over and quiet, and what must not yet. */
class ArchiveTest {

    @Test
    void anEndedStayLeavesMemoryAWeekAfterTheLastWordAboutIt() {
        Story story = given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("11:00", discharged("anna")),
                        at("11:05", lab("anna")))
                .when(until("18 23:00"));
        assertThat(story.hospital().stays().course(stay("anna"))).isNotNull();
        story.when(until("19 23:00")).thenAlso(new StaysArchived(List.of(stay("anna"))));
        assertThat(story.hospital().stays().course(stay("anna"))).isNull();
        assertThat(story.hospital().labsOf(stay("anna"))).isEmpty();
    }

    @Test
    void mergedNumbersLeaveMemoryWithTheirStay() {
        Story story = given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("08:10", lab("bo")),
                        at("09:00", merged("anna", "bo")),
                        at("11:00", discharged("anna")))
                .when(until("19 23:00"));
        assertThat(story.hospital().stays().resolve(stay("bo"))).isEqualTo(stay("bo"));
        assertThat(story.hospital().stays().facts(stay("bo"))).isEmpty();
        assertThat(story.hospital().labs().of(stay("bo"))).isEmpty();
    }

    @Test
    void aCancelledStayAndSamplesOfNobodyLeaveMemoryToo() {
        Story story = given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("08:10", cancelled("anna", FactKind.PATIENT_ADMITTED)),
                        at("09:00", lab("nobody")))
                .when(until("19 23:00"))
                .thenAlso(new StaysArchived(List.of(stay("anna"), stay("nobody"))));
        assertThat(story.hospital().labs().of(stay("nobody"))).isEmpty();
    }

    @Test
    void whoStillHoldsABedOrIsInTheHouseStays() {
        Story story = given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("08:00", admitted("bo", "SUR-1")),
                        at("09:00", discharged("bo")))
                .when(until("30 23:00"))
                .then(new DayStarted(DAY.plusDays(19)));
        assertThat(story.hospital().stays().courses()).hasSize(2);
    }

    @Test
    void aSwapTakenBackStaysTakenBackWhileEitherIsInTheHouse() {
        given(
                        at("08:00", admitted("anna", "SUR-1")),
                        at("08:00", admitted("bo", "SUR-2")),
                        at("09:00", swapped("anna", "SUR-2", "bo", "SUR-1")),
                        at("09:10", cancelled("bo", FactKind.BEDS_SWAPPED)),
                        at("11:00", discharged("bo")),
                        at("11:10", roomLeft("bo", "SUR-2")))
                .when(until("20 23:00"), at("21 08:00", isolated("anna", Isolation.CONTACT)))
                .thenIn("SUR-1", "anna")
                .thenIn("SUR-2")
                .thenConflicts();
    }

    @Test
    void aMergeTakenBackStaysTakenBackWhileEitherIsInTheHouse() {
        given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("08:00", admitted("bo", "MED-2")),
                        at("08:00", admitted("cleo", "MED-3")),
                        at("09:00", merged("anna", "bo")),
                        at("09:10", cancelled("bo", FactKind.STAYS_MERGED)),
                        at("11:00", discharged("bo")))
                .when(until("20 23:00"), at("21 08:00", merged("anna", "cleo")))
                .thenPlacements("bo", "MED-2 08:00-11:00");
    }

    @Test
    void whoSwappedBedsLeavesMemoryTogetherWithTheOther() {
        given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("08:00", admitted("bo", "MED-2")),
                        at("08:00", admitted("cleo", "MED-3")),
                        at("09:00", swapped("anna", "MED-2", "bo", "MED-1")),
                        at("10:00", swapped("bo", "MED-3", "cleo", "MED-1")),
                        at("11:00", discharged("anna")),
                        at("11:00", discharged("bo")))
                .when(until("20 23:00"))
                .then(untold("T-1"), untold("T-2"), new DayStarted(DAY.plusDays(9)))
                .when(at("21 11:00", discharged("cleo")), until("30 23:00"))
                .thenAlso(new StaysArchived(List.of(stay("anna"), stay("bo"), stay("cleo"))));
    }

    @Test
    void whoWasExpectedAndNeverCameLeavesMemoryAWeekAfterTheTime() {
        given(at("08:00", admissionExpected("anna", "MED-1", "15 08:00")))
                .when(until("22 07:00"), until("22 23:00"))
                .thenAlso(new StaysArchived(List.of(stay("anna"))));
        given(at("08:00", admissionExpected("anna", "MED-1", "28 08:00")))
                .when(until("22 23:00"))
                .then(new DayStarted(DAY.plusDays(11)));
    }

    @Test
    void aStayOfWhichNobodyToldMoreThanADetailLeavesMemoryToo() {
        given(at("08:00", isolated("anna", Isolation.CONTACT)))
                .when()
                .thenConflicts("unknown-stay/anna")
                .when(until("20 23:00"))
                .thenAlso(new StaysArchived(List.of(stay("anna"))))
                .thenConflicts();
    }

    @Test
    void scoresAndStaffOfNobodyLeaveMemoryAWeekAfterTheLastWord() {
        Story story = given(
                        at("08:00", lab("anna")),
                        at("08:00", new EarlyWarningReported(stay("bo"), "NEWS2", 5, false, null, null, false)),
                        at("08:00", new CareWeightReported(stay("cleo"), 3)),
                        at("08:00", new CareWeightReported(stay("dag"), 3)),
                        at("15 08:00", lab("eva")),
                        at("15 08:00", new ResponsibilityReported(stay("dag"), null, new Assigned(staff("aas")))),
                        at("15 08:00", new EarlyWarningReported(stay("anna"), "NEWS2", 5, false, null, null, false)))
                .when(until("20 23:00"))
                .then(new DayStarted(DAY.plusDays(9)), new StaysArchived(List.of(stay("bo"), stay("cleo"))));
        assertThat(story.hospital().scores().all()).containsOnlyKeys(stay("anna"));
        assertThat(story.hospital().staffing().byStay()).containsOnlyKeys(stay("dag"));
        assertThat(story.hospital().labs().stays()).containsExactly(stay("anna"), stay("eva"));
    }

    @Test
    void whatWasKeptAboutAStayIsForgottenWithIt() {
        Story story = given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("08:30", cancelled("anna", FactKind.LEAVE_STARTED)).as("x"),
                        at("08:30", cancelled("bo", FactKind.LEAVE_STARTED)).as("y"),
                        at("08:40", keep("cancels-nothing/anna/pas/x")),
                        at("08:40", keep("unknown-stay/bo")),
                        at("11:00", discharged("anna")))
                .when();
        assertThat(story.hospital().dismissals().keys()).hasSize(2);
        story.when(until("20 23:00"));
        assertThat(story.hospital().dismissals().keys()).isEmpty();
    }

    @Test
    void whatWasKeptAboutAClosedBedIsForgottenWhenItOpens() {
        BedClosed closing = new BedClosed(bed("MED-1"), CloseReason.REPAIR, null);
        Story story = given(
                        at("08:00", closing),
                        at("08:00", new BedClosed(bed("MED-2"), CloseReason.REPAIR, null)),
                        at("09:00", admitted("anna", "MED-1")),
                        at("09:00", admitted("bo", "MED-2")),
                        at("09:10", keep("placed-in-closed-bed/MED-1/2026-11-12T08:00:00Z")),
                        at("09:10", keep("placed-in-closed-bed/MED-2/2026-11-12T08:00:00Z")))
                .when(at("08:00", closing))
                .thenConflicts();
        assertThat(story.hospital().dismissals().keys()).as("the same closing").hasSize(2);
        story.when(at("10:00", new BedOpened(bed("MED-1"))));
        assertThat(story.hospital().dismissals().keys())
                .containsExactly(new Conflict.Key("placed-in-closed-bed/MED-2/2026-11-12T08:00:00Z"));
    }

    private static SettleConflict keep(String conflict) {
        return new SettleConflict(new Conflict.Key(conflict), Settlement.KEEP, null);
    }

    private static Event lab(String stay) {
        return new LabStatusReported(stay(stay), new OrderId("L1"), LabStatus.FINAL, false, false, null);
    }

    /** That nobody was told of a clean. */
    private static LimitPassed untold(String task) {
        return new LimitPassed(new TaskId(task), Stage.UNTOLD, Limits.USUAL.untold());
    }
}
