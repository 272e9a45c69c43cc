package flyt.intake.fhir.in;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A body with other values at some of its paths, as {@link MaskedJson} names them: {@code location[0].location.reference}. */
final class CorrectedJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern STEP = Pattern.compile("\\.?([A-Za-z][A-Za-z0-9_-]*)|\\[(\\d{1,4})]");

    private CorrectedJson() {}

    /**
     * The body anew. A value that was a number or a boolean stays one; what is missing on the way to a value is put there.
     *
     * @return null where the body is no JSON, or a path leads nowhere in it
     */
    static byte @Nullable [] of(byte[] body, Map<String, String> edits) {
        try {
            JsonNode root = JSON.readTree(new String(body, StandardCharsets.UTF_8));
            for (Map.Entry<String, String> edit : edits.entrySet()) {
                if (!set(root, edit.getKey(), edit.getValue())) {
                    return null;
                }
            }
            return JSON.writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static boolean set(JsonNode root, String path, String value) {
        MatchResult[] steps = STEP.matcher(path).results().toArray(MatchResult[]::new);
        int read = 0;
        for (MatchResult step : steps) {
            read += step.end() - step.start();
        }
        if (steps.length == 0 || read != path.length()) {
            return false;
        }
        JsonNode at = root;
        for (int i = 0; i < steps.length - 1; i++) {
            JsonNode next = child(at, steps[i]);
            if (next == null) {
                boolean list = steps[i + 1].group(2) != null;
                next = list ? JsonNodeFactory.instance.arrayNode() : JsonNodeFactory.instance.objectNode();
                if (!put(at, steps[i], next)) {
                    return false;
                }
            }
            at = next;
        }
        MatchResult last = steps[steps.length - 1];
        JsonNode before = child(at, last);
        return (before == null || before.isValueNode()) && put(at, last, valued(before, value));
    }

    private static @Nullable JsonNode child(JsonNode node, MatchResult step) {
        return step.group(2) == null ? node.get(step.group(1)) : node.get(Integer.parseInt(step.group(2)));
    }

    private static boolean put(JsonNode node, MatchResult step, JsonNode value) {
        if (node instanceof ObjectNode object && step.group(2) == null) {
            var before = object.replace(step.group(1), value);
            return true;
        } else if (node instanceof ArrayNode array && step.group(2) != null) {
            int at = Integer.parseInt(step.group(2));
            if (at < array.size()) {
                var before = array.set(at, value);
            } else if (at == array.size()) {
                array.add(value);
            }
            return at < array.size();
        }
        return false;
    }

    private static JsonNode valued(@Nullable JsonNode before, String value) {
        boolean typed = before != null && (before.isNumber() || before.isBoolean());
        try {
            JsonNode read = typed ? JSON.readTree(value) : null;
            return read != null && (read.isNumber() || read.isBoolean())
                    ? read
                    : JsonNodeFactory.instance.textNode(value);
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.textNode(value);
        }
    }
}
