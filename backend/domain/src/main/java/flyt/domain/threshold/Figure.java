package flyt.domain.threshold;

/** A figure that rules can watch (domain 3.1, 3.2, 2.10). */
public enum Figure {
    /** Patients with a bed now of staffed open beds now, per cent; extra places count above the line only. */
    OCCUPANCY(Unit.PERCENT, Side.ABOVE, true),
    /** Patients in the emergency department who are expected in a ward. */
    BOARDERS(Unit.COUNT, Side.ABOVE, false),
    LONGEST_BOARDING(Unit.MINUTES, Side.ABOVE, false),
    NEDOCS(Unit.SCORE, Side.ABOVE, false),
    /** Patients in a corridor, day room and the like. */
    CORRIDOR(Unit.COUNT, Side.ABOVE, true),
    /** Open beds less the patients expected in four hours, as this hospital's own forecast has it, or as another system tells. */
    FREE_IN_FOUR_HOURS(Unit.COUNT, Side.BELOW, true),
    READY_BEDS(Unit.COUNT, Side.BELOW, true),
    WAITING_FOR_CLEANING(Unit.COUNT, Side.ABOVE, true),
    /** How long the bed that has waited longest for its clean has waited. */
    OLDEST_CLEAN(Unit.MINUTES, Side.ABOVE, true),
    /** Patients who are to leave today and wait for an answer of the laboratory. */
    DISCHARGES_WAITING_FOR_LAB(Unit.COUNT, Side.ABOVE, true),
    /** How long the one who has waited longest for a blood sample has waited. */
    SAMPLING_LONGEST(Unit.MINUTES, Side.ABOVE, false),
    /** The 90th percentile of the waits of those who were drawn in the last hour. */
    SAMPLING_P90(Unit.MINUTES, Side.ABOVE, false),
    /** Staff present of those planned, per cent; told by a system that knows the roster. */
    STAFF_PRESENT(Unit.PERCENT, Side.BELOW, true),
    /** As {@link #OCCUPANCY}, with who comes within four hours and without who leaves by then. */
    COMMITTED_OCCUPANCY(Unit.PERCENT, Side.ABOVE, true),
    /** All who are placed there, in a bed or without, on leave included. */
    PATIENTS(Unit.COUNT, Side.ABOVE, true),
    /** Patients in the emergency department, those who are to stay there included. */
    EMERGENCY_PATIENTS(Unit.COUNT, Side.ABOVE, false),
    STAFFED_BEDS(Unit.COUNT, Side.BELOW, true),
    CLOSED_BEDS(Unit.COUNT, Side.ABOVE, true),
    /** Open, but promised to somebody. */
    RESERVED_BEDS(Unit.COUNT, Side.ABOVE, true),
    /** Admitted, without a bed: not the same as {@link #CORRIDOR}. */
    WITHOUT_BED(Unit.COUNT, Side.ABOVE, true),
    /** Patients of other specialties who lie here. */
    OUTLIERS_IN(Unit.COUNT, Side.ABOVE, true),
    /** Patients of one's own specialty who lie elsewhere. */
    OUTLIERS_OUT(Unit.COUNT, Side.ABOVE, true),
    /** Under isolation of any kind. */
    ISOLATED(Unit.COUNT, Side.ABOVE, true),
    ON_LEAVE(Unit.COUNT, Side.ABOVE, true),
    /** Admitted, and treated at home. */
    AT_HOME(Unit.COUNT, Side.ABOVE, false),
    /** Expected to come, whenever. */
    EXPECTED_IN(Unit.COUNT, Side.ABOVE, true),
    /** Still in the house and expected to leave it today: few is bad. */
    EXPECTED_OUT(Unit.COUNT, Side.BELOW, true),
    /** Of those the ones for whom nothing is waited for, and who have not left. */
    READY_TO_LEAVE(Unit.COUNT, Side.ABOVE, true),
    /** Beds held by somebody who has officially gone, but has not been seen to leave the room. */
    NOT_LEFT(Unit.COUNT, Side.ABOVE, true),
    /** Rooms that must air before they are cleaned, by bed. */
    AIR_CHANGE(Unit.COUNT, Side.ABOVE, true),
    /** Cleaned and not made yet. */
    NOT_MADE(Unit.COUNT, Side.ABOVE, true);

    /** What a value counts. */
    public enum Unit {
        COUNT,
        PERCENT,
        MINUTES,
        SCORE
    }

    /** On which side of a limit a value is bad. */
    public enum Side {
        ABOVE,
        BELOW
    }

    private final Unit unit;
    private final Side bad;
    private final boolean ofWards;

    Figure(Unit unit, Side bad, boolean ofWards) {
        this.unit = unit;
        this.bad = bad;
        this.ofWards = ofWards;
    }

    public Unit unit() {
        return unit;
    }

    public Side bad() {
        return bad;
    }

    /** Whether a ward has it too, and not the hospital alone. */
    public boolean ofWards() {
        return ofWards;
    }

    /** Whether another system may tell it, which may know it better than this one. */
    public boolean isTold() {
        return switch (this) {
            case FREE_IN_FOUR_HOURS, SAMPLING_LONGEST, SAMPLING_P90, STAFF_PRESENT -> true;
            default -> false;
        };
    }

    /** Whether the value is at the limit or on its bad side. */
    public boolean isBeyond(double value, double limit) {
        return bad == Side.ABOVE ? value >= limit : value <= limit;
    }
}
