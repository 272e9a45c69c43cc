package flyt.runtime;

/** The clock was not set, and why. */
public final class ClockRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Reason {
        /** The hospital runs on the system clock. */
        NOT_DRIVEN,
        /** The time lies before hospital time. */
        TIME_GOES_BACK
    }

    private final Reason reason;

    public ClockRefused(Reason reason) {
        super("The clock was not set: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
