package flyt.domain.stay;

/** Whether a patient can leave: no, ready to leave, or declared ready to the municipality (domain 3.3). */
public enum Readiness {
    NOT_READY,
    READY_TO_LEAVE,
    READY_FOR_MUNICIPALITY
}
