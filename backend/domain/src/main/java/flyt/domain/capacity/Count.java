package flyt.domain.capacity;

/** What is counted of a part of a hospital at one moment. */
public enum Count {
    /** Bed places in the plan. */
    BEDS,
    /** Those not closed: the staffed open beds, which every live figure is a share of. */
    STAFFED,
    CLOSED,
    CLOSED_STAFFING,
    CLOSED_INFECTION,
    CLOSED_REPAIR,
    CLOSED_OTHER,
    /** Patients placed there, in a bed or without, on leave included. */
    PATIENTS,
    /**
     * Of those the ones who have a bed and count in the occupancy ({@link flyt.domain.Counted}), one on an extra place and one whose
     * bed is held included.
     */
    IN_BED,
    /** Newborns with their mother, unless the hospital counts them: then they are in {@link #IN_BED}. */
    NEWBORNS,
    /** Those in a bed for the day, in the same way. */
    DAY_PATIENTS,
    /** Those in a bed for observation, in the same way. */
    OBSERVATION,
    WITHOUT_BED,
    /** Of {@link #IN_BED} those on leave; the bed is held. */
    ON_LEAVE,
    /** Under isolation of any kind. */
    ISOLATED,
    /** Treated at home by a ward that has no beds: admitted, but in nobody's occupancy. */
    AT_HOME,
    /** In the emergency department and expected on a ward: they wait for a bed there. */
    BOARDING,
    /** Ready, in the plan, neither closed nor reserved: what may be called free. */
    READY,
    /** Open and in the plan, but promised. */
    RESERVED,
    WAITING_CLEANING,
    AIR_CHANGE,
    BEING_CLEANED,
    PAUSED,
    NOT_MADE,
    HELD,
    /** Beds held by somebody who has officially gone, but has not been seen to leave the room. */
    NOT_LEFT,
    /** Places outside the plan in use. */
    EXTRA_PLACES,
    /** Of those the ones in a corridor. */
    CORRIDOR,
    /** The others of those: in a day room, or a second bed in a single room. */
    SURGE,
    /** Patients expected to come, whenever. */
    INCOMING,
    /** Those of them who will add to the occupancy within {@link WardCount#HORIZON}, or have a bed assigned and no time. */
    COMING,
    /** Patients who will take from the occupancy by then: ready to leave, or expected on another ward. */
    GOING,
    /** Patients in the house who are expected to leave it today. */
    OUT_TODAY,
    /** Of those the ones for whom nothing is waited for. */
    READY_TO_LEAVE,
    /** Patients discharged today. */
    LEFT_TODAY,
    /** Patients of other wards who lie here. */
    OUTLIERS_IN,
    /** Patients of this ward who lie elsewhere. */
    OUTLIERS_OUT,
    /** Who counts and is this ward's by medical responsibility, wherever they lie. */
    RESPONSIBLE
}
