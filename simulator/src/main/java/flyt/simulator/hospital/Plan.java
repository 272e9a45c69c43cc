package flyt.simulator.hospital;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * The building as the hospital's definition describes it: the part that the simulation needs.
 *
 * @param airChange how long a room stands empty after an airborne patient
 */
public record Plan(String id, ZoneId zone, Duration airChange, List<WardPlan> wards) {

    /** @param kind {@code inpatient} or {@code emergency} */
    public record WardPlan(
            String id,
            String name,
            String kind,
            String zone,
            boolean inOccupancy,
            List<ClusterPlan> clusters,
            List<ExtraPlan> extraPlaces) {}

    /** A tun: rooms around one work station. */
    public record ClusterPlan(String id, List<RoomPlan> rooms) {}

    public record RoomPlan(String id, Set<String> features, List<String> beds) {}

    /** @param kind {@code corridor}, {@code day-room} or {@code doubled} */
    public record ExtraPlan(String id, String kind) {}
}
