package flyt.outbound.fhir;

import flyt.fhir.Subscribed;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** Carries notifications to one subscriber. */
interface Carrier {
    /** Why nothing may be carried there, a code; null: it may. */
    @Nullable
    String refusal(Subscribed one);

    /**
     * Carries one.
     *
     * @return done when it was taken; fails with {@link NotTaken}, or with what went wrong on the way
     */
    Future<Void> carry(Subscribed one, Buffer notification);

    /** Somebody answered, but did not take it. */
    final class NotTaken extends Exception {
        private static final long serialVersionUID = 1L;
        private final int status;

        NotTaken(int status) {
            super(Integer.toString(status), null, false, false);
            this.status = status;
        }

        /** Of HTTP. */
        int status() {
            return status;
        }
    }
}
