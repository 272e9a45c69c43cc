package flyt.simulator.truth;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where a server's view {@code beds} differs from the truth. */
public final class TruthComparison {

    private TruthComparison() {}

    /**
     * One difference.
     *
     * @param field {@code row} (the server has no such bed, or one too many), {@code use}, {@code occupants}, {@code closed}
     */
    public record Difference(String bed, String field, String truth, String server) {}

    /**
     * Compares use, occupants and closing of every bed.
     *
     * <p>After a death and before the room is released only the closing is compared: nobody says what such a bed is.
     *
     * @param truth all beds by id, from {@link Truth#at}
     * @param rows the {@code rows} of {@code GET /api/v1/hospitals/{id}/rows?view=beds&scope=-}
     * @return none when both say the same; sorted by bed
     */
    public static List<Difference> compare(SortedMap<String, BedTruth> truth, Iterable<JsonNode> rows) {
        Map<String, JsonNode> served = new TreeMap<>();
        for (JsonNode row : rows) {
            served.put(row.get("bed").asText(), row);
        }
        TreeSet<String> all = new TreeSet<>(truth.keySet());
        all.addAll(served.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String bed : all) {
            BedTruth real = truth.get(bed);
            JsonNode row = served.get(bed);
            if (real == null || row == null) {
                differences.add(new Difference(
                        bed, "row", real == null ? "absent" : "present", row == null ? "absent" : "present"));
            } else {
                compare(real, row, differences);
            }
        }
        return differences;
    }

    private static void compare(BedTruth real, JsonNode row, List<Difference> differences) {
        boolean closed = row.get("class").asText().equals("closed");
        differ(real, "closed", String.valueOf(real.closed()), String.valueOf(closed), differences);
        if (!real.afterDeath()) {
            TreeSet<String> occupants = new TreeSet<>();
            row.get("occupants").forEach(visit -> occupants.add(visit.asText()));
            differ(real, "use", real.use(), row.get("use").asText(), differences);
            differ(real, "occupants", new TreeSet<>(real.occupants()).toString(), occupants.toString(), differences);
        }
    }

    private static void differ(BedTruth real, String field, String truth, String server, List<Difference> differences) {
        if (!truth.equals(server)) {
            differences.add(new Difference(real.bed(), field, truth, server));
        }
    }
}
