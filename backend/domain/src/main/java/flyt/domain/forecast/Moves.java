package flyt.domain.forecast;

import flyt.domain.forecast.Memory.OfMoves;
import flyt.domain.place.WardId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** In which other ward people lay later who were expected in one, or in none. Used by one thread. */
final class Moves {
    private final Map<@Nullable WardId, Map<WardId, Integer>> seen = new HashMap<>();

    void saw(@Nullable WardId home, WardId ward) {
        int unused = seen.computeIfAbsent(home, first -> new TreeMap<>()).merge(ward, 1, Integer::sum);
    }

    List<OfMoves> memory() {
        return seen.entrySet().stream()
                .map(home -> new OfMoves(home.getKey(), new TreeMap<>(home.getValue())))
                .toList();
    }

    /** As {@link #memory} told it. */
    void take(List<OfMoves> kept) {
        kept.forEach(home -> seen.put(home.home(), new TreeMap<>(home.to())));
    }

    /** How often they lay in which ward. */
    Map<WardId, Integer> from(@Nullable WardId home) {
        return Objects.requireNonNullElse(seen.get(home), Map.of());
    }
}
