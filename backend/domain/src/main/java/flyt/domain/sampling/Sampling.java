package flyt.domain.sampling;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The queues for blood samples of a hospital. Immutable.
 *
 * @param stations by id
 * @param relief help that was proposed while a queue is long; null: none is
 */
public record Sampling(SortedMap<StationId, SamplingQueue> stations, @Nullable Relief relief) {
    /** No station has told anything. */
    public static final Sampling NONE = new Sampling(new TreeMap<>(), null);

    private static final double NINE_TENTHS = 0.9;
    private static final double SECONDS_OF_A_MINUTE = 60;

    public Sampling {
        stations = Collections.unmodifiableSortedMap(new TreeMap<>(stations));
    }

    /** The minutes that the one has waited who has waited longest anywhere; null: no queue is told of here. */
    public @Nullable Double longestMinutes(Instant now) {
        if (queues().findAny().isEmpty()) {
            return null;
        }
        return queues().map(queue -> queue.longestSince(now))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(since -> Duration.between(since, now).toSeconds() / SECONDS_OF_A_MINUTE)
                .orElse(0.0);
    }

    /** The 90th percentile, in minutes, of the waits of those who were drawn within the last hour; null: nobody was. */
    public @Nullable Double ninetiethMinutes(Instant now) {
        long[] waits =
                queues().flatMapToLong(queue -> queue.waits(now)).sorted().toArray();
        int rank = (int) StrictMath.ceil(NINE_TENTHS * waits.length);
        return rank == 0 ? null : waits[rank - 1] / SECONDS_OF_A_MINUTE;
    }

    /**
     * The help that the longest queue could have: from where the fewest wait for each who draws, of those who can spare somebody; null:
     * from nowhere.
     */
    public @Nullable Relief proposal(Instant now) {
        StationId to = stations.entrySet().stream()
                .filter(station -> station.getValue().longestSince(now) != null)
                .min(Comparator.comparing(
                        station -> Objects.requireNonNull(station.getValue().longestSince(now))))
                .map(Map.Entry::getKey)
                .orElse(null);
        if (to == null) {
            return null;
        }
        return stations.entrySet().stream()
                .filter(station -> !station.getKey().equals(to) && spare(station.getValue()) > 0)
                .min(Comparator.comparingDouble(station -> load(station.getValue())))
                .map(station -> new Relief(
                        station.getKey(), to, spare(station.getValue()), now, Relief.Answer.OPEN, null, null))
                .orElse(null);
    }

    /** Somebody stays where help comes from. */
    private static int spare(SamplingQueue station) {
        return station.staff() == null ? 0 : StrictMath.min(Relief.HELPERS, station.staff() - 1);
    }

    private static double load(SamplingQueue station) {
        return (double) station.waiting().size() / Objects.requireNonNull(station.staff());
    }

    /** Where people wait; at the others they only work. */
    private Stream<SamplingQueue> queues() {
        return stations.values().stream().filter(SamplingQueue::queues);
    }

    Sampling with(StationId station, Instant now, UnaryOperator<SamplingQueue> change) {
        SortedMap<StationId, SamplingQueue> others = new TreeMap<>(stations);
        others.put(
                station,
                change.apply(others.getOrDefault(station, SamplingQueue.EMPTY)).at(now));
        return new Sampling(others, relief);
    }

    Sampling with(@Nullable Relief other) {
        return new Sampling(stations, other);
    }
}
