package flyt.domain.placement;

/** Why a bed suits somebody well, less well, or not at all; the screens have words for each. */
public enum Because {
    OWN_WARD(100),
    OWN_SPECIALTY(40),
    READY_NOW(50),
    NEARLY_READY(40),
    BEING_CLEANED(30),
    AFTER_CLEANING(15),
    AFTER_AIR_CHANGE(5),
    AFTER_DISCHARGE(0),
    /** Not ready now, but when the patient is. */
    READY_IN_TIME(45),
    SHORT_WAY(10),
    NEAR_NURSES(20),
    FAR_FROM_NURSES(-20),
    OUTLIER(-60),
    /** Whoever leaves soon is an outlier for a short while. */
    LEAVES_SOON(25),
    /** Whoever is frail, or has been moved often, would have to move once more from there. */
    ANOTHER_MOVE(-30),
    LIGHT_LOAD(10),
    HEAVY_LOAD(-15),
    VERY_HEAVY_LOAD(-30),
    NAME_ALIKE(-25),
    DECLINED(-250),
    ISOLATION_ROOM(-40),
    SEX_NOT_KNOWN(-5),
    EXTRA_PLACE(-80),

    CLOSED,
    OCCUPIED,
    RESERVED,
    EXPECTED,
    NOT_FOR_INPATIENTS,
    OWN_PATIENTS_ONLY,
    NEEDS_SINGLE_ROOM,
    NEEDS_NEGATIVE_PRESSURE,
    /** What the patient carries would be blown out of the room. */
    POSITIVE_PRESSURE,
    NEEDS_TELEMETRY,
    NEEDS_DIALYSIS,
    NEEDS_SUCTION,
    NEEDS_CHILDRENS_ROOM,
    KEPT_FOR_CHILDREN,
    NEEDS_INTENSIVE_CARE,
    KEPT_FOR_INTENSIVE_CARE,
    ROOM_ISOLATED,
    OTHER_SEX_IN_ROOM,
    TOO_ILL_FOR_ANOTHER_WARD;

    private final int weight;
    private final boolean barrier;

    Because(int weight) {
        this.weight = weight;
        this.barrier = false;
    }

    Because() {
        this.weight = 0;
        this.barrier = true;
    }

    /** How much it speaks for the bed, in points; against it below 0. */
    public int weight() {
        return weight;
    }

    /** Whether the bed is out of the question because of it. */
    public boolean isBarrier() {
        return barrier;
    }
}
