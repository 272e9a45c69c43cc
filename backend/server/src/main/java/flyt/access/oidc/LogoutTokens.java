package flyt.access.oidc;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ids of logout tokens that this member has acted on; each is good once. Usable from any thread. */
final class LogoutTokens {
    private static final int KEPT_MAX = 10_000;

    private final InstantSource clock;
    private final Map<String, Instant> until = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > KEPT_MAX || eldest.getValue().isBefore(clock.instant());
        }
    };

    LogoutTokens(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether it is the first time. */
    synchronized boolean take(String id) {
        return until.putIfAbsent(
                        id, clock.instant().plus(TokenCheck.LOGOUT_AGE_MAX).plus(TokenCheck.SKEW))
                == null;
    }

    /** Acting on it failed; the provider may try again. */
    synchronized void giveBack(String id) {
        until.remove(id);
    }
}
