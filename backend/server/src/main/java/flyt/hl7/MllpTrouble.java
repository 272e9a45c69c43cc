package flyt.hl7;

/** A message was not answered, so that nobody knows whether it was taken. */
public final class MllpTrouble extends Exception {
    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Kind {
        /** Nobody listens there, or a certificate is not believed. */
        NOT_CONNECTED,
        /** The other side hung up, or the network did. */
        CONNECTION_LOST,
        NOT_ANSWERED,
        /** What came is the answer to another message (MSA-2), or none at all. */
        ANSWER_TO_ANOTHER
    }

    private final Kind kind;

    MllpTrouble(Kind kind) {
        super(kind.name(), null, false, false);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
