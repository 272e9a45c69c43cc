package flyt.journal;

/**
 * A journaled body cannot be read: its type has no record here, or it does not fit the record. A replay stops at it, since the
 * next decision would be taken on a history with a hole. The message names the type and never a value.
 */
public final class UnreadableEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableEvent(String message) {
        super(message);
    }
}
