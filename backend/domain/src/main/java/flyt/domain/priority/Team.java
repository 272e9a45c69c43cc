package flyt.domain.priority;

/** Those who share a queue. */
public enum Team {
    CLEANING,
    PORTERS,
    TECHNICAL
}
