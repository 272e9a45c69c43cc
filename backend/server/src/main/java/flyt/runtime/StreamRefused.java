package flyt.runtime;

/** A stream that is not there, or not for this asker, and why. */
public final class StreamRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient StreamRefusal refusal;

    public StreamRefused(StreamRefusal refusal) {
        super(refusal.title());
        this.refusal = refusal;
    }

    public StreamRefusal refusal() {
        return refusal;
    }
}
