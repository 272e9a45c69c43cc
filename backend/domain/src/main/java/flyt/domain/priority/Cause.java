package flyt.domain.priority;

/** Something that makes a task urgent, strongest first. Each comes with a moment: since when, or at what time. */
public enum Cause {
    /** A coordinator put it first; until then. */
    PINNED,
    /** Somebody ordered it as acute; then. */
    ORDERED_ACUTE,
    /** A patient waits in the emergency department for this bed; since then. */
    EMERGENCY_PATIENT_WAITS,
    /** The patient for this bed is here already; since then. */
    PATIENT_WAITS,
    /** A bed of intensive care; since it was ordered. */
    INTENSIVE_CARE,
    /** A patient waits to be fetched from where there is no bed, as after an examination; since then. */
    PATIENT_UNATTENDED,
    /** Somebody ordered it as urgent; then. */
    ORDERED_URGENT,
    /** A patient comes to this bed; at that time. */
    PATIENT_COMES,
    /** A contagious patient needs a room of this sort; since then. */
    ISOLATION_ROOM_NEEDED,
    /** The ward has no free bed, and somebody waits for one; since then. */
    NO_FREE_BED,
    /** It has an appointment; at that time. */
    APPOINTMENT,
    /** It has waited longer than anything may; since it was ordered. */
    WAITED_TOO_LONG,
    /** It has waited twice as long as it should; since it was ordered. */
    WAITED_LONG,
    /** The forecast says that beds run short; since then. */
    SHORTAGE_EXPECTED,
    /** It is near; now. */
    NEAR,
    /** Nothing else: it was ordered then. */
    ORDERED;

    /** Whether its moment may lie ahead and still be a reason: what comes then, or ends then. */
    boolean isForetold() {
        return this == PATIENT_COMES || this == APPOINTMENT || this == PINNED;
    }
}
