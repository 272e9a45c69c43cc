package flyt.domain.placement;

/** Why a ward says no. */
public enum DeclineReason {
    /** Nobody can look after one patient more. */
    STAFFING,
    /** Another ward's skill or equipment is needed. */
    OTHER_CARE_NEEDED,
    /** The bed is not what the board says. */
    BED_NOT_USABLE,
    OUTBREAK,
    /** The ward would take another patient for this one, or this one for another of its own. */
    SWAP_WANTED,
    OTHER
}
