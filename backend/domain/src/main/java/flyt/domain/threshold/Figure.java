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
    STAFF_PRESENT(Unit.PERCENT, Side.BELOW, true);

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
