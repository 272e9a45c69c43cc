package flyt.push;

import io.vertx.core.Future;
import io.vertx.core.http.ServerWebSocketHandshake;

/** Who comes to the gateway. */
public interface Audience {
    /**
     * Who asks to be let in, to be decided by what their handshake carries.
     *
     * @return fails with {@link TurnedAway}, or when it cannot be found out just now
     */
    Future<Viewer> viewer(ServerWebSocketHandshake handshake);

    /** Somebody who is not let in. */
    final class TurnedAway extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int status;

        /** {@code status}: what HTTP answers. */
        public TurnedAway(int status) {
            super("turned away with " + status, null, false, false);
            this.status = status;
        }

        int status() {
            return status;
        }
    }
}
