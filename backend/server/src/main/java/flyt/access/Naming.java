package flyt.access;

/** What a screen calls a patient, apart from its level (domain 3.13). */
public enum Naming {
    INITIALS,
    /** Initials, and names for a short while after a member of staff has signed in at it. */
    NAME_ON_SIGN_IN
}
