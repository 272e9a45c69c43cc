package flyt.intake.fhir.in;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flyt.intake.http.MessageDesk.Part;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A body as somebody may see it who keeps feeds running and treats nobody: whatever may tell of a person keeps its shape, a letter
 * as {@code x} and a digit as {@code 9}, and nothing else. What is not known to be harmless is taken to be of a person.
 */
final class MaskedJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Codes, times and shapes. */
    private static final Set<String> OPEN = Set.of(
            "resourceType",
            "status",
            "code",
            "system",
            "use",
            "method",
            "mode",
            "intent",
            "priority",
            "lastUpdated",
            "start",
            "end",
            "timestamp",
            "issued",
            "authoredOn",
            "effectiveDateTime",
            "occurrenceDateTime",
            "versionId");

    /** A place is nobody. */
    private static final Set<String> PLACES = Set.of("Location");

    private static final int PARTS_MAX = 2_000;

    private final List<Part> parts = new ArrayList<>();

    private MaskedJson() {}

    /** One part for each value: its path, and what it says or the shape of that. None where it is no JSON. */
    static List<Part> parts(byte[] body) {
        MaskedJson masked = new MaskedJson();
        try {
            JsonNode root = JSON.readTree(new String(body, StandardCharsets.UTF_8));
            masked.take("", "", root, "");
        } catch (JsonProcessingException e) {
            return List.of();
        }
        return masked.parts;
    }

    /** The id in a body; null where there is none. */
    static @Nullable String id(byte[] body) {
        try {
            return JSON.readTree(new String(body, StandardCharsets.UTF_8))
                    .path("id")
                    .textValue();
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private void take(String path, String name, JsonNode node, String type) {
        if (parts.size() >= PARTS_MAX) {
            return;
        } else if (node.isObject()) {
            String inside = node.path("resourceType").asText(type);
            node.fields()
                    .forEachRemaining(field -> take(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                            field.getKey(),
                            field.getValue(),
                            inside));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                take(path + "[" + i + "]", name, node.get(i), type);
            }
        } else {
            String value = node.asText();
            boolean place = PLACES.contains(type) || (name.equals("reference") && value.startsWith("Location/"));
            boolean open = (OPEN.contains(name) && !type.equals("Patient")) || name.equals("resourceType") || place;
            parts.add(new Part(
                    path.matches("[A-Za-z0-9_.\\[\\]-]+") ? path : shape(path), List.of(open ? value : shape(value))));
        }
    }

    private static String shape(String text) {
        return text.replaceAll("\\p{L}", "x").replaceAll("\\p{N}", "9");
    }
}
