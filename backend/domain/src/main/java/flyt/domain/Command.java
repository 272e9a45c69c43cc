package flyt.domain;

import flyt.domain.bed.BedEvent.CloseReason;
import flyt.domain.conflict.Conflict;
import flyt.domain.place.BedId;
import flyt.domain.stay.StayId;
import flyt.domain.task.CleaningKind;
import flyt.domain.task.TaskId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a person can wish for. */
public sealed interface Command {

    /** Order a clean; {@code cleaning} null: what the room's isolation demands. */
    record OrderCleaning(BedId bed, @Nullable CleaningKind cleaning) implements Command {}

    record StartCleaning(TaskId task) implements Command {}

    record PauseCleaning(TaskId task, @Nullable String reason) implements Command {}

    record ResumeCleaning(TaskId task) implements Command {}

    /** The clean is done; {@code made}: and the bed is made. */
    record FinishCleaning(TaskId task, boolean made) implements Command {}

    record CancelCleaning(TaskId task, @Nullable String reason) implements Command {}

    /** The patient has left the room. */
    record MarkRoomLeft(StayId stay, BedId bed) implements Command {}

    /** After a death: the room is released. */
    record ReleaseRoom(BedId bed) implements Command {}

    record MarkBedMade(BedId bed) implements Command {}

    record CloseBed(BedId bed, CloseReason reason, @Nullable Instant until) implements Command {}

    record OpenBed(BedId bed) implements Command {}

    record ReserveBed(BedId bed, Instant until, @Nullable StayId stay, @Nullable String purpose) implements Command {}

    /** Settle a conflict; {@code stay}: which of the patients, where the settlement is about one of several. */
    record SettleConflict(Conflict.Key conflict, Conflict.Settlement how, @Nullable StayId stay) implements Command {}
}
