package flyt.domain.task;

import flyt.domain.event.StaffKey;
import flyt.domain.place.BedId;
import flyt.domain.priority.Limits;
import flyt.domain.priority.Rank;
import flyt.domain.priority.Team;
import flyt.domain.stay.StayId;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * The open tasks as they are looked for; follows from them, so that what a new fact costs follows from the tasks it is about and not
 * from how many are open. Immutable.
 *
 * @param cleans by bed, of which there is one each
 * @param workers by who has them or is offered them
 * @param stays by whom they move
 * @param places by where they begin
 * @param equipment by what they hold, once begun
 * @param queues those that wait for somebody, in their order
 * @param overlooked those among them of which somebody must have been told by now
 * @param deadlines when time alone changes something
 */
record TaskIndex(
        TreePMap<BedId, TaskId> cleans,
        TreePMap<StaffKey, TreePSet<TaskId>> workers,
        TreePMap<StayId, TreePSet<TaskId>> stays,
        TreePMap<Point, TreePSet<TaskId>> places,
        TreePMap<String, TreePSet<TaskId>> equipment,
        TreePMap<Team, TreePSet<Waiting>> queues,
        TreePMap<Team, TreePSet<Waiting>> overlooked,
        TreePSet<Deadline> deadlines) {

    /** A task's place in the queue of its team. */
    record Waiting(long score, TaskId task) implements Comparable<Waiting> {
        @Override
        public int compareTo(Waiting other) {
            int byScore = Long.compare(score, other.score);
            return byScore != 0 ? byScore : task.compareTo(other.task);
        }
    }

    /** A moment at which time alone changes something about a task. */
    record Deadline(Instant at, TaskId task) implements Comparable<Deadline> {
        @Override
        public int compareTo(Deadline other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : task.compareTo(other.task);
        }
    }

    static final TaskIndex EMPTY = new TaskIndex(
            TreePMap.empty(),
            TreePMap.empty(),
            TreePMap.empty(),
            TreePMap.empty(),
            TreePMap.empty(),
            TreePMap.empty(),
            TreePMap.empty(),
            TreePSet.empty());

    TaskIndex with(Task task, Limits limits) {
        TaskId id = task.id();
        Instant deadline = deadlineOf(task, limits);
        Rank rank = waitingRank(task);
        Team team = task.job().team();
        return new TaskIndex(
                isClean(task) ? cleans.plus(task.job().at().bed(), id) : cleans,
                plus(plus(workers, workerOf(task), id), task.handOverTo(), id),
                plus(stays, task.job().stay(), id),
                plus(places, task.job().at(), id),
                held(task).stream().reduce(equipment, (all, one) -> plus(all, one, id), (one, other) -> other),
                rank == null ? queues : plus(queues, team, new Waiting(rank.score(), id)),
                rank == null || !isOverlooked(task)
                        ? overlooked
                        : plus(overlooked, team, new Waiting(rank.score(), id)),
                deadline == null ? deadlines : deadlines.plus(new Deadline(deadline, id)));
    }

    TaskIndex without(Task task, Limits limits) {
        TaskId id = task.id();
        Instant deadline = deadlineOf(task, limits);
        Rank rank = waitingRank(task);
        Team team = task.job().team();
        return new TaskIndex(
                isClean(task) ? cleans.minus(task.job().at().bed()) : cleans,
                minus(minus(workers, workerOf(task), id), task.handOverTo(), id),
                minus(stays, task.job().stay(), id),
                minus(places, task.job().at(), id),
                held(task).stream().reduce(equipment, (all, one) -> minus(all, one, id), (one, other) -> other),
                rank == null ? queues : minus(queues, team, new Waiting(rank.score(), id)),
                rank == null || !isOverlooked(task)
                        ? overlooked
                        : minus(overlooked, team, new Waiting(rank.score(), id)),
                deadline == null ? deadlines : deadlines.minus(new Deadline(deadline, id)));
    }

    private static <K extends Comparable<? super K>, V extends Comparable<? super V>> TreePMap<K, TreePSet<V>> plus(
            TreePMap<K, TreePSet<V>> of, @Nullable K key, V one) {
        return key == null
                ? of
                : of.plus(key, of.getOrDefault(key, TreePSet.empty()).plus(one));
    }

    private static <K extends Comparable<? super K>, V extends Comparable<? super V>> TreePMap<K, TreePSet<V>> minus(
            TreePMap<K, TreePSet<V>> of, @Nullable K key, V one) {
        if (key == null) {
            return of;
        }
        TreePSet<V> left = of.getOrDefault(key, TreePSet.empty()).minus(one);
        return left.isEmpty() ? of.minus(key) : of.plus(key, left);
    }

    private static SortedSet<String> held(Task task) {
        return task.status().begun() ? task.job().equipment() : Collections.emptySortedSet();
    }

    private static boolean isOverlooked(Task task) {
        return task.stuck() != null && task.stuck().overlooked();
    }

    private static boolean isClean(Task task) {
        return task.cleaning() != null && task.bed() != null;
    }

    private static @Nullable StaffKey workerOf(Task task) {
        return task.offer() != null ? task.offer().worker() : task.by();
    }

    private static @Nullable Rank waitingRank(Task task) {
        return task.status() == TaskStatus.PENDING ? task.rank() : null;
    }

    private static @Nullable Instant deadlineOf(Task task, Limits limits) {
        Stuck next = Stuck.next(task, limits);
        Instant own = ownDeadline(task);
        if (next == null || own == null) {
            return next == null ? own : next.since();
        }
        return own.isBefore(next.since()) ? own : next.since();
    }

    private static @Nullable Instant ownDeadline(Task task) {
        if (task.offer() != null) {
            return task.offer().until();
        } else if (task.status() == TaskStatus.SCHEDULED) {
            return task.scheduledUntil();
        }
        Rank rank = waitingRank(task);
        return rank == null ? null : rank.changesAt();
    }
}
