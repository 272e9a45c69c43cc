package flyt.domain.task;

import flyt.domain.priority.Limits;
import flyt.domain.priority.Rank;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task has passed the limit of a stage and does not go on by itself.
 *
 * @param since when it passed the limit
 * @param limit the limit that held then
 */
public record Stuck(Stage stage, Instant since, Duration limit) {

    /** Whether nobody has the task, so that it is offered to whoever is free and fit, also where people choose from their list. */
    public boolean overlooked() {
        return stage == Stage.UNTOLD || stage == Stage.UNTAKEN;
    }

    /** Which limit time alone lets the task pass next, and when; null: none. */
    static @Nullable Stuck next(Task task, Limits limits) {
        return switch (task.status()) {
            case PENDING -> waiting(task, limits);
            case ACCEPTED -> once(task, Stage.NOT_BEGUN, limits.notBegun());
            case PAUSED -> once(task, Stage.PAUSED, limits.paused());
            case POSSIBLE, SCHEDULED, OFFERED, IN_PROGRESS, NOT_POSSIBLE, DONE, INSPECTED, CANCELLED -> null;
        };
    }

    private static @Nullable Stuck once(Task task, Stage stage, Duration limit) {
        return task.stuck() == null ? new Stuck(stage, task.since().plus(limit), limit) : null;
    }

    private static @Nullable Stuck waiting(Task task, Limits limits) {
        Rank rank = task.rank();
        Stage passed = task.stuck() == null ? null : task.stuck().stage();
        if (rank == null || passed == Stage.UNTAKEN) {
            return null;
        }
        Stuck untaken = new Stuck(Stage.UNTAKEN, rank.startBy().minus(limits.untaken()), limits.untaken());
        Stuck untold = new Stuck(Stage.UNTOLD, waitsFrom(task).plus(limits.untold()), limits.untold());
        // while the air of a room is changed nobody can be told to go there
        boolean canBeUntold = passed == null && task.passedBy().isEmpty() && task.cleaning() != CleaningKind.AIRBORNE;
        return canBeUntold && untold.since.isBefore(untaken.since) ? untold : untaken;
    }

    private static Instant waitsFrom(Task task) {
        return task.scheduledUntil() == null ? task.orderedAt() : task.scheduledUntil();
    }
}
