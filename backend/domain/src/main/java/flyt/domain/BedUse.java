package flyt.domain;

/** What is in a bed now (domain 3.7, the second axis). Free means {@link #READY} and nothing less. */
public enum BedUse {
    READY,
    OCCUPIED,
    HELD,
    WAITING_CLEANING,
    AIR_CHANGE,
    BEING_CLEANED,
    CLEANING_PAUSED,
    NOT_MADE
}
