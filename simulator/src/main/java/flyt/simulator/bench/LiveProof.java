package flyt.simulator.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flyt.simulator.bench.OpenLoop.Sent;
import flyt.simulator.bench.Screens.Received;
import flyt.simulator.bench.Screens.Screen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether what was measured also happened: what speaks against it, in words. */
final class LiveProof {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where an accepted report is to be found in the journal. */
    record Journaled(String source, String messageId, long seq) {}

    private final List<String> faults = new ArrayList<>();

    /** Nothing to object to. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** Each report was accepted and is in the journal once, at the number that was answered. */
    void journal(List<Sent> reports, List<Journaled> journal) {
        Map<String, List<Long>> found = new HashMap<>();
        journal.forEach(
                entry -> found.computeIfAbsent(entry.source() + " " + entry.messageId(), key -> new ArrayList<>())
                        .add(entry.seq()));
        for (Sent report : reports) {
            String key = report.posting().source() + " " + report.posting().messageId();
            List<Long> seqs = found.getOrDefault(key, List.of());
            if (report.status() != 200 || !seqs.equals(List.of(report.seq()))) {
                faults.add(key + " was answered " + report.status() + ", event " + report.seq() + "; in the journal at "
                        + seqs);
            }
        }
    }

    /**
     * What the socket was sent makes up the rows that the server says there are, and has no gap.
     */
    void screen(Screen screen, JsonNode rows) {
        Map<String, JsonNode> fold = new TreeMap<>();
        long at = -1;
        for (Received received : screen.received()) {
            JsonNode frame = json(received.text());
            switch (frame.path("type").asText()) {
                case "snapshot" -> {
                    fold.clear();
                    frame.get("rows").forEach(row -> fold.put(row.get("key").asText(), row));
                    at = frame.get("seq").asLong();
                }
                case "rows" -> {
                    if (frame.get("prev").asLong() != at) {
                        faults.add("a screen of " + screen.ward() + " was at " + at + " and was sent what comes after "
                                + frame.get("prev"));
                    }
                    frame.get("put").forEach(row -> fold.put(row.get("key").asText(), row));
                    frame.get("drop").forEach(key -> fold.remove(key.asText()));
                    at = frame.get("seq").asLong();
                }
                case "beat" -> {}
                default -> faults.add("a screen of " + screen.ward() + " was told " + received.text());
            }
        }
        Map<String, JsonNode> truth = new TreeMap<>();
        rows.forEach(row -> truth.put(row.get("key").asText(), row));
        if (!fold.equals(truth)) {
            faults.add("a screen of " + screen.ward() + " does not show the rows of the server");
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a frame that is not JSON", e);
        }
    }
}
