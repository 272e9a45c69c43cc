package flyt.domain.task;

import flyt.domain.event.Event;
import flyt.domain.event.EventHeader;
import flyt.domain.event.StaffKey;
import flyt.domain.place.BedId;
import flyt.domain.priority.Team;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happens to cleaning tasks. Where {@code task} is null, another system told of a clean that nobody here ordered: kept as
 * a fact, without a task.
 */
public sealed interface CleaningEvent extends Event {

    BedId bed();

    @Nullable
    TaskId task();

    /** The tasks after this event. */
    Tasks applyTo(Tasks tasks, EventHeader header);

    /**
     * A clean was ordered, by a rule, a person or another system.
     *
     * @param cleaning null only in a report: what the room's isolation demands
     * @param origin why, where nobody who ordered it said so
     */
    record CleaningOrdered(@Nullable TaskId task, BedId bed, @Nullable CleaningKind cleaning, @Nullable Origin origin)
            implements CleaningEvent {

        /** One that somebody ordered, or that leaving the room did. */
        public CleaningOrdered(@Nullable TaskId task, BedId bed, @Nullable CleaningKind cleaning) {
            this(task, bed, cleaning, null);
        }

        @Override
        public Tasks applyTo(Tasks tasks, EventHeader header) {
            if (task == null || cleaning == null) {
                return tasks;
            }
            Job job =
                    new Job(cleaning.kind(), Team.CLEANING, cleaning, Point.bed(bed), null, null, null).because(origin);
            return tasks.ordered(Task.ordered(task, job, null, header.effectiveAt(), null, null));
        }
    }

    /** Somebody began. */
    record CleaningStarted(
            @Nullable TaskId task, BedId bed, @Nullable StaffKey worker, @Nullable Instant expectedDoneAt)
            implements CleaningEvent {
        @Override
        public Tasks applyTo(Tasks tasks, EventHeader header) {
            return tasks.changed(task, before -> before.started(header.effectiveAt(), worker, expectedDoneAt));
        }
    }

    /** It stopped for a while. */
    record CleaningPaused(@Nullable TaskId task, BedId bed, @Nullable String reason) implements CleaningEvent {
        @Override
        public Tasks applyTo(Tasks tasks, EventHeader header) {
            return tasks.changed(task, before -> before.in(TaskStatus.PAUSED, header.effectiveAt(), reason));
        }
    }

    /** It goes on. */
    record CleaningResumed(@Nullable TaskId task, BedId bed, @Nullable StaffKey worker) implements CleaningEvent {
        @Override
        public Tasks applyTo(Tasks tasks, EventHeader header) {
            return tasks.changed(task, before -> before.started(header.effectiveAt(), worker, null));
        }
    }

    /** It is done; {@code made}: and the bed is made. */
    record CleaningDone(@Nullable TaskId task, BedId bed, boolean made) implements CleaningEvent {
        @Override
        public Tasks applyTo(Tasks tasks, EventHeader header) {
            return tasks.closed(task);
        }
    }

    /** It is no longer needed, or was called off. */
    record CleaningCancelled(@Nullable TaskId task, BedId bed, @Nullable String reason) implements CleaningEvent {
        @Override
        public Tasks applyTo(Tasks tasks, EventHeader header) {
            return tasks.closed(task);
        }
    }
}
