package flyt.domain.priority;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long it takes to walk (domain 2.8): to another room of the same cluster, ward, floor or building, and to another building
 * or a place that is not known.
 */
public record Walks(Duration cluster, Duration ward, Duration floor, Duration building, Duration elsewhere) {

    /** From one spot to another. */
    public Duration between(Spot from, Spot to) {
        if (same(from.ward(), to.ward())) {
            if (same(from.room(), to.room())) {
                return Duration.ZERO;
            }
            return same(from.cluster(), to.cluster()) ? cluster : ward;
        } else if (same(from.building(), to.building())) {
            return same(from.floor(), to.floor()) ? floor : building;
        }
        return elsewhere;
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one != null && one.equals(other);
    }
}
