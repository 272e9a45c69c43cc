package flyt.domain.task;

import flyt.domain.place.BedId;
import java.util.Collection;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/** The open tasks, at most one clean per bed. What is done or cancelled leaves; the journal remembers. Immutable. */
public final class Tasks {

    /** No tasks. */
    public static final Tasks NONE = new Tasks(1, TreePMap.empty(), TreePMap.empty());

    private final long nextNumber;
    private final TreePMap<TaskId, Task> open;
    private final TreePMap<BedId, TaskId> byBed;

    private Tasks(long nextNumber, TreePMap<TaskId, Task> open, TreePMap<BedId, TaskId> byBed) {
        this.nextNumber = nextNumber;
        this.open = open;
        this.byBed = byBed;
    }

    /** These open tasks, and the number that the next one gets. */
    public static Tasks of(long nextNumber, Collection<Task> open) {
        TreePMap<TaskId, Task> byId = TreePMap.empty();
        TreePMap<BedId, TaskId> byBed = TreePMap.empty();
        for (Task task : open) {
            byId = byId.plus(task.id(), task);
            byBed = byBed.plus(task.bed(), task.id());
        }
        return new Tasks(nextNumber, byId, byBed);
    }

    /** The number that the next order gets. */
    public long nextNumber() {
        return nextNumber;
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
        TaskId id = byBed.get(bed);
        return id == null ? null : open.get(id);
    }

    /** All open tasks. */
    public Collection<Task> open() {
        return open.values();
    }

    /** The bed with the open clean that it had, or (null) none. Numbers given since are not given again. */
    public Tasks restored(BedId bed, @Nullable Task task) {
        Tasks left = closed(byBed.get(bed));
        return task == null
                ? left
                : new Tasks(nextNumber, left.open.plus(task.id(), task), left.byBed.plus(bed, task.id()));
    }

    Tasks ordered(Task task) {
        return new Tasks(nextNumber + 1, open.plus(task.id(), task), byBed.plus(task.bed(), task.id()));
    }

    Tasks changed(@Nullable TaskId id, UnaryOperator<Task> change) {
        Task task = id == null ? null : open.get(id);
        return task == null ? this : new Tasks(nextNumber, open.plus(task.id(), change.apply(task)), byBed);
    }

    Tasks closed(@Nullable TaskId id) {
        Task task = id == null ? null : open.get(id);
        return task == null ? this : new Tasks(nextNumber, open.minus(task.id()), byBed.minus(task.bed()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tasks that
                && Objects.equals(nextNumber, that.nextNumber)
                && Objects.equals(open, that.open)
                && Objects.equals(byBed, that.byBed);
    }

    @Override
    public int hashCode() {
        return Objects.hash(nextNumber, open, byBed);
    }

    @Override
    public String toString() {
        return "nextNumber " + nextNumber + ", " + "open " + open + ", " + "byBed " + byBed;
    }
}
