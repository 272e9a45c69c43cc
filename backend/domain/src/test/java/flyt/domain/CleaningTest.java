package flyt.domain;

import static flyt.domain.Facts.*;
import static flyt.domain.Story.*;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.Command.FinishTask;
import flyt.domain.Command.MarkBedMade;
import flyt.domain.Command.OrderCleaning;
import flyt.domain.Command.StartTask;
import flyt.domain.Decision.Refusal;
import flyt.domain.Decision.Warning;
import flyt.domain.bed.BedEvent.AirChangeEnded;
import flyt.domain.bed.BedEvent.BedMade;
import flyt.domain.bed.BedEvent.BedSoiled;
import flyt.domain.bed.BedEvent.BedStatusReported;
import flyt.domain.bed.BedEvent.ReportedStatus;
import flyt.domain.bed.BedEvent.RoomReleased;
import flyt.domain.stay.Isolation;
import flyt.domain.task.CleaningEvent.CleaningCancelled;
import flyt.domain.task.CleaningEvent.CleaningDone;
import flyt.domain.task.CleaningEvent.CleaningOrdered;
import flyt.domain.task.CleaningEvent.CleaningPaused;
import flyt.domain.task.CleaningEvent.CleaningResumed;
import flyt.domain.task.CleaningEvent.CleaningStarted;
import flyt.domain.task.CleaningKind;
import flyt.domain.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Free means air change over, cleaned and made; the clean is the one that the isolation demands (domain 3.6, 3.7). */
class CleaningTest {

    @ParameterizedTest
    @EnumSource(Isolation.class)
    void theCleanIsTheOneTheIsolationDemands(Isolation isolation) {
        given(at("08:00", admitted("anna", "MED-1")), at("09:00", isolated("anna", isolation)))
                .when(at("11:00", discharged("anna")))
                .thenTasks("MED-1 " + isolation + " PENDING");
    }

    @Test
    void afterAirborneIsolationNobodyEntersUntilTheAirIsChanged() {
        Story story = given(at("08:00", admitted("anna", "MED-1")), at("09:00", isolated("anna", Isolation.AIRBORNE)))
                .when(at("11:00", discharged("anna")))
                .thenAlso(new BedSoiled(bed("MED-1"), Isolation.AIRBORNE, time("11:45")))
                .thenBed("MED-1", BedUse.AIR_CHANGE);
        assertThat(TimeRules.nextDeadline(story.hospital())).isEqualTo(time("11:45"));
        story.when(until("11:44")).then();
        story.when(until("11:46"))
                .then(new AirChangeEnded(bed("MED-1")))
                .thenBed("MED-1", BedUse.WAITING_CLEANING)
                .thenTasks("MED-1 AIRBORNE PENDING");
    }

    @Test
    void aWishToCleanAnAiringRoomIsRefused() {
        airing().when(at("11:10", new StartTask(task(1)))).thenRefused(Refusal.ROOM_MUST_AIR);
    }

    @Test
    void aReportThatSomebodyEnteredAnAiringRoomIsAFactAndTheAirChangeGoesOn() {
        Story story = airing().when(at("11:10", new CleaningStarted(null, bed("MED-1"), null, null)))
                .thenBed("MED-1", BedUse.BEING_CLEANED);
        assertThat(story.hospital().beds().of(bed("MED-1")).hygiene().airing()).isTrue();
        story.when(at("11:12", new CleaningCancelled(null, bed("MED-1"), "no respirator")))
                .thenBed("MED-1", BedUse.AIR_CHANGE);
    }

    @Test
    void oneReportMaySayAllThree() {
        airing().when(at("11:30", new CleaningDone(null, bed("MED-1"), true))).thenBed("MED-1", BedUse.READY);
    }

    @Test
    void aBedSaidToBeMadeBeforeTheCleanIsToldIsFreeOnceItIs() {
        given(at("08:00", admitted("anna", "MED-1")), at("11:00", discharged("anna")))
                .when(at("11:40", new BedMade(bed("MED-1"))))
                .thenBed("MED-1", BedUse.WAITING_CLEANING)
                .when(at("11:30", new CleaningDone(null, bed("MED-1"), false)))
                .thenBed("MED-1", BedUse.READY);
    }

    private static Story airing() {
        return given(
                at("08:00", admitted("anna", "MED-1")),
                at("09:00", isolated("anna", Isolation.AIRBORNE)),
                at("11:00", discharged("anna")));
    }

    @Test
    void cleanedThenMadeIsFree() {
        left().when(at("11:10", new StartTask(task(1))))
                .thenBed("MED-1", BedUse.BEING_CLEANED)
                .when(at("11:30", new FinishTask(task(1), false)))
                .thenBed("MED-1", BedUse.NOT_MADE)
                .when(at("11:40", new MarkBedMade(bed("MED-1"))))
                .then(new BedMade(bed("MED-1")))
                .thenBed("MED-1", BedUse.READY);
    }

    @Test
    void whatPausesAndResumesShowsSo() {
        left().when(
                        at("11:10", new CleaningStarted(null, bed("MED-1"), staff("tom"), time("11:40"))),
                        at("11:15", new CleaningPaused(null, bed("MED-1"), "lunch")))
                .thenBed("MED-1", BedUse.CLEANING_PAUSED)
                .when(at("11:45", new CleaningResumed(null, bed("MED-1"), null)))
                .thenBed("MED-1", BedUse.BEING_CLEANED);
    }

    @Test
    void whoGoesOnKeepsTheHourItIsExpectedDoneAndWhoBegan() {
        Task going = left().when(
                        at("11:10", new CleaningStarted(null, bed("MED-1"), staff("tom"), time("11:40"))),
                        at("11:15", new CleaningPaused(null, bed("MED-1"), "lunch")),
                        at("11:45", new CleaningResumed(null, bed("MED-1"), null)))
                .hospital()
                .tasks()
                .ofBed(bed("MED-1"));
        assertThat(going.startedAt()).isEqualTo(time("11:10"));
        assertThat(going.since()).isEqualTo(time("11:45"));
        assertThat(going.expectedDoneAt()).isEqualTo(time("11:40"));
        assertThat(going.by()).isEqualTo(staff("tom"));
        assertThat(going.reason()).as("the reason of the pause is over").isNull();
    }

    private static Story left() {
        return given(at("08:00", admitted("anna", "MED-1")), at("11:00", discharged("anna")));
    }

    @Test
    void isolationToldAfterThePatientLeftMakesTheCleanStricter() {
        left().when(at("10:00", isolated("anna", Isolation.CONTACT_CHLORINE)).toldAt("11:20"))
                .thenTasks("MED-1 CONTACT_CHLORINE PENDING");
    }

    @Test
    void anOrderForLessIsReplacedWhenAnIsolatedPatientLeaves() {
        given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("08:30", new OrderCleaning(bed("MED-1"), CleaningKind.DAILY)),
                        at("09:00", isolated("anna", Isolation.CONTACT)))
                .when(at("11:00", discharged("anna")))
                .thenTasks("MED-1 CONTACT PENDING");
    }

    @Test
    void theDailyCleanThatWasGoingOnDoesNotMakeALeftBedClean() {
        given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("10:30", new CleaningOrdered(null, bed("MED-1"), CleaningKind.DAILY)),
                        at("10:50", new CleaningStarted(null, bed("MED-1"), null, null)),
                        at("11:00", discharged("anna")))
                .when(at("11:05", new CleaningDone(null, bed("MED-1"), true)))
                .thenBed("MED-1", BedUse.WAITING_CLEANING)
                .thenTasks("MED-1 STANDARD PENDING");
    }

    @Test
    void whatOnePatientLeftBehindOutlastsTheNextUntilItIsCleaned() {
        given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("09:00", isolated("anna", Isolation.CONTACT)),
                        at("10:00", discharged("anna")),
                        at("10:05", admitted("bo", "MED-1")))
                .when(at("12:00", discharged("bo")))
                .thenTasks("MED-1 CONTACT PENDING");
    }

    @Test
    void aCleanDoneBeforeThePatientLeftIsToldTooLateToCount() {
        left().when(at("10:00", new CleaningDone(null, bed("MED-1"), true)).toldAt("11:20"))
                .thenBed("MED-1", BedUse.WAITING_CLEANING)
                .thenTasks("MED-1 STANDARD PENDING");
    }

    @Test
    void anOrderForABedCleanedSinceIsToldTooLateToCount() {
        given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("11:00", discharged("anna")),
                        at("11:30", new CleaningDone(null, bed("MED-1"), true)))
                .when(at("11:10", new CleaningOrdered(null, bed("MED-1"), null)).toldAt("11:40"))
                .thenBed("MED-1", BedUse.READY)
                .thenTasks();
    }

    @Test
    void aSecondOrderIsAFactAndNoSecondTask() {
        left().when(at("11:10", new CleaningOrdered(null, bed("MED-1"), null)))
                .then(new CleaningOrdered(null, bed("MED-1"), CleaningKind.STANDARD))
                .thenTasks("MED-1 STANDARD PENDING");
    }

    @Test
    void anOrderForAReadyBedMakesItUnfit() {
        given().when(at("09:00", new OrderCleaning(bed("MED-1"), CleaningKind.SPILL)))
                .thenBed("MED-1", BedUse.WAITING_CLEANING)
                .when(at("09:10", new StartTask(task(1))), at("09:20", new FinishTask(task(1), true)))
                .thenBed("MED-1", BedUse.READY);
    }

    @Test
    void contaminatedHousekeepingAndUnoccupiedAreToldByTable0116() {
        given().when(at("09:00", new BedStatusReported(bed("MED-1"), ReportedStatus.K)))
                .thenBed("MED-1", BedUse.WAITING_CLEANING)
                .when(at("09:10", new BedStatusReported(bed("MED-1"), ReportedStatus.H)))
                .thenBed("MED-1", BedUse.BEING_CLEANED)
                .when(at("09:30", new BedStatusReported(bed("MED-1"), ReportedStatus.U)))
                .thenBed("MED-1", BedUse.READY)
                .thenTasks();
    }

    @Test
    void aBedStatusClosesAndOpensABed() {
        Story story = given().when(at("09:00", new BedStatusReported(bed("MED-1"), ReportedStatus.C)));
        assertThat(story.hospital().beds().of(bed("MED-1")).closure()).isNotNull();
        story.when(at("09:10", new BedStatusReported(bed("MED-1"), ReportedStatus.U)));
        assertThat(story.hospital().beds().of(bed("MED-1")).closure()).isNull();
    }

    @Test
    void aBedStatusNeverFreesABedSomebodyHolds() {
        given(at("08:00", admitted("anna", "MED-1")))
                .when(at("09:30", new BedStatusReported(bed("MED-1"), ReportedStatus.U)))
                .thenBed("MED-1", BedUse.OCCUPIED)
                .thenIn("MED-1", "anna");
    }

    @Test
    void aCleanBegunWithoutAnOrderGetsOne() {
        given().when(at("09:00", new CleaningStarted(null, bed("MED-1"), null, null)))
                .then(
                        new CleaningOrdered(task(1), bed("MED-1"), CleaningKind.STANDARD),
                        new BedSoiled(bed("MED-1"), null, null),
                        new CleaningStarted(task(1), bed("MED-1"), null, null));
    }

    @Test
    void whoOrdersAskingForNothingGetsWhatTheIsolationOfWhoeverLiesThereDemands() {
        given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("08:00", admitted("bo", "MED-1")),
                        at("08:10", isolated("anna", Isolation.CONTACT)),
                        at("08:10", isolated("bo", Isolation.DROPLET)))
                .when(at("09:00", new OrderCleaning(bed("MED-1"), null)))
                .then(new CleaningOrdered(task(1), bed("MED-1"), CleaningKind.CONTACT));
    }

    @Test
    void anOrderForMoreReplacesOneNotBegunAndWaitsBehindOneThatIs() {
        CleaningOrdered more = new CleaningOrdered(null, bed("MED-1"), CleaningKind.CONTACT_CHLORINE);
        left().when(at("11:10", more))
                .then(
                        new CleaningCancelled(task(1), bed("MED-1"), null),
                        new CleaningOrdered(task(2), bed("MED-1"), CleaningKind.CONTACT_CHLORINE));
        left().when(at("11:05", new StartTask(task(1))))
                .when(at("11:10", more))
                .then(more)
                .thenTasks("MED-1 STANDARD IN_PROGRESS");
    }

    @Test
    void anEarlierCleanToldLateDoesNotUndoTheLaterOne() {
        Story story = left().when(at("11:30", new CleaningDone(null, bed("MED-1"), true)))
                .when(at("11:15", new CleaningDone(null, bed("MED-1"), false)).toldAt("11:40"))
                .then(new CleaningDone(null, bed("MED-1"), false))
                .thenBed("MED-1", BedUse.READY);
        assertThat(story.hospital().beds().of(bed("MED-1")).hygiene().since()).isEqualTo(time("11:30"));
    }

    @Test
    void aCleanForLessThanTheRoomDemandsLeavesTheRestToBeDone() {
        given(at("08:00", admitted("anna", "MED-1")), at("11:00", discharged("anna")))
                .when(
                        at("11:05", new StartTask(task(1))),
                        at("10:00", isolated("anna", Isolation.CONTACT)).toldAt("11:10"),
                        at("11:20", new FinishTask(task(1), true)))
                .thenBed("MED-1", BedUse.WAITING_CLEANING)
                .thenTasks("MED-1 CONTACT PENDING");
    }

    @Test
    void ofTwoWhoLeftOneBedTheLaterTimeAndTheStricterIsolationCount() {
        Story story = given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("08:00", admitted("bo", "MED-1")),
                        at("08:10", isolated("anna", Isolation.CONTACT)),
                        at("12:00", discharged("bo")))
                .when(at("11:00", discharged("anna")).toldAt("12:10"))
                .thenTasks("MED-1 CONTACT PENDING");
        assertThat(story.hospital().beds().of(bed("MED-1")).hygiene().soiledAt())
                .isEqualTo(time("12:00"));
    }

    @Test
    void theAirChangeOutlastsWhoeverElseLeavesTheRoomMeanwhile() {
        Story story = given(
                        at("08:00", admitted("anna", "MED-1")),
                        at("08:00", admitted("bo", "MED-1")),
                        at("08:10", isolated("anna", Isolation.AIRBORNE)),
                        at("11:00", discharged("anna")))
                .when(at("11:20", discharged("bo")))
                .thenBed("MED-1", BedUse.AIR_CHANGE)
                .thenTasks("MED-1 AIRBORNE PENDING");
        assertThat(story.hospital().beds().of(bed("MED-1")).hygiene().airChangeUntil())
                .isEqualTo(time("11:45"));
        story.when(at("08:20", isolated("bo", Isolation.AIRBORNE)).toldAt("11:30"));
        assertThat(story.hospital().beds().of(bed("MED-1")).hygiene().airChangeUntil())
                .as("as long as the air of either needs")
                .isEqualTo(time("12:05"));
    }

    @Test
    void anAirChangeThatIsOverBeforeItIsToldIsNone() {
        given(at("08:00", admitted("anna", "MED-1")), at("09:00", isolated("anna", Isolation.AIRBORNE)))
                .when(at("10:00", discharged("anna")).toldAt("11:00"))
                .thenBed("MED-1", BedUse.WAITING_CLEANING)
                .thenTasks("MED-1 AIRBORNE PENDING");
    }

    @Test
    void aFactAboutABedNobodyKnowsIsKeptAndWarnedOf() {
        given().when(at("09:00", new CleaningStarted(null, bed("NEW-1"), null, null)))
                .then(new CleaningStarted(null, bed("NEW-1"), null, null))
                .thenWarned(Warning.UNKNOWN_PLACE)
                .when(at("09:10", new BedStatusReported(bed("NEW-1"), ReportedStatus.K)))
                .then(new BedStatusReported(bed("NEW-1"), ReportedStatus.K))
                .thenWarned(Warning.UNKNOWN_PLACE)
                .when(at("09:20", new BedMade(bed("NEW-1"))))
                .thenWarned(Warning.UNKNOWN_PLACE)
                .when(at("09:30", new RoomReleased(bed("NEW-1"))))
                .thenWarned(Warning.UNKNOWN_PLACE);
    }

    @Test
    void aBedSaidToBeMadeBeforeItsLastCleanIsToldTooLate() {
        Story story = left().when(at("11:30", new CleaningDone(null, bed("MED-1"), false)))
                .when(at("11:20", new BedMade(bed("MED-1"))).toldAt("11:40"))
                .thenBed("MED-1", BedUse.NOT_MADE);
        assertThat(story.hospital().beds().of(bed("MED-1")).hygiene().madeAt()).isNull();
    }
}
