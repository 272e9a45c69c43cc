package flyt.domain;

import static flyt.domain.Facts.admitted;
import static flyt.domain.Facts.bed;
import static flyt.domain.Facts.command;
import static flyt.domain.Facts.died;
import static flyt.domain.Facts.discharged;
import static flyt.domain.Facts.isolated;
import static flyt.domain.Facts.staff;
import static flyt.domain.Facts.stay;
import static flyt.domain.Facts.task;
import static flyt.domain.Facts.time;
import static flyt.domain.Facts.transferred;
import static flyt.domain.Story.at;
import static flyt.domain.Story.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flyt.domain.Command.AssignNurse;
import flyt.domain.Command.CancelTask;
import flyt.domain.Command.CloseBed;
import flyt.domain.Command.ExpectDischarge;
import flyt.domain.Command.FinishTask;
import flyt.domain.Command.MarkBedMade;
import flyt.domain.Command.MarkRoomLeft;
import flyt.domain.Command.OpenBed;
import flyt.domain.Command.OrderCleaning;
import flyt.domain.Command.PauseTask;
import flyt.domain.Command.ReleaseRoom;
import flyt.domain.Command.ReserveBed;
import flyt.domain.Command.ResumeTask;
import flyt.domain.Command.SetIsolation;
import flyt.domain.Command.SettleConflict;
import flyt.domain.Command.StartTask;
import flyt.domain.Command.Undo;
import flyt.domain.Command.UseCorridorPlace;
import flyt.domain.Decision.Refusal;
import flyt.domain.bed.BedEvent.CloseReason;
import flyt.domain.conflict.Conflict;
import flyt.domain.event.Recorded;
import flyt.domain.staff.StaffEvent.Assigned;
import flyt.domain.staff.StaffEvent.ResponsibilityReported;
import flyt.domain.stay.Isolation;
import flyt.domain.stay.Said;
import flyt.domain.stay.StayFact.DischargeDay;
import flyt.domain.task.Task;
import flyt.domain.task.TaskEvent.TaskRanked;
import flyt.domain.task.Tasks;
import flyt.domain.undo.UndoEvent.Undone;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Ten seconds in which one's own word can be taken back as if it had never been said. */
class UndoTest {
    private static final CloseBed CLOSE = new CloseBed(bed("MED-3"), CloseReason.REPAIR, time("20:00"));

    /** Each command, and what it needs to have happened. */
    static Stream<Arguments> commands() {
        Story.Line came = at("08:00", admitted("anna", "MED-1"));
        Story.Line surgical = at("08:00", admitted("bo", "SUR-1"));
        Story.Line went = at("09:00", discharged("anna"));
        Story.Line started = at("09:10", new StartTask(task(1)));
        Story.Line finished = at("09:30", new FinishTask(task(1), false));
        Story.Line paused = at("09:20", new PauseTask(task(1), "lunch"));
        return Stream.of(
                undoable(new OrderCleaning(bed("MED-2"), null)),
                undoable(new StartTask(task(1)), came, went),
                undoable(new PauseTask(task(1), "lunch"), came, went, started),
                undoable(new ResumeTask(task(1)), came, went, started, paused),
                undoable(new FinishTask(task(1), false), came, went, started),
                undoable(new FinishTask(task(1), true), came, went, started, paused),
                undoable(new CancelTask(task(1), null), came, went),
                undoable(new MarkBedMade(bed("MED-1")), came, went, started, finished),
                undoable(new MarkRoomLeft(stay("anna"), bed("MED-1")), came),
                undoable(
                        new MarkRoomLeft(stay("bo"), bed("SUR-1")),
                        surgical,
                        at("08:10", isolated("bo", Isolation.AIRBORNE)),
                        at("09:00", discharged("bo"))),
                undoable(new ReleaseRoom(bed("MED-1")), came, at("09:00", died("anna"))),
                undoable(CLOSE),
                undoable(new OpenBed(bed("MED-3")), at("08:00", CLOSE)),
                undoable(new ReserveBed(bed("MED-2"), time("20:00"), stay("anna"), null), came),
                undoable(new AssignNurse(stay("anna"), new Said<>(staff("ingrid"))), came),
                undoable(
                        new AssignNurse(stay("anna"), null),
                        came,
                        at("08:30", new AssignNurse(stay("anna"), new Said<>(staff("ingrid"))))),
                undoable(new SetIsolation(stay("anna"), new Said<>(Isolation.CONTACT)), came),
                undoable(new ExpectDischarge(stay("anna"), new Said<>(new DischargeDay(null, time("13 11:00")))), came),
                undoable(new UseCorridorPlace(stay("anna"), bed("MED-K")), came),
                undoable(new SettleConflict(TAKEN, Conflict.Settlement.SHARE_BED, null), came, alsoBo()),
                undoable(new SettleConflict(TAKEN, Conflict.Settlement.WITHOUT_BED, stay("bo")), came, alsoBo()),
                undoable(
                        new SettleConflict(new Conflict.Key("unknown-stay/bo"), Conflict.Settlement.KEEP, null),
                        at("08:00", transferred("bo", "MED-2"))),
                undoable(
                        new OpenBed(bed("MED-1")),
                        at("08:00", new CloseBed(bed("MED-1"), CloseReason.OTHER, null)),
                        at("08:10", admitted("anna", "MED-1")),
                        at(
                                "08:20",
                                new SettleConflict(
                                        new Conflict.Key("placed-in-closed-bed/MED-1/2026-11-12T08:00:00Z"),
                                        Conflict.Settlement.KEEP,
                                        null))));
    }

    private static final Conflict.Key TAKEN = new Conflict.Key("bed-taken/MED-1");

    private static Story.Line alsoBo() {
        return at("08:10", admitted("bo", "MED-1"));
    }

    private static Arguments undoable(Command command, Story.Line... before) {
        return Arguments.of(command, List.of(before));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void itIsAsIfItHadNeverBeenSaid(Command command, List<Story.Line> given) {
        Story story = given(given.toArray(Story.Line[]::new));
        Hospital before = story.hospital();
        story.when(at("10:00", command).as("w"));
        assertThat(apartFromTime(story.hospital(), before)).isNotEqualTo(before);
        story.when(at("10:00:10", new Undo(command("w")))).then(new Undone(command("w")));
        assertThat(apartFromTime(story.hospital(), before)).isEqualTo(before);
        Invariants.replayGives(story.hospital(), story.journal());
    }

    /** The later one as of the earlier one's time, with the task numbers given so far. */
    static Hospital apartFromTime(Hospital later, Hospital earlier) {
        return new Hospital(
                later.places(),
                later.stays(),
                later.beds(),
                later.requests(),
                ranked(
                        Tasks.of(
                                earlier.tasks().nextNumber(),
                                later.tasks().open(),
                                flyt.domain.priority.Limits.USUAL,
                                later.tasks().routinesUpTo()),
                        earlier.tasks()),
                later.duties(),
                later.labs(),
                later.scores(),
                later.staffing(),
                earlier.feeds(),
                later.dismissals(),
                earlier.undoables(),
                later.forecasts(),
                later.watching(),
                later.sampling(),
                earlier.recordedAt());
    }

    /** These tasks where the others stood: a story does not let time pass by itself. */
    private static Tasks ranked(Tasks tasks, Tasks as) {
        Tasks all = tasks;
        for (Task task : as.open()) {
            if (task.rank() != null) {
                all = new TaskRanked(task.id(), task.rank(), "as before")
                        .applyTo(all, given().journal().get(0).header());
            }
        }
        return all;
    }

    @Test
    void afterTenSecondsItIsTooLate() {
        closed().when(at("10:00:11", new Undo(command("w")))).thenRefused(Refusal.TOO_LATE);
        given().when(at("10:00:01", new Undo(command("w")))).thenRefused(Refusal.TOO_LATE);
    }

    @Test
    void aTapSentLateCanBeUndoneForTenSecondsFromWhenItCame() {
        given().when(at("09:00", CLOSE).toldAt("10:00").as("w"))
                .when(at("10:00:09", new Undo(command("w"))))
                .then(new Undone(command("w")));
    }

    @Test
    void onlyWhoSaidItUndoesIt() {
        closed().when(at("10:00:05", new Undo(command("w"))).by("tor")).thenRefused(Refusal.NOT_YOURS);
    }

    @Test
    void onceIsEnough() {
        closed().when(at("10:00:05", new Undo(command("w"))))
                .when(at("10:00:06", new Undo(command("w"))))
                .thenRefused(Refusal.TOO_LATE);
    }

    private static Story closed() {
        return given().when(at("10:00", CLOSE).as("w"));
    }

    @Test
    void whatSomethingElseHasHappenedToSinceStays() {
        closed().when(at("10:00:02", new OpenBed(bed("MED-3"))))
                .when(at("10:00:05", new Undo(command("w"))))
                .thenRefused(Refusal.CHANGED_SINCE);
        left().when(at("10:00:02", admitted("bo", "MED-1")))
                .when(at("10:00:05", new Undo(command("w"))))
                .thenRefused(Refusal.CHANGED_SINCE);
        given(at("08:00", admitted("anna", "MED")))
                .when(at("10:00", new UseCorridorPlace(stay("anna"), bed("MED-K")))
                        .as("w"))
                .when(at("10:00:02", admitted("bo", "MED-K")))
                .when(at("10:00:05", new Undo(command("w"))))
                .thenRefused(Refusal.CHANGED_SINCE);
        left().when(at("10:00:02", discharged("anna")))
                .when(at("10:00:05", new Undo(command("w"))))
                .thenRefused(Refusal.CHANGED_SINCE);
        left().when(at("10:00:02", SmallHospital.asDefined()))
                .when(at("10:00:05", new Undo(command("w"))))
                .thenRefused(Refusal.CHANGED_SINCE);
        assigned()
                .when(at("10:00:02", new ResponsibilityReported(stay("anna"), new Assigned(staff("tor")), null)))
                .when(at("10:00:05", new Undo(command("w"))))
                .thenRefused(Refusal.CHANGED_SINCE);
        assigned()
                .when(at("10:00:02", new AssignNurse(stay("anna"), new Said<>(staff("tor"))))
                        .by("tor"))
                .when(at("10:00:05", new Undo(command("w"))))
                .thenRefused(Refusal.CHANGED_SINCE);
    }

    @Test
    void whatHappensElsewhereOrToSomethingElseDoesNotMatter() {
        left().when(at("10:00:02", admitted("bo", "MED-2")))
                .when(at("10:00:05", new Undo(command("w"))))
                .thenIn("MED-1", "anna");
        assigned()
                .when(
                        at("10:00:02", new ResponsibilityReported(stay("anna"), null, new Assigned(staff("aas")))),
                        at("10:00:02", new SetIsolation(stay("anna"), new Said<>(Isolation.CONTACT))),
                        at("10:00:03", transferred("anna", "MED-2")))
                .when(at("10:00:05", new Undo(command("w"))))
                .then(new Undone(command("w")));
    }

    private static Story left() {
        return given(at("08:00", admitted("anna", "MED-1")))
                .when(at("10:00", new MarkRoomLeft(stay("anna"), bed("MED-1"))).as("w"));
    }

    private static Story assigned() {
        return given(at("08:00", admitted("anna", "MED-1")))
                .when(at("10:00", new AssignNurse(stay("anna"), new Said<>(staff("ingrid"))))
                        .as("w"));
    }

    @Test
    void anUndoOfWhatIsNotKnownStopsTheReplay() {
        Story story = given();
        Recorded undone = new Recorded(story.journal().get(0).header(), new Undone(command("w")));
        assertThatThrownBy(() -> story.hospital().apply(undone)).isInstanceOf(IllegalStateException.class);
    }
}
