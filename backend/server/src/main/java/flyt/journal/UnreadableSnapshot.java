package flyt.journal;

/** A snapshot's body is not one of this format. It may be thrown away: the journal makes it again. */
public final class UnreadableSnapshot extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableSnapshot(Throwable cause) {
        super("The snapshot's body is not of format " + StateCodec.FORMAT, cause);
    }
}
