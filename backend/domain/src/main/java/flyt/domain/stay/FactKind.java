package flyt.domain.stay;

/**
 * The kinds of facts about a stay. Their order is the tie-break for facts of equal time: what opens a stay comes before what
 * moves it, what moves it before what ends it, a hand's word after a system's on the same, and a cancellation after what it takes
 * back.
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
    EXTRA_PLACE_USED,
    STAY_UPDATED,
    ISOLATION_REPORTED,
    ISOLATION_SET,
    DISCHARGE_EXPECTED,
    DISCHARGE_SET,
    NURSE_ASSIGNED,
    DOCTOR_ASSIGNED,
    READINESS_REPORTED,
    MILESTONE_REPORTED,
    PATIENT_DISCHARGED,
    ROOM_LEFT,
    STAYS_MERGED,
    FACT_CANCELLED;

    /** Whether a person says it by hand; no system's cancellation takes it back. */
    public boolean byHand() {
        return switch (this) {
            case EXTRA_PLACE_USED, ISOLATION_SET, DISCHARGE_SET, NURSE_ASSIGNED, DOCTOR_ASSIGNED -> true;
            default -> false;
        };
    }

    /** What it tells of. */
    public Aspect about() {
        return switch (this) {
            case ISOLATION_REPORTED, ISOLATION_SET -> Aspect.ISOLATION;
            case DISCHARGE_EXPECTED, DISCHARGE_SET -> Aspect.DISCHARGE;
            case NURSE_ASSIGNED -> Aspect.NURSE;
            case DOCTOR_ASSIGNED -> Aspect.DOCTOR;
            case READINESS_REPORTED, MILESTONE_REPORTED -> Aspect.READINESS;
            case PATIENT_REGISTERED,
                    ADMISSION_EXPECTED,
                    PATIENT_ADMITTED,
                    PATIENT_TRANSFERRED,
                    TRANSFER_EXPECTED,
                    BEDS_SWAPPED,
                    LEAVE_STARTED,
                    LEAVE_ENDED,
                    DEPARTED_TEMPORARILY,
                    ARRIVED_TEMPORARILY,
                    EXTRA_PLACE_USED,
                    STAY_UPDATED,
                    PATIENT_DISCHARGED,
                    ROOM_LEFT,
                    STAYS_MERGED,
                    FACT_CANCELLED -> Aspect.PLACE;
        };
    }
}
