package flyt.domain.placement;

/** Why a bed is needed no more. */
public enum WithdrawReason {
    /** The patient goes home, or is not admitted. */
    NOT_ADMITTED,
    /** The patient stays in the bed where they lie. */
    STAYS_PUT,
    /** Another hospital takes the patient. */
    OTHER_HOSPITAL,
    ASKED_BY_MISTAKE,
    OTHER
}
