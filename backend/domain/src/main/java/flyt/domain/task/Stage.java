package flyt.domain.task;

/** What a task can stay in for too long. */
public enum Stage {
    /** Waiting, and nobody was told of it. */
    UNTOLD,
    /** Nobody has it, and somebody must begin soon. */
    UNTAKEN,
    /** Somebody has it, and has not begun. */
    NOT_BEGUN,
    /** Begun, and resting. */
    PAUSED
}
