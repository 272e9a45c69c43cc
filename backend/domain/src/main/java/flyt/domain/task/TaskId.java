package flyt.domain.task;

import flyt.domain.event.Id;

/** A task, numbered by this system: {@code T-881}. */
public record TaskId(String value) implements Id, Comparable<TaskId> {

    public TaskId {
        value = Id.checked(value, "task");
    }

    @Override
    public int compareTo(TaskId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
