package flyt.domain.task;

import flyt.domain.event.Event;
import flyt.domain.event.EventHeader;
import flyt.domain.event.StaffKey;
import flyt.domain.priority.Rank;
import flyt.domain.priority.Urgency;
import flyt.domain.task.BedsideCheck.Wristband;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a task of any kind. What happens to the clean of a bed besides, and may be told by other systems, is a
 * {@link CleaningEvent}.
 */
public sealed interface TaskEvent extends Event {

    TaskId task();

    /** The tasks after this event. */
    Tasks applyTo(Tasks tasks, EventHeader header);

    /**
     * Something else than a clean was ordered.
     *
     * @param asked how urgent; null: as its kind is
     * @param dueAt the appointment, or null
     * @param scheduledUntil until when it is not to be done yet, or null
     */
    record TaskOrdered(
            TaskId task, Job job, @Nullable Urgency asked, @Nullable Instant dueAt, @Nullable Instant scheduledUntil)
            implements TaskEvent {
        @Override
        public Tasks applyTo(Tasks tasks, EventHeader header) {
            return tasks.ordered(Task.ordered(task, job, asked, header.effectiveAt(), dueAt, scheduledUntil));
        }
    }

    /** Its hour is near: it is something to do now. */
    record TaskBecameDue(TaskId task) implements TaskEvent {
        @Override
        public Tasks applyTo(Tasks tasks, EventHeader header) {
            return tasks.changed(task, before -> before.due(header.effectiveAt()));
        }
    }

    /**
     * Where it stands came to be another place.
     *
     * @param rules name and version of the rule set by which it was worked out, {@code standard/1}
     */
    record TaskRanked(TaskId task, Rank rank, String rules) implements TaskEvent {
        @Override
        public Tasks applyTo(Tasks tasks, EventHeader header) {
            return tasks.changed(task, before -> before.ranked(rank));
        }
    }

    /**
     * It was shown to one person, as the best for it.
     *
     * @param until when it goes on to the next, if the phone does not say that it has arrived
     * @param walk how far that person had to it
     * @param free how many were free to be asked
     */
    record TaskOffered(TaskId task, StaffKey worker, Instant until, Duration walk, int free, String rules)
            implements TaskEvent {
        @Override
        public Tasks applyTo(Tasks tasks, EventHeader header) {
            return tasks.changed(task, before -> before.offered(header.effectiveAt(), new Offer(worker, until, false)));
        }
    }

    /** The phone said that the offer has arrived; it now stands until then. */
    record OfferReceived(TaskId task, StaffKey worker, Instant until) implements TaskEvent {
        @Override
        public Tasks applyTo(Tasks tasks, EventHeader header) {
            return tasks.changed(task, before -> before.received(new Offer(worker, until, true)));
        }
    }

    /** Why an offer ended without being taken. */
    enum OfferEnd {
        DECLINED,
        NOT_ANSWERED,
        /** The phone never said that it had arrived. */
        NOT_RECEIVED,
        /** Something more urgent came, or the person went off duty. */
        WITHDRAWN
    }

    /** The one it was offered to does not have it. */
    record OfferEnded(TaskId task, StaffKey worker, OfferEnd how) implements TaskEvent {
        @Override
        public Tasks applyTo(Tasks tasks, EventHeader header) {
            return tasks.changed(task, before -> before.passed(header.effectiveAt(), worker));
        }
    }

    /** Somebody has it, and has not begun. */
    record TaskAccepted(TaskId task, StaffKey worker) implements TaskEvent {
        @Override
        public Tasks applyTo(Tasks tasks, EventHeader header) {
            return tasks.changed(task, before -> before.accepted(header.effectiveAt(), worker));
        }
    }

    /** Whoever had it does not any more. */
    record TaskHandedBack(TaskId task, StaffKey worker, @Nullable String reason) implements TaskEvent {
        @Override
        public Tasks applyTo(Tasks tasks, EventHeader header) {
            return tasks.changed(task, before -> before.passed(header.effectiveAt(), worker));
        }
    }

    /** Whoever has it would hand it to that colleague, and has it until they take it. */
    record HandOverOffered(TaskId task, StaffKey worker) implements TaskEvent {
        @Override
        public Tasks applyTo(Tasks tasks, EventHeader header) {
            return tasks.changed(task, before -> before.handedTo(worker));
        }
    }

    /** That colleague does not take it over; whoever has it keeps it. */
    record HandOverEnded(TaskId task, StaffKey worker, OfferEnd how) implements TaskEvent {
        @Override
        public Tasks applyTo(Tasks tasks, EventHeader header) {
            return tasks.changed(task, before -> before.handedTo(null));
        }
    }

    /** A colleague took it over from whoever had it. */
    record TaskTakenOver(TaskId task, StaffKey worker) implements TaskEvent {
        @Override
        public Tasks applyTo(Tasks tasks, EventHeader header) {
            return tasks.changed(task, before -> before.takenOver(header.effectiveAt(), worker));
        }
    }

    /** Whoever has it stands at the bed of the patient whom they are to move. */
    record WorkerArrived(TaskId task, StaffKey worker) implements TaskEvent {
        @Override
        public Tasks applyTo(Tasks tasks, EventHeader header) {
            return tasks.changed(task, before -> before.checked(BedsideCheck.arrived(header.effectiveAt())));
        }
    }

    /** The wristband is that of the patient who is to be moved. */
    record WristbandConfirmed(TaskId task, Wristband how) implements TaskEvent {
        @Override
        public Tasks applyTo(Tasks tasks, EventHeader header) {
            return tasks.changed(
                    task,
                    before -> before.check() == null
                            ? before
                            : before.checked(before.check().confirmed(header.effectiveAt(), how)));
        }
    }

    /** The wristband that was scanned is somebody else's. */
    record WristbandMismatched(TaskId task) implements TaskEvent {
        @Override
        public Tasks applyTo(Tasks tasks, EventHeader header) {
            return tasks.changed(
                    task,
                    before -> before.check() == null
                            ? before
                            : before.checked(before.check().mismatched(header.effectiveAt())));
        }
    }

    /** Somebody began. */
    record TaskStarted(TaskId task, @Nullable StaffKey worker) implements TaskEvent {
        @Override
        public Tasks applyTo(Tasks tasks, EventHeader header) {
            return tasks.changed(task, before -> before.started(header.effectiveAt(), worker, null));
        }
    }

    /** It stopped for a while. */
    record TaskPaused(TaskId task, @Nullable String reason) implements TaskEvent {
        @Override
        public Tasks applyTo(Tasks tasks, EventHeader header) {
            return tasks.changed(task, before -> before.in(TaskStatus.PAUSED, header.effectiveAt(), reason));
        }
    }

    /** It goes on. */
    record TaskResumed(TaskId task, @Nullable StaffKey worker) implements TaskEvent {
        @Override
        public Tasks applyTo(Tasks tasks, EventHeader header) {
            return tasks.changed(task, before -> before.started(header.effectiveAt(), worker, null));
        }
    }

    /** It will be late. */
    record TaskDelayed(TaskId task, String reason) implements TaskEvent {
        @Override
        public Tasks applyTo(Tasks tasks, EventHeader header) {
            return tasks.changed(task, before -> before.delayed(reason));
        }
    }

    /** Whoever has it wants a second person, or no longer. */
    record HelpAsked(TaskId task, boolean wanted) implements TaskEvent {
        @Override
        public Tasks applyTo(Tasks tasks, EventHeader header) {
            return tasks.changed(task, before -> before.wantingHelp(wanted));
        }
    }

    /** It does not go on by itself: it has been in this stage for longer than that. */
    record LimitPassed(TaskId task, Stage stage, Duration limit) implements TaskEvent {
        @Override
        public Tasks applyTo(Tasks tasks, EventHeader header) {
            return tasks.changed(task, before -> before.stuck(new Stuck(stage, header.effectiveAt(), limit)));
        }
    }

    /** It is done. */
    record TaskDone(TaskId task) implements TaskEvent {
        @Override
        public Tasks applyTo(Tasks tasks, EventHeader header) {
            return tasks.closed(task);
        }
    }

    /** It cannot be done as things are; a coordinator decides. */
    record TaskNotPossible(TaskId task, String reason) implements TaskEvent {
        @Override
        public Tasks applyTo(Tasks tasks, EventHeader header) {
            return tasks.changed(task, before -> before.in(TaskStatus.NOT_POSSIBLE, header.effectiveAt(), reason));
        }
    }

    /** It waits for anybody again. */
    record TaskReopened(TaskId task) implements TaskEvent {
        @Override
        public Tasks applyTo(Tasks tasks, EventHeader header) {
            return tasks.changed(task, before -> before.reopened(header.effectiveAt()));
        }
    }

    /** It is no longer needed. */
    record TaskCancelled(TaskId task, @Nullable String reason) implements TaskEvent {
        @Override
        public Tasks applyTo(Tasks tasks, EventHeader header) {
            return tasks.closed(task);
        }
    }

    /** A coordinator put it first. */
    record TaskPinned(TaskId task, Instant until, String reason) implements TaskEvent {
        @Override
        public Tasks applyTo(Tasks tasks, EventHeader header) {
            return tasks.changed(task, before -> before.pinned(new Pin(until, header.actor(), reason)));
        }
    }

    /** A coordinator no longer puts it first. */
    record TaskUnpinned(TaskId task) implements TaskEvent {
        @Override
        public Tasks applyTo(Tasks tasks, EventHeader header) {
            return tasks.changed(task, before -> before.pinned(null));
        }
    }
}
