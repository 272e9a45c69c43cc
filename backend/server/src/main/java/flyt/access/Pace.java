package flyt.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** How often somebody may come in a minute, each one and all together, on this member. Usable from any thread. */
public final class Pace {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final int allMax;
    private final Map<String, Integer> counts = new HashMap<>();
    private Instant minute = Instant.MIN;
    private int all;

    /** {@code allMax}: of all together. */
    public Pace(InstantSource clock, int allMax) {
        this.clock = clock;
        this.allMax = allMax;
    }

    /** Counts one more of this one; whether it is not one too many. Who is over the own limit takes nothing from the others. */
    public synchronized boolean allows(String who, int most) {
        Instant now = clock.instant();
        if (!now.isBefore(minute.plus(MINUTE))) {
            minute = now;
            all = 0;
            counts.clear();
        }
        if (counts.getOrDefault(who, 0) >= most || all >= allMax) {
            return false;
        }
        all++;
        counts.merge(who, 1, Integer::sum);
        return true;
    }
}
