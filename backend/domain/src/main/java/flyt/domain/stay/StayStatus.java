package flyt.domain.stay;

/** Where a stay stands. After FHIR R5 encounter-status; {@code UNKNOWN}: only facts about it, nobody admitted it. */
public enum StayStatus {
    UNKNOWN,
    PLANNED,
    IN_PROGRESS,
    ON_HOLD,
    DISCHARGED,
    CANCELLED
}
