package flyt.domain.threshold;

/** Whose an alert or an action is: a role, never a name. */
public enum Owner {
    BED_MANAGER,
    /** Who leads the hospital at this hour and declares its level. */
    DUTY_LEADER,
    WARD_COORDINATOR,
    EMERGENCY_COORDINATOR,
    CLEANING_COORDINATOR,
    LABORATORY_COORDINATOR
}
