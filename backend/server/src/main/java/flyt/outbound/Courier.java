package flyt.outbound;

import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/** Carries messages to one receiver. Used on one context. */
public interface Courier {

    /**
     * What the receiver answered.
     *
     * @param refusal why it did not take it; null: it did
     */
    record Reply(@Nullable Refusal refusal) {}

    /** {@code code}: of its standard, {@code AE 207}; {@code words}: its own. */
    record Refusal(String code, String words) {}

    /**
     * Carries a message.
     *
     * @return fails with {@link Unreached} when there was no answer: it may have been taken or not
     */
    Future<Reply> carry(Message message);

    /** Lets go of what it holds; it may be used again. */
    void rest();

    /** Nobody answered. */
    final class Unreached extends Exception {
        private static final long serialVersionUID = 1L;
        private final String code;

        /** {@code code}: why, for people: {@code not-connected}. */
        public Unreached(String code) {
            super(code, null, false, false);
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
