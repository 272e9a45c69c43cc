package flyt.domain.stay;

/**
 * The kinds of facts about a stay. Their order is the tie-break for facts of equal time: what opens a stay comes before what
 * moves it, what moves it before what ends it, and a cancellation after what it takes back.
 */
public enum FactKind {
    PATIENT_REGISTERED,
    ADMISSION_EXPECTED,
    PATIENT_ADMITTED,
    PATIENT_TRANSFERRED,
    TRANSFER_EXPECTED,
    BEDS_SWAPPED,
    LEAVE_STARTED,
    LEAVE_ENDED,
    DEPARTED_TEMPORARILY,
    ARRIVED_TEMPORARILY,
    STAY_UPDATED,
    ISOLATION_REPORTED,
    DISCHARGE_EXPECTED,
    READINESS_REPORTED,
    MILESTONE_REPORTED,
    PATIENT_DISCHARGED,
    ROOM_LEFT,
    STAYS_MERGED,
    FACT_CANCELLED
}
