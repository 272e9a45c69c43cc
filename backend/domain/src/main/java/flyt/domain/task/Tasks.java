package flyt.domain.task;

import flyt.domain.event.StaffKey;
import flyt.domain.place.BedId;
import flyt.domain.priority.Limits;
import flyt.domain.priority.Team;
import flyt.domain.stay.StayId;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * The open tasks, at most one clean per bed, found by bed, by place, by worker, by what they hold, by deadline and in the order in which they wait. What is
 * done or cancelled leaves; the journal remembers. Immutable.
 */
public final class Tasks {

    /** No tasks. */
    public static final Tasks NONE = new Tasks(1, TreePMap.empty(), Limits.USUAL, TaskIndex.EMPTY, null);

    private final long nextNumber;
    private final TreePMap<TaskId, Task> open;
    private final Limits limits;
    private final TaskIndex index;
    private final @Nullable Instant routinesUpTo;

    private Tasks(
            long nextNumber,
            TreePMap<TaskId, Task> open,
            Limits limits,
            TaskIndex index,
            @Nullable Instant routinesUpTo) {
        this.nextNumber = nextNumber;
        this.open = open;
        this.limits = limits;
        this.index = index;
        this.routinesUpTo = routinesUpTo;
    }

    /** These open tasks under these limits, the number that the next one gets, and up to when what comes back every day was ordered. */
    public static Tasks of(long nextNumber, Collection<Task> open, Limits limits, @Nullable Instant routinesUpTo) {
        Tasks tasks = new Tasks(nextNumber, TreePMap.empty(), limits, TaskIndex.EMPTY, routinesUpTo);
        for (Task task : open) {
            tasks = tasks.with(task);
        }
        return tasks;
    }

    /** The number that the next order gets. */
    public long nextNumber() {
        return nextNumber;
    }

    /** Up to when what comes back every day was ordered; null: nothing ever did. */
    public @Nullable Instant routinesUpTo() {
        return routinesUpTo;
    }

    /** The id that the next order gets. */
    public TaskId nextId() {
        return new TaskId("T-" + nextNumber);
    }

    /** The open task, or null. */
    public @Nullable Task task(TaskId id) {
        return open.get(id);
    }

    /** The open clean of the bed, or null. */
    public @Nullable Task ofBed(BedId bed) {
        TaskId id = index.cleans().get(bed);
        return id == null ? null : open.get(id);
    }

    /** The open tasks that move this patient. */
    public SortedSet<TaskId> moving(StayId stay) {
        return Collections.unmodifiableSortedSet(index.stays().getOrDefault(stay, TreePSet.empty()));
    }

    /** The open tasks that begin there. */
    public Iterable<Task> at(Point place) {
        return all(index.places().getOrDefault(place, TreePSet.empty()));
    }

    /** The begun tasks that hold this equipment. */
    public SortedSet<TaskId> holding(String equipment) {
        return Collections.unmodifiableSortedSet(index.equipment().getOrDefault(equipment, TreePSet.empty()));
    }

    private Iterable<Task> all(Collection<TaskId> ids) {
        return () ->
                ids.stream().map(id -> Objects.requireNonNull(open.get(id))).iterator();
    }

    /** All open tasks. */
    public Collection<Task> open() {
        return open.values();
    }

    /** The tasks that somebody has, or is offered, be it by a colleague. */
    public SortedSet<TaskId> of(StaffKey worker) {
        return Collections.unmodifiableSortedSet(index.workers().getOrDefault(worker, TreePSet.empty()));
    }

    /** The tasks of a team that wait for somebody, first things first; those not ranked yet are not among them. */
    public Iterable<Task> waiting(Team team) {
        TreePSet<TaskIndex.Waiting> queue = index.queues().getOrDefault(team, TreePSet.empty());
        return () -> queue.stream()
                .map(one -> Objects.requireNonNull(open.get(one.task())))
                .iterator();
    }

    /** How many tasks of a team wait for somebody. */
    public int waitingCount(Team team) {
        return index.queues().getOrDefault(team, TreePSet.empty()).size();
    }

    /** When time alone changes something about a task next (its rank, an offer), or null. */
    public @Nullable Instant nextDeadline() {
        return index.deadlines().isEmpty() ? null : index.deadlines().first().at();
    }

    /** The tasks about which time alone has changed something by then. */
    public SortedSet<TaskId> dueBy(Instant now) {
        SortedSet<TaskId> due = new TreeSet<>();
        for (TaskIndex.Deadline deadline : index.deadlines()) {
            if (deadline.at().isAfter(now)) {
                break;
            }
            due.add(deadline.task());
        }
        return due;
    }

    /** The tasks of a team that wait although somebody must have been told of them by now, first things first. */
    public Iterable<Task> overlooked(Team team) {
        TreePSet<TaskIndex.Waiting> queue = index.overlooked().getOrDefault(team, TreePSet.empty());
        return () -> queue.stream()
                .map(one -> Objects.requireNonNull(open.get(one.task())))
                .iterator();
    }

    /** Which limit the task has passed by then without anybody having told so; null: none. */
    public @Nullable Stuck limitPassed(Task task, Instant now) {
        Stuck next = Stuck.next(task, limits);
        return next == null || next.since().isAfter(now) ? null : next;
    }

    /** The same under other limits. */
    public Tasks under(Limits others) {
        return others.equals(limits) ? this : of(nextNumber, open.values(), others, routinesUpTo);
    }

    /** The bed with the open clean that it had, or (null) none. Numbers given since are not given again. */
    public Tasks restored(BedId bed, @Nullable Task task) {
        Tasks left = closed(index.cleans().get(bed));
        return task == null ? left : left.with(task);
    }

    /** Without these: ordering them was undone. */
    public Tasks withdrawn(Collection<TaskId> tasks) {
        Tasks left = this;
        for (TaskId task : tasks) {
            left = left.closed(task);
        }
        return left;
    }

    Tasks ordered(Task task) {
        return new Tasks(nextNumber + 1, open, limits, index, routinesUpTo).with(task);
    }

    Tasks routinesOrdered(Instant upTo) {
        return new Tasks(nextNumber, open, limits, index, upTo);
    }

    Tasks changed(@Nullable TaskId id, UnaryOperator<Task> change) {
        Task task = id == null ? null : open.get(id);
        return task == null ? this : with(change.apply(task));
    }

    Tasks closed(@Nullable TaskId id) {
        Task task = id == null ? null : open.get(id);
        return task == null
                ? this
                : new Tasks(nextNumber, open.minus(task.id()), limits, index.without(task, limits), routinesUpTo);
    }

    private Tasks with(Task task) {
        Task before = open.get(task.id());
        TaskIndex others = before == null ? index : index.without(before, limits);
        return new Tasks(nextNumber, open.plus(task.id(), task), limits, others.with(task, limits), routinesUpTo);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tasks that
                && nextNumber == that.nextNumber
                && open.equals(that.open)
                && Objects.equals(routinesUpTo, that.routinesUpTo);
    }

    @Override
    public int hashCode() {
        return Objects.hash(nextNumber, open, routinesUpTo);
    }

    @Override
    public String toString() {
        return "nextNumber " + nextNumber + ", open " + open + ", routinesUpTo " + routinesUpTo;
    }
}
