package flyt.board;

/** What the house view counts. */
enum Count {
    /** Bed places in the plan. */
    BEDS("beds"),
    /** Those not closed. */
    STAFFED("staffed"),
    CLOSED("closed"),
    /** Patients placed on the ward, in a bed or without, on leave included. */
    PATIENTS("patients"),
    WITHOUT_BED("withoutBed"),
    /** Ready, in the plan, neither closed nor reserved: what may be called free. */
    READY("ready"),
    /** Open and in the plan, but promised. */
    RESERVED("reserved"),
    WAITING_CLEANING("waitingCleaning"),
    AIR_CHANGE("airChange"),
    BEING_CLEANED("beingCleaned"),
    PAUSED("paused"),
    NOT_MADE("notMade"),
    HELD("held"),
    /** Extra places in use. */
    EXTRA_PLACES("extraPlaces"),
    /** Patients expected to come. */
    INCOMING("incoming"),
    /** Patients in the house who are expected to leave it today. */
    OUT_TODAY("outToday"),
    /** Patients discharged today. */
    LEFT_TODAY("leftToday"),
    OUTLIERS_IN("outliersIn"),
    OUTLIERS_OUT("outliersOut");

    private final String field;

    Count(String field) {
        this.field = field;
    }

    /** The field's name in the row. */
    String field() {
        return field;
    }
}
