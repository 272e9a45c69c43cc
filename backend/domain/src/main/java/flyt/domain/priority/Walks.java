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
        if (!same(from.building(), to.building())) {
            return elsewhere;
        } else if (!same(from.floor(), to.floor())) {
            return building;
        } else if (!same(from.ward(), to.ward())) {
            return floor;
        } else if (!same(from.cluster(), to.cluster())) {
            return ward;
        }
        return same(from.room(), to.room()) ? Duration.ZERO : cluster;
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one != null && one.equals(other);
    }
}
