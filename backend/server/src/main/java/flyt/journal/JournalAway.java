package flyt.journal;

/**
 * The database cannot be reached, refuses work, or did not answer in time.
 *
 * <p>For an append the outcome is unknown: it may have been committed, and may still be.
 */
public final class JournalAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JournalAway(String message) {
        super(message);
    }

    public JournalAway(Throwable cause) {
        super("The journal is away: " + cause.getMessage(), cause);
    }
}
