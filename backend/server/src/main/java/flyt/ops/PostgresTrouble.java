package flyt.ops;

import org.jspecify.annotations.Nullable;

/** The embedded PostgreSQL cannot be used; the message is a sentence for the operator. */
public final class PostgresTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PostgresTrouble(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
