package flyt.domain.placement;

/** What a patient's bed must have (domain 3.10), besides what their isolation demands. */
public enum BedNeed {
    SINGLE_ROOM,
    TELEMETRY,
    DIALYSIS,
    SUCTION,
    /** The patient is a child. */
    CHILD,
    INTENSIVE_CARE,
    /** Wished for, not demanded. */
    NEAR_NURSES
}
