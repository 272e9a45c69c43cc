package flyt.domain.task;

import flyt.domain.event.StaffKey;
import flyt.domain.place.BedId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A cleaning task for one bed place, as it stands.
 *
 * @param since when its present state began
 * @param by who has it, where known
 * @param reason why it is paused, not possible or cancelled, in the words of whoever said so
 */
public record Task(
        TaskId id,
        CleaningKind cleaning,
        BedId bed,
        TaskStatus status,
        Instant orderedAt,
        Instant since,
        @Nullable Instant startedAt,
        @Nullable Instant expectedDoneAt,
        @Nullable StaffKey by,
        @Nullable String reason) {

    Task started(Instant at, @Nullable StaffKey worker, @Nullable Instant doneAt) {
        return new Task(
                id,
                cleaning,
                bed,
                TaskStatus.IN_PROGRESS,
                orderedAt,
                at,
                startedAt == null ? at : startedAt,
                doneAt != null ? doneAt : expectedDoneAt,
                worker != null ? worker : by,
                null);
    }

    Task in(TaskStatus newStatus, Instant at, @Nullable String why) {
        return new Task(id, cleaning, bed, newStatus, orderedAt, at, startedAt, expectedDoneAt, by, why);
    }
}
