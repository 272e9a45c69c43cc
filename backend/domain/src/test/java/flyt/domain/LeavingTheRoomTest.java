package flyt.domain;

import static flyt.domain.Facts.*;
import static flyt.domain.Story.*;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.Command.MarkRoomLeft;
import flyt.domain.Command.ReleaseRoom;
import flyt.domain.Decision.Refusal;
import flyt.domain.bed.BedEvent.BedCleaned;
import flyt.domain.bed.BedEvent.BedSoiled;
import flyt.domain.bed.BedEvent.RoomReleased;
import flyt.domain.stay.Course.HoldReason;
import flyt.domain.stay.FactKind;
import flyt.domain.stay.Isolation;
import flyt.domain.stay.StayFact.RoomLeft;
import flyt.domain.stay.StayStatus;
import flyt.domain.task.CleaningEvent.CleaningDone;
import flyt.domain.task.CleaningEvent.CleaningOrdered;
import flyt.domain.task.CleaningEvent.CleaningStarted;
import flyt.domain.task.CleaningKind;
import org.junit.jupiter.api.Test;

/** Leaving the room is a fact of its own (domain 3.7): what counts as it, and what follows. */
class LeavingTheRoomTest {

    @Test
    void aTapMakesTheBedDirtyAndOrdersTheClean() {
        given(at("08:00", admitted("anna", "MED-1")))
                .when(at("11:00", new MarkRoomLeft(stay("anna"), bed("MED-1"))))
                .then(
                        roomLeft("anna", "MED-1"),
                        new BedSoiled(bed("MED-1"), null, null),
                        new CleaningOrdered(task(1), bed("MED-1"), CleaningKind.STANDARD))
                .thenBed("MED-1", BedUse.WAITING_CLEANING)
                .thenIn("MED-1");
    }

    @Test
    void aDischargeCountsAsLeavingWhereTheWardSaysSo() {
        given(at("08:00", admitted("anna", "MED-1")))
                .when(at("11:00", discharged("anna")).as("a03"))
                .then(
                        discharged("anna"),
                        new RoomLeft(stay("anna"), bed("MED-1"), message("a03")),
                        new BedSoiled(bed("MED-1"), null, null),
                        new CleaningOrdered(task(1), bed("MED-1"), CleaningKind.STANDARD));
    }

    @Test
    void elsewhereTheBedStaysOccupiedAndTheWardIsAsked() {
        Story story = given(at("08:00", admitted("anna", "SUR-1")))
                .when(at("11:00", discharged("anna")))
                .then(discharged("anna"))
                .thenBed("SUR-1", BedUse.OCCUPIED);

        assertThat(story.course("anna").status()).isEqualTo(StayStatus.DISCHARGED);
        assertThat(story.course("anna").holdings().get(bed("SUR-1")).reason()).isEqualTo(HoldReason.DISCHARGED);
        story.when(at("11:20", new MarkRoomLeft(stay("anna"), bed("SUR-1"))))
                .thenBed("SUR-1", BedUse.WAITING_CLEANING)
                .thenTasks("SUR-1 STANDARD PENDING");
    }

    @Test
    void aTransferCountsAsLeavingWhereTheWardSaysSo() {
        given(at("08:00", admitted("anna", "MED-1")))
                .when(at("10:00", transferred("anna", "SUR-1")))
                .thenBed("MED-1", BedUse.WAITING_CLEANING)
                .thenIn("SUR-1", "anna");
    }

    @Test
    void elsewhereATransferredPatientHoldsBothBedsUntilTheRoomIsLeft() {
        given(at("08:00", admitted("anna", "SUR-1")), at("10:00", transferred("anna", "MED-1")))
                .when()
                .thenIn("SUR-1", "anna")
                .thenIn("MED-1", "anna")
                .thenTasks()
                .when(at("10:15", roomLeft("anna", "SUR-1")))
                .thenIn("SUR-1")
                .thenIn("MED-1", "anna")
                .thenTasks("SUR-1 STANDARD PENDING");
    }

    @Test
    void whoHasLeftBeforeTheDischargeIsWrittenSoilsTheBedOnce() {
        given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("11:00", new MarkRoomLeft(stay("anna"), bed("MED-1"))),
                        at("11:10", new CleaningStarted(null, bed("MED-1"), null, null)),
                        at("11:25", new CleaningDone(null, bed("MED-1"), true)))
                .when(at("11:30", discharged("anna")))
                .then(discharged("anna"))
                .thenBed("MED-1", BedUse.READY);
    }

    @Test
    void aCleanDoneBeforeTheLeavingIsToldCounts() {
        given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("14:01", new CleaningStarted(null, bed("MED-1"), null, null)),
                        at("14:06", new CleaningDone(null, bed("MED-1"), true)))
                .when(at("13:55", discharged("anna")).toldAt("14:08"))
                .thenBed("MED-1", BedUse.READY)
                .thenTasks();
    }

    @Test
    void aDailyCleanInAnOccupiedRoomDoesNot() {
        given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("10:00", new CleaningOrdered(null, bed("MED-1"), CleaningKind.DAILY)),
                        at("10:10", new CleaningStarted(null, bed("MED-1"), null, null)),
                        at("10:20", new CleaningDone(null, bed("MED-1"), true)))
                .when(at("10:05", discharged("anna")).toldAt("10:30"))
                .thenBed("MED-1", BedUse.WAITING_CLEANING)
                .thenTasks("MED-1 STANDARD PENDING");
    }

    @Test
    void norDoesALesserCleanThanTheIsolationDemands() {
        given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("10:00", new CleaningOrdered(null, bed("MED-1"), CleaningKind.STANDARD)),
                        at("10:05", isolated("anna", Isolation.CONTACT_CHLORINE)),
                        at("10:10", new CleaningStarted(null, bed("MED-1"), null, null)),
                        at("10:20", new CleaningDone(null, bed("MED-1"), true)))
                .when(at("10:08", discharged("anna")).toldAt("10:30"))
                .thenBed("MED-1", BedUse.WAITING_CLEANING)
                .thenTasks("MED-1 CONTACT_CHLORINE PENDING");
    }

    @Test
    void whoLeftEarlierThanTheDischargeSaysLeavesTheBedThatWasCleanedSinceReady() {
        given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("11:15", new CleaningStarted(null, bed("MED-1"), null, null)),
                        at("11:31", new CleaningDone(null, bed("MED-1"), true)),
                        at("11:36", discharged("anna")).toldAt("11:37"))
                .when(at("11:13", roomLeft("anna", "MED-1")).toldAt("11:38"))
                .thenBed("MED-1", BedUse.READY)
                .thenTasks();
    }

    @Test
    void theNextPatientInTheCleanedBedSoilsItAgain() {
        given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("14:01", new CleaningStarted(null, bed("MED-1"), null, null)),
                        at("14:06", new CleaningDone(null, bed("MED-1"), true)),
                        at("13:55", discharged("anna")).toldAt("14:08"),
                        at("15:00", admitted("berit", "MED-1")))
                .when(at("18:00", discharged("berit")))
                .thenBed("MED-1", BedUse.WAITING_CLEANING)
                .thenTasks("MED-1 STANDARD PENDING");
    }

    @Test
    void aReportWithoutABedMeansEveryBedHeldThen() {
        given(at("08:00", admitted("anna", "SUR-1")), at("10:00", transferred("anna", "SUR-2")))
                .when(at("11:00", roomLeft("anna", null)))
                .thenIn("SUR-1")
                .thenIn("SUR-2")
                .thenTasks("SUR-1 STANDARD PENDING", "SUR-2 STANDARD PENDING");
    }

    @Test
    void afterADeathNothingIsOrderedWhateverMessagesSay() {
        given(at("08:00", admitted("anna", "MED-1")))
                .when(at("11:00", died("anna")), at("11:30", roomLeft("anna", "MED-1")))
                .thenBed("MED-1", BedUse.OCCUPIED)
                .thenTasks();
    }

    @Test
    void afterADeathStaffReleaseTheRoom() {
        given(at("08:00", admitted("anna", "MED-1")), at("11:00", died("anna")).as("a03"))
                .when(at("13:00", new ReleaseRoom(bed("MED-1"))))
                .then(
                        new RoomReleased(bed("MED-1")),
                        new RoomLeft(stay("anna"), bed("MED-1"), message("a03")),
                        new BedSoiled(bed("MED-1"), null, null),
                        new CleaningOrdered(task(1), bed("MED-1"), CleaningKind.STANDARD));
    }

    @Test
    void aDeathToldAfterTheReleaseOfItsRoomNeedsNoSecondRelease() {
        given(at("08:00", admitted("anna", "MED-1")), at("13:00", new RoomReleased(bed("MED-1"))))
                .when(at("11:00", died("anna")).toldAt("13:30"))
                .thenIn("MED-1")
                .thenTasks("MED-1 STANDARD PENDING");
    }

    @Test
    void anEarlierReleaseToldLateDoesNotUndoTheLaterOne() {
        given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("13:00", new RoomReleased(bed("MED-1"))),
                        at("10:00", new RoomReleased(bed("MED-1"))).toldAt("13:10"))
                .when(at("11:00", died("anna")).toldAt("13:30"))
                .thenIn("MED-1");
    }

    @Test
    void theBedLeftEarlierIsJudgedByItsOwnLeavingNotByThatOfTheNextBed() {
        given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("11:15", new CleaningStarted(null, bed("MED-1"), null, null)),
                        at("11:31", new CleaningDone(null, bed("MED-1"), true)),
                        at("11:36", transferred("anna", "MED-2")),
                        at("12:00", discharged("anna")))
                .when(at("11:13", roomLeft("anna", "MED-1")).toldAt("12:10"))
                .thenBed("MED-1", BedUse.READY)
                .thenTasks("MED-2 STANDARD PENDING");
    }

    @Test
    void aReleaseDoesNotReachADeathAfterIt() {
        given(at("08:00", admitted("anna", "MED-1")), at("10:00", new RoomReleased(bed("MED-1"))))
                .when(at("11:00", died("anna")))
                .thenIn("MED-1", "anna")
                .thenTasks();
    }

    @Test
    void afterADeathTheTapThatThePatientLeftIsRefused() {
        given(at("08:00", admitted("anna", "MED-1")), at("11:00", died("anna")))
                .when(at("11:30", new MarkRoomLeft(stay("anna"), bed("MED-1"))))
                .thenRefused(Refusal.ROOM_MUST_BE_RELEASED);
    }

    @Test
    void aCancelledDischargeWithdrawsTheCleanThatNobodyBegan() {
        given(at("08:00", admitted("anna", "MED-1")), at("11:00", discharged("anna")))
                .when(at("11:10", cancelled("anna", FactKind.PATIENT_DISCHARGED)))
                .thenTasks()
                .thenBed("MED-1", BedUse.OCCUPIED)
                .thenPlacements("anna", "MED-1 08:00-");
    }

    @Test
    void aCleanThatHasBegunIsSettledByPeople() {
        given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("11:00", discharged("anna")),
                        at("11:05", new CleaningStarted(null, bed("MED-1"), null, null)))
                .when(at("11:10", cancelled("anna", FactKind.PATIENT_DISCHARGED)))
                .thenTasks("MED-1 STANDARD IN_PROGRESS")
                .thenBed("MED-1", BedUse.OCCUPIED);
    }

    @Test
    void whoComesBackAndLeavesAgainSoilsTheBedAgain() {
        given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("11:00", discharged("anna")),
                        at("11:20", new CleaningDone(null, bed("MED-1"), true)),
                        at("11:30", cancelled("anna", FactKind.PATIENT_DISCHARGED)))
                .when(at("14:00", discharged("anna")))
                .thenBed("MED-1", BedUse.WAITING_CLEANING)
                .thenTasks("MED-1 STANDARD PENDING");
    }

    @Test
    void aDischargeTakenBackAfterTheBedWasGivenAwayLeavesTwoInIt() {
        given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("11:00", discharged("anna")),
                        at("11:30", new CleaningDone(null, bed("MED-1"), true)),
                        at("12:00", admitted("bo", "MED-1")))
                .when(at("12:10", cancelled("anna", FactKind.PATIENT_DISCHARGED)))
                .thenIn("MED-1", "anna", "bo")
                .thenConflicts("bed-taken/MED-1")
                .thenWarned(Decision.Warning.BED_TAKEN);
    }

    @Test
    void aPatientPutIntoADirtyBedByMistakeDoesNotMakeItForgotten() {
        given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("11:00", discharged("anna")),
                        at("11:05", admitted("bo", "MED-1")))
                .when(at("11:06", cancelled("bo", FactKind.PATIENT_ADMITTED)))
                .thenBed("MED-1", BedUse.WAITING_CLEANING)
                .thenTasks("MED-1 STANDARD PENDING");
    }

    @Test
    void aCancelledAdmissionLeavesAReadyBedReady() {
        given(at("08:00", admitted("anna", "MED-1")))
                .when(at("08:05", cancelled("anna", FactKind.PATIENT_ADMITTED)))
                .then(cancelled("anna", FactKind.PATIENT_ADMITTED))
                .thenBed("MED-1", BedUse.READY);
    }

    @Test
    void aMovementIntoTheBedSaysThatThePatientIsThereAfterAll() {
        given(at("08:00", admitted("anna", "MED-1")), at("09:00", roomLeft("anna", "MED-1")))
                .when(at("09:10", transferred("anna", "MED-1")))
                .thenIn("MED-1", "anna")
                .thenTasks()
                .thenPlacements("anna", "MED-1 08:00-");
    }

    @Test
    void theBedKeepsWhatWasSaidOfItsMakingAfterThePatientLeft() {
        Story story = given(at("08:00", admitted("anna", "MED-1")), at("11:00", discharged("anna")))
                .when(at("11:30", new CleaningDone(null, bed("MED-1"), false)))
                .then(new CleaningDone(task(1), bed("MED-1"), false), new BedCleaned(bed("MED-1"), false))
                .thenBed("MED-1", BedUse.NOT_MADE);
        assertThat(story.hospital().beds().of(bed("MED-1")).hygiene().since()).isEqualTo(time("11:30"));
    }
}
