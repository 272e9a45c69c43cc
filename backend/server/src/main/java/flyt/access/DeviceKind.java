package flyt.access;

/** The kind of device a person has signed in on; it decides how soon they are signed out when idle. */
public enum DeviceKind {
    /** Nobody else uses it. */
    OWN,
    /** A phone that goes from hand to hand. */
    SHARED,
    /** A paired screen, at which somebody stands. */
    WALL
}
