package flyt.access;

/** Too many wrong passwords or secrets, or too many attempts at once. Nothing was compared. */
public final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int retryAfterSeconds;

    public TooMany(int retryAfterSeconds) {
        super("too many attempts", null, false, false);
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** When it makes sense to come again. */
    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
