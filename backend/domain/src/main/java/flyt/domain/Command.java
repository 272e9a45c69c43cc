package flyt.domain;

import flyt.domain.bed.BedEvent.CloseReason;
import flyt.domain.conflict.Conflict;
import flyt.domain.event.MessageKey;
import flyt.domain.event.StaffKey;
import flyt.domain.place.BedId;
import flyt.domain.stay.Isolation;
import flyt.domain.stay.Said;
import flyt.domain.stay.StayFact.DischargeDay;
import flyt.domain.stay.StayId;
import flyt.domain.task.CleaningKind;
import flyt.domain.task.TaskId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a person can wish for. */
public sealed interface Command {

    /** It is about a bed. */
    interface OfBed {
        BedId bed();
    }

    /** It is about a task. */
    interface OfTask {
        TaskId task();
    }

    /** It is about a stay. */
    interface OfStay {
        StayId stay();
    }

    /** Order a clean; {@code cleaning} null: what the room's isolation demands. */
    record OrderCleaning(BedId bed, @Nullable CleaningKind cleaning) implements Command, OfBed {}

    record StartCleaning(TaskId task) implements Command, OfTask {}

    record PauseCleaning(TaskId task, @Nullable String reason) implements Command, OfTask {}

    record ResumeCleaning(TaskId task) implements Command, OfTask {}

    /** The clean is done; {@code made}: and the bed is made. */
    record FinishCleaning(TaskId task, boolean made) implements Command, OfTask {}

    record CancelCleaning(TaskId task, @Nullable String reason) implements Command, OfTask {}

    /** The patient has left the room. */
    record MarkRoomLeft(StayId stay, BedId bed) implements Command, OfBed {}

    /** After a death: the room is released. */
    record ReleaseRoom(BedId bed) implements Command, OfBed {}

    record MarkBedMade(BedId bed) implements Command, OfBed {}

    record CloseBed(BedId bed, CloseReason reason, @Nullable Instant until) implements Command, OfBed {}

    record OpenBed(BedId bed) implements Command, OfBed {}

    record ReserveBed(BedId bed, Instant until, @Nullable StayId stay, @Nullable String purpose)
            implements Command, OfBed {}

    /** Whose nurse somebody is; {@code nurse} null: the hand takes its word back. So it is with the other three. */
    record AssignNurse(StayId stay, @Nullable Said<StaffKey> nurse) implements Command, OfStay {}

    record AssignDoctor(StayId stay, @Nullable Said<StaffKey> doctor) implements Command, OfStay {}

    /** When the patient will leave; a day that is not said is that of the hour. */
    record ExpectDischarge(StayId stay, @Nullable Said<DischargeDay> discharge) implements Command, OfStay {}

    record SetIsolation(StayId stay, @Nullable Said<Isolation> isolation) implements Command, OfStay {}

    /** Put a patient into a place that is not in the plan; {@code bed} null: back to where systems say. */
    record UseCorridorPlace(StayId stay, @Nullable BedId bed) implements Command, OfStay {}

    /** Undo one's own command of the last ten seconds. {@code command}: the message that it came in. */
    record Undo(MessageKey command) implements Command {}

    /** Settle a conflict; {@code stay}: which of the patients, where the settlement is about one of several. */
    record SettleConflict(Conflict.Key conflict, Conflict.Settlement how, @Nullable StayId stay) implements Command {}
}
