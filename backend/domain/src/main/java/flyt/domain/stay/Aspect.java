package flyt.domain.stay;

/** What can be said of a stay, apart from the rest. {@link #PLACE}: where the patient is, and everything that moves them. */
public enum Aspect {
    NURSE,
    DOCTOR,
    DISCHARGE,
    ISOLATION,
    PLACE,
    READINESS
}
