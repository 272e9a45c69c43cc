package flyt.domain.task;

/** Why something was ordered that no person and no other system asked for. */
public enum Origin {
    /** The patient can leave. */
    READY_TO_LEAVE,
    /** The patient is expected in another bed or ward. */
    TRANSFER_EXPECTED,
    /** The patient stays, and is not contagious any more. */
    ISOLATION_ENDED,
    /** The patient has left, and the bed itself is washed. */
    ROOM_LEFT,
    /** What counted as clean is not. */
    FOUND_DIRTY,
    /** Its hour of the day has come. */
    ROUTINE,
    /** The patient is where they were taken to, and comes back from there. */
    ROUND_TRIP
}
