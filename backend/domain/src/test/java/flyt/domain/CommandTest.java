package flyt.domain;

import static flyt.domain.Facts.*;
import static flyt.domain.Story.*;

import flyt.domain.Command.CancelTask;
import flyt.domain.Command.CloseBed;
import flyt.domain.Command.FinishTask;
import flyt.domain.Command.MarkBedMade;
import flyt.domain.Command.MarkRoomLeft;
import flyt.domain.Command.OpenBed;
import flyt.domain.Command.OrderCleaning;
import flyt.domain.Command.PauseTask;
import flyt.domain.Command.ReleaseRoom;
import flyt.domain.Command.ReserveBed;
import flyt.domain.Command.ResumeTask;
import flyt.domain.Command.StartTask;
import flyt.domain.Decision.Refusal;
import flyt.domain.bed.BedEvent.BedClosed;
import flyt.domain.bed.BedEvent.BedOpened;
import flyt.domain.bed.BedEvent.BedReserved;
import flyt.domain.bed.BedEvent.CloseReason;
import flyt.domain.task.CleaningEvent.CleaningCancelled;
import flyt.domain.task.CleaningEvent.CleaningPaused;
import flyt.domain.task.CleaningEvent.CleaningResumed;
import flyt.domain.task.CleaningEvent.CleaningStarted;
import org.junit.jupiter.api.Test;

/** What people may wish, and each reason for which they are refused. */
class CommandTest {

    private static final CloseBed CLOSE = new CloseBed(bed("MED-1"), CloseReason.STAFFING, null);

    @Test
    void aCleanerStartsPausesAndResumes() {
        dirty().when(at("11:10", new StartTask(task(1))))
                .then(new CleaningStarted(task(1), bed("MED-1"), staff("me"), null))
                .when(at("11:20", new PauseTask(task(1), "lunch")))
                .then(new CleaningPaused(task(1), bed("MED-1"), "lunch"))
                .when(at("11:50", new ResumeTask(task(1))))
                .then(new CleaningResumed(task(1), bed("MED-1"), staff("me")));
    }

    @Test
    void whatNobodyBeganCanBeCalledOff() {
        dirty().when(at("11:10", new CancelTask(task(1), "not needed")))
                .then(new CleaningCancelled(task(1), bed("MED-1"), "not needed"))
                .thenTasks();
    }

    @Test
    void whatHasBegunCannotBeginAgainNorBeCalledOff() {
        Story begun = dirty().when(at("11:10", new StartTask(task(1))));
        begun.when(at("11:11", new StartTask(task(1)))).thenRefused(Refusal.ALREADY_STARTED);
        begun.when(at("11:12", new CancelTask(task(1), null))).thenRefused(Refusal.ALREADY_STARTED);
    }

    @Test
    void whatHasNotBegunCannotPauseResumeOrEnd() {
        dirty().when(at("11:10", new PauseTask(task(1), null))).thenRefused(Refusal.NOT_STARTED);
        dirty().when(at("11:10", new ResumeTask(task(1)))).thenRefused(Refusal.NOT_PAUSED);
        dirty().when(at("11:10", new FinishTask(task(1), true))).thenRefused(Refusal.NOT_STARTED);
    }

    @Test
    void aTaskThatIsGoneCannotBeWorkedOn() {
        given().when(at("11:10", new StartTask(task(7)))).thenRefused(Refusal.TASK_GONE);
        given().when(at("11:10", new PauseTask(task(7), null))).thenRefused(Refusal.TASK_GONE);
        given().when(at("11:10", new FinishTask(task(7), true))).thenRefused(Refusal.TASK_GONE);
        given().when(at("11:10", new CancelTask(task(7), null))).thenRefused(Refusal.TASK_GONE);
    }

    @Test
    void aCleanIsOrderedOnceAndForBedsThatExist() {
        dirty().when(at("11:10", new OrderCleaning(bed("MED-1"), null))).thenRefused(Refusal.CLEAN_ORDERED_ALREADY);
        given().when(at("11:10", new OrderCleaning(bed("NEW-1"), null))).thenRefused(Refusal.UNKNOWN_BED);
    }

    private static Story dirty() {
        return given(at("08:00", admitted("anna", "MED-1")), at("11:00", discharged("anna")));
    }

    @Test
    void onlyWhoIsInTheBedCanHaveLeftIt() {
        given().when(at("09:00", new MarkRoomLeft(stay("anna"), bed("MED-1")))).thenRefused(Refusal.UNKNOWN_STAY);
        lying().when(at("09:00", new MarkRoomLeft(stay("anna"), bed("MED-2")))).thenRefused(Refusal.NOT_IN_THIS_BED);
    }

    @Test
    void aTapFromBeforeThePatientCameLeavesThePatientThere() {
        lying().when(at("07:00", new MarkRoomLeft(stay("anna"), bed("MED-1"))).toldAt("09:00"))
                .thenRefused(Refusal.NOT_IN_THIS_BED)
                .thenIn("MED-1", "anna");
    }

    @Test
    void aRoomIsReleasedOnlyFromWhoHasOfficiallyGone() {
        lying().when(at("09:00", new ReleaseRoom(bed("MED-1")))).thenRefused(Refusal.NOBODY_TO_RELEASE);
    }

    private static Story lying() {
        return given(at("08:00", admitted("anna", "MED-1")));
    }

    @Test
    void onlyACleanBedIsMadeAndOnlyOnce() {
        given().when(at("09:00", new MarkBedMade(bed("NEW-1")))).thenRefused(Refusal.UNKNOWN_BED);
        given().when(at("09:00", new MarkBedMade(bed("MED-1")))).thenRefused(Refusal.BED_MADE_ALREADY);
        lying().when(at("09:00", new MarkBedMade(bed("MED-1")))).thenRefused(Refusal.BED_OCCUPIED);
        dirty().when(at("11:10", new MarkBedMade(bed("MED-1")))).thenRefused(Refusal.BED_NOT_CLEAN);
    }

    @Test
    void anEmptyBedIsClosedAndOpened() {
        given().when(at("09:00", CLOSE))
                .then(new BedClosed(bed("MED-1"), CloseReason.STAFFING, null))
                .when(at("10:00", new OpenBed(bed("MED-1"))))
                .then(new BedOpened(bed("MED-1")));
    }

    @Test
    void aBedIsNotClosedUnderAPatientNorIntoThePast() {
        lying().when(at("09:00", CLOSE)).thenRefused(Refusal.BED_OCCUPIED);
        given().when(at("09:00", new CloseBed(bed("NEW-1"), CloseReason.OTHER, null)))
                .thenRefused(Refusal.UNKNOWN_BED);
        given().when(at("09:00", new CloseBed(bed("MED-1"), CloseReason.OTHER, time("08:00"))))
                .thenRefused(Refusal.END_IN_THE_PAST);
        given().when(at("09:00", new OpenBed(bed("MED-1")))).thenRefused(Refusal.BED_NOT_CLOSED);
        given().when(at("09:00", new OpenBed(bed("NEW-1")))).thenRefused(Refusal.UNKNOWN_BED);
    }

    @Test
    void anOpenBedIsPromisedOnceWithAnEndToCome() {
        ReserveBed promise = new ReserveBed(bed("MED-1"), time("12:00"), stay("anna"), null);
        given().when(at("09:00", promise))
                .then(new BedReserved(bed("MED-1"), time("12:00"), stay("anna"), null))
                .when(at("09:10", promise))
                .thenRefused(Refusal.RESERVED_ALREADY);
        given(at("08:00", CLOSE)).when(at("09:00", promise)).thenRefused(Refusal.BED_CLOSED);
        given().when(at("13:00", promise)).thenRefused(Refusal.END_IN_THE_PAST);
        given().when(at("09:00", new ReserveBed(bed("NEW-1"), time("12:00"), null, null)))
                .thenRefused(Refusal.UNKNOWN_BED);
    }

    @Test
    void aTaskThatIsGoneCannotBeTouched() {
        given().when(at("09:00", new CancelTask(task(7), null))).thenRefused(Refusal.TASK_GONE);
        given().when(at("09:00", new StartTask(task(7)))).thenRefused(Refusal.TASK_GONE);
        given().when(at("09:00", new PauseTask(task(7), null))).thenRefused(Refusal.TASK_GONE);
        given().when(at("09:00", new FinishTask(task(7), true))).thenRefused(Refusal.TASK_GONE);
    }
}
