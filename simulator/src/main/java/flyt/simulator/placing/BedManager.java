package flyt.simulator.placing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Whom a bed manager places next, and where. Whoever has no bed is left to people for some minutes first, also when a bed was taken from
 * them or a ward said no: somebody who does that at the server has something in mind.
 */
final class BedManager {
    private static final int LEAST_MINUTES = 6;
    private static final int MORE_MINUTES = 10;

    /** How long a bed is kept after it should stand ready and the patient can be moved. */
    private static final Duration KEPT = Duration.ofMinutes(60);

    /** Since when those who have no bed have been seen without one, by their request. */
    private final Map<String, Instant> without = new HashMap<>();

    /** A promise as the bed manager means it. */
    record Promise(String bed, String version, Instant until) {}

    /** Who is placed now: whoever has waited longest of those whose minutes are over. {@code rows}: of the view {@code requests}. */
    Optional<JsonNode> next(List<JsonNode> rows, Instant now) {
        List<JsonNode> placeless = rows.stream()
                .filter(row -> !row.hasNonNull("bed") || isDeclined(row))
                .toList();
        Set<String> theirs = new HashSet<>();
        placeless.forEach(row -> {
            theirs.add(id(row));
            var unused = without.putIfAbsent(id(row), now);
        });
        without.keySet().retainAll(theirs);
        return placeless.stream()
                .filter(row -> !without.get(id(row)).plus(patience(row)).isAfter(now))
                .min(Comparator.comparing((JsonNode row) -> row.path("since").asText())
                        .thenComparing(BedManager::id));
    }

    /**
     * The best bed that suits, but for those of a ward that has said no; empty: none.
     *
     * @param beds of who waits, best first
     */
    Optional<Promise> choose(JsonNode request, Iterable<JsonNode> beds, Instant now) {
        String no = isDeclined(request) ? request.path("asked").path("ward").asText() : "";
        Instant ready = readyAt(request, now);
        return StreamSupport.stream(beds.spliterator(), false)
                .filter(bed -> bed.path("suits").asBoolean()
                        && !bed.path("ward").asText().equals(no))
                .findFirst()
                .map(bed -> new Promise(
                        bed.path("bed").asText(),
                        bed.path("version").asText(),
                        readyAt(bed, ready).plus(KEPT)));
    }

    /** When a bed or a patient is ready, at the earliest then. */
    private static Instant readyAt(JsonNode what, Instant then) {
        Instant told =
                what.hasNonNull("readyAt") ? Instant.parse(what.get("readyAt").asText()) : then;
        return told.isAfter(then) ? told : then;
    }

    /** Who is looked at now is not looked at again for as long, whatever comes of it: others come first. */
    void later(JsonNode request, Instant now) {
        without.put(id(request), now);
    }

    /** From six minutes to fifteen; the same for the same request. */
    private static Duration patience(JsonNode row) {
        return Duration.ofMinutes(LEAST_MINUTES + Math.floorMod(id(row).hashCode(), MORE_MINUTES));
    }

    /** Then a bed that stands there is one in which some system still expects the patient. */
    private static boolean isDeclined(JsonNode row) {
        return row.path("state").asText().equals("declined");
    }

    private static String id(JsonNode row) {
        return row.path("request").asText();
    }
}
