package flyt.domain.priority;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who could do a task.
 *
 * @param id the worker's, for whoever asks
 * @param zones where they work first; none: everywhere
 * @param spot where they were last known to be
 * @param until when their shift ends, or null
 * @param worked how long they have worked in this shift, so that load is spread
 */
public record Hand<W>(W id, Set<String> zones, Set<Skill> skills, Spot spot, @Nullable Instant until, Duration worked) {

    public Hand {
        zones = Set.copyOf(zones);
        skills = Set.copyOf(skills);
    }

    boolean isAtHome(@Nullable String zone) {
        return zones.isEmpty() || zone == null || zones.contains(zone);
    }
}
