package flyt.access.oidc;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * How many may set out or come back in a minute, from one address and in all, on this member. Generous, since a hospital may
 * look like one address at a change of shift. Usable from any thread.
 */
final class Pace {
    static final int FROM_ONE_MAX = 300;
    static final int IN_ALL_MAX = 1200;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Map<String, Integer> counts = new HashMap<>();
    private Instant minute = Instant.MIN;
    private int inAll;

    Pace(InstantSource clock) {
        this.clock = clock;
    }

    /** Counts one more; whether it is not one too many. */
    synchronized boolean allows(String address) {
        Instant now = clock.instant();
        if (!now.isBefore(minute.plus(MINUTE))) {
            minute = now;
            inAll = 0;
            counts.clear();
        }
        // who is over the own limit takes nothing from the others
        if (counts.getOrDefault(address, 0) >= FROM_ONE_MAX || inAll >= IN_ALL_MAX) {
            return false;
        }
        inAll++;
        counts.merge(address, 1, Integer::sum);
        return true;
    }
}
