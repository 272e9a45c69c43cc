package flyt.intake.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.TreeMap;

/** JSON in the one form that all texts of equal content share: fields sorted by name, no white space. */
final class CanonicalJson {
    private CanonicalJson() {}

    /** The content without these fields of the outermost object. */
    static String of(JsonNode object, String... without) {
        TreeMap<String, JsonNode> sorted = sorted(object);
        for (String name : without) {
            sorted.remove(name);
        }
        StringBuilder text = new StringBuilder();
        write(sorted, text);
        return text.toString();
    }

    private static TreeMap<String, JsonNode> sorted(JsonNode object) {
        TreeMap<String, JsonNode> sorted = new TreeMap<>();
        object.fields().forEachRemaining(field -> sorted.put(field.getKey(), field.getValue()));
        return sorted;
    }

    private static void write(TreeMap<String, JsonNode> object, StringBuilder text) {
        char before = '{';
        for (var field : object.entrySet()) {
            text.append(before).append(StrictJson.text(field.getKey())).append(':');
            write(field.getValue(), text);
            before = ',';
        }
        text.append(before == '{' ? "{}" : "}");
    }

    private static void write(JsonNode node, StringBuilder text) {
        if (node.isObject()) {
            write(sorted(node), text);
        } else if (node.isArray()) {
            char before = '[';
            for (JsonNode one : node) {
                text.append(before);
                write(one, text);
                before = ',';
            }
            text.append(before == '[' ? "[]" : "]");
        } else {
            text.append(node.isTextual() ? StrictJson.text(node.textValue()) : node.asText());
        }
    }
}
