package flyt.domain.placement;

/** Why nobody waits any more. */
public enum EndReason {
    /** The patient lies in a bed of the ward, or in the one that was promised. */
    ARRIVED,
    /** The patient left the house, or never came. */
    LEFT,
    /** Whoever expected the patient does so no longer. */
    NOT_EXPECTED,
    /** A person took it back. */
    WITHDRAWN
}
