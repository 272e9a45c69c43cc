package flyt.domain.task;

import flyt.domain.event.StaffKey;
import flyt.domain.place.BedId;
import flyt.domain.priority.Rank;
import flyt.domain.priority.Urgency;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An open task, as it stands.
 *
 * @param asked how urgent whoever ordered it says it is; null: as its kind is
 * @param dueAt the appointment, or null
 * @param scheduledUntil until when it is not to be done yet; null: it never had to wait for its hour
 * @param since when its present state began
 * @param by who has it, where known
 * @param offer to whom it is offered now, or null
 * @param handOverTo the colleague who may take it over from whoever has it, or null
 * @param passedBy who was offered it and did not take it, or gave it back
 * @param rank where it stands and why; null before that was worked out, and once begun it stays as it was
 * @param delay why it will be late, in the words of whoever said so
 * @param helpWanted whether whoever has it asks for a second person
 * @param stuck that it has passed a limit and does not go on by itself, or null
 * @param reason why it is paused or not possible, in the words of whoever said so
 * @param check of somebody who is moved: what was done at the bed, or null before anybody has arrived there
 */
public record Task(
        TaskId id,
        Job job,
        TaskStatus status,
        @Nullable Urgency asked,
        Instant orderedAt,
        @Nullable Instant dueAt,
        @Nullable Instant scheduledUntil,
        Instant since,
        @Nullable Instant startedAt,
        @Nullable Instant expectedDoneAt,
        @Nullable StaffKey by,
        @Nullable Offer offer,
        @Nullable StaffKey handOverTo,
        SortedSet<StaffKey> passedBy,
        @Nullable Rank rank,
        @Nullable Pin pin,
        @Nullable String delay,
        boolean helpWanted,
        @Nullable Stuck stuck,
        @Nullable String reason,
        @Nullable BedsideCheck check) {

    public Task {
        handOverTo = isHeld(status) ? handOverTo : null;
        passedBy = Collections.unmodifiableSortedSet(new TreeSet<>(passedBy));
    }

    static Task ordered(
            TaskId id,
            Job job,
            @Nullable Urgency asked,
            Instant at,
            @Nullable Instant dueAt,
            @Nullable Instant scheduledUntil) {
        TaskStatus status = scheduledUntil == null ? TaskStatus.PENDING : TaskStatus.SCHEDULED;
        return new Task(
                id,
                job,
                status,
                asked,
                at,
                dueAt,
                scheduledUntil,
                at,
                null,
                null,
                null,
                null,
                null,
                new TreeSet<>(),
                null,
                null,
                null,
                false,
                null,
                null,
                null);
    }

    /** The bed that is to be cleaned, or that the task is about; null where it is about none. */
    public @Nullable BedId bed() {
        return job.at().bed();
    }

    /** Of a clean: which one, else null. */
    public @Nullable CleaningKind cleaning() {
        return job.cleaning();
    }

    /** Whether somebody has it: this one, and nobody else. */
    public boolean isWith(@Nullable StaffKey worker) {
        return by != null && by.equals(worker) && isHeld(status);
    }

    private static boolean isHeld(TaskStatus status) {
        return status == TaskStatus.ACCEPTED || status.begun();
    }

    /** Whether whoever has it must find out first that it is the right patient. */
    public boolean awaitsWristband() {
        return job.movesPatient() && (check == null || check.confirmedAt() == null);
    }

    Task started(Instant at, @Nullable StaffKey worker, @Nullable Instant doneAt) {
        return changed(at, next -> {
            next.status = TaskStatus.IN_PROGRESS;
            next.stuck = null;
            next.startedAt = startedAt == null ? at : startedAt;
            next.expectedDoneAt = doneAt != null ? doneAt : expectedDoneAt;
            next.by = worker != null ? worker : by;
            next.offer = null;
            // who begins or goes on keeps it
            next.handOverTo = null;
            next.reason = null;
        });
    }

    Task in(TaskStatus newStatus, Instant at, @Nullable String why) {
        return changed(at, next -> {
            next.status = newStatus;
            next.stuck = null;
            next.reason = why;
        });
    }

    /** Something to do from now on, be it before the hour that was foreseen. */
    Task due(Instant at) {
        return changed(at, next -> {
            next.status = TaskStatus.PENDING;
            next.scheduledUntil = at;
            next.reason = null;
        });
    }

    Task checked(BedsideCheck newCheck) {
        return changed(since, next -> next.check = newCheck);
    }

    Task offered(Instant at, Offer to) {
        return changed(at, next -> {
            next.status = TaskStatus.OFFERED;
            next.offer = to;
        });
    }

    /** The same offer, which has arrived. */
    Task received(Offer arrived) {
        return changed(since, next -> next.offer = arrived);
    }

    Task accepted(Instant at, StaffKey worker) {
        return changed(at, next -> {
            next.status = TaskStatus.ACCEPTED;
            next.stuck = null;
            next.by = worker;
            next.offer = null;
        });
    }

    Task handedTo(@Nullable StaffKey colleague) {
        return changed(since, next -> next.handOverTo = colleague);
    }

    /**
     * With a colleague, as it stands: what it takes stays held. Only a patient is met anew: they rest until the colleague is with them
     * and has confirmed the wristband.
     */
    Task takenOver(Instant at, StaffKey colleague) {
        return changed(at, next -> {
            next.status = status.begun() && job.movesPatient() ? TaskStatus.PAUSED : status;
            next.stuck = null;
            if (by != null) {
                next.passedBy.add(by);
            }
            next.by = colleague;
            next.handOverTo = null;
            next.check = null;
        });
    }

    /** Waiting again; whoever let it go is not asked again. */
    Task passed(Instant at, StaffKey worker) {
        return changed(at, next -> {
            next.status = TaskStatus.PENDING;
            next.by = null;
            next.offer = null;
            next.helpWanted = false;
            next.check = null;
            next.passedBy.add(worker);
        });
    }

    /** Waiting again for anybody. */
    Task reopened(Instant at) {
        return changed(at, next -> {
            next.stuck = null;
            next.status = TaskStatus.PENDING;
            next.by = null;
            next.offer = null;
            next.reason = null;
            next.helpWanted = false;
            next.check = null;
            next.passedBy.clear();
        });
    }

    Task ranked(Rank newRank) {
        return changed(since, next -> next.rank = newRank);
    }

    Task stuck(Stuck in) {
        return changed(since, next -> next.stuck = in);
    }

    Task pinned(@Nullable Pin by) {
        return changed(since, next -> next.pin = by);
    }

    Task delayed(String why) {
        return changed(since, next -> next.delay = why);
    }

    Task wantingHelp(boolean wanted) {
        return changed(since, next -> next.helpWanted = wanted);
    }

    private Task changed(Instant at, Consumer<Draft> change) {
        Draft next = new Draft(this, at);
        change.accept(next);
        return next.task(this);
    }

    /** A task in the making: what can change of one. */
    private static final class Draft {
        private final Instant since;
        private TaskStatus status;
        private @Nullable Instant scheduledUntil;
        private @Nullable Instant startedAt;
        private @Nullable Instant expectedDoneAt;
        private @Nullable StaffKey by;
        private @Nullable Offer offer;
        private @Nullable StaffKey handOverTo;
        private final SortedSet<StaffKey> passedBy;
        private @Nullable Rank rank;
        private @Nullable Pin pin;
        private @Nullable String delay;
        private boolean helpWanted;
        private @Nullable Stuck stuck;
        private @Nullable String reason;
        private @Nullable BedsideCheck check;

        Draft(Task task, Instant since) {
            this.since = since;
            status = task.status;
            scheduledUntil = task.scheduledUntil;
            startedAt = task.startedAt;
            expectedDoneAt = task.expectedDoneAt;
            by = task.by;
            offer = task.offer;
            handOverTo = task.handOverTo;
            passedBy = new TreeSet<>(task.passedBy);
            rank = task.rank;
            pin = task.pin;
            delay = task.delay;
            helpWanted = task.helpWanted;
            stuck = task.stuck;
            reason = task.reason;
            check = task.check;
        }

        Task task(Task of) {
            return new Task(
                    of.id,
                    of.job,
                    status,
                    of.asked,
                    of.orderedAt,
                    of.dueAt,
                    scheduledUntil,
                    since,
                    startedAt,
                    expectedDoneAt,
                    by,
                    offer,
                    handOverTo,
                    passedBy,
                    rank,
                    pin,
                    delay,
                    helpWanted,
                    stuck,
                    reason,
                    check);
        }
    }
}
