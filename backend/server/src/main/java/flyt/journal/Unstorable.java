package flyt.journal;

/**
 * PostgreSQL cannot store a value: a NUL or a lone surrogate in a text, a body that is not JSON, a
 * time out of range.
 *
 * <p>Nothing was written. The message names the field or the SQL state and never the value.
 */
public final class Unstorable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unstorable(String message) {
        super(message);
    }
}
