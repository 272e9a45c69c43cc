package flyt.domain.task;

/** The states of a task (domain 3.7b), the same for cleaning, transport and every other job. */
public enum TaskStatus {
    POSSIBLE,
    SCHEDULED,
    PENDING,
    OFFERED,
    ACCEPTED,
    IN_PROGRESS,
    PAUSED,
    DONE,
    INSPECTED,
    NOT_POSSIBLE,
    CANCELLED;

    /** Whether somebody has begun. */
    public boolean begun() {
        return this == IN_PROGRESS || this == PAUSED;
    }
}
