package flyt.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An object in a file that people write. Every fault is collected, with its place; an unknown field is one. */
public final class StrictObject {
    private final JsonNode node;
    private final String at;
    private final List<String> faults;

    /** {@code at}: where it stands in the file, empty for the whole; {@code fields}: those that it may have. */
    public StrictObject(JsonNode node, String at, List<String> faults, Set<String> fields) {
        this.node = node;
        this.at = at;
        this.faults = faults;
        if (!node.isObject()) {
            faults.add((at.isEmpty() ? "the file" : at) + ": must be an object");
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!fields.contains(name)) {
                fault(name, "is none of " + new TreeSet<>(fields));
            }
        });
    }

    /** Something is wrong with a field. */
    public void fault(String name, String what) {
        faults.add((at.isEmpty() ? "" : at + ".") + name + ": " + what);
    }

    /** Whether the field is there. */
    public boolean has(String name) {
        return node.has(name);
    }

    /** The field as it is. */
    public JsonNode raw(String name) {
        return node.path(name);
    }

    /** A text that has to be there; empty after a fault. */
    public String text(String name, Predicate<String> sound, String must) {
        String text = maybeText(name, sound, must);
        if (!has(name)) {
            fault(name, "is missing");
        }
        return text == null ? "" : text;
    }

    /** A text that may be there. */
    public @Nullable String maybeText(String name, Predicate<String> sound, String must) {
        JsonNode found = node.path(name);
        if (found.isMissingNode()) {
            return null;
        }
        if (!found.isTextual() || !sound.test(found.textValue())) {
            fault(name, must);
            return null;
        }
        return found.textValue();
    }

    /** Read by a function that gives null for what it cannot read. */
    public <T> @Nullable T maybe(String name, Function<String, @Nullable T> read, String must) {
        String text = maybeText(name, said -> read.apply(said) != null, must);
        return text == null ? null : read.apply(text);
    }

    /** A whole number within bounds; {@code otherwise} when absent. */
    public int number(String name, int otherwise, int least, int most) {
        JsonNode found = node.path(name);
        if (found.isMissingNode()) {
            return otherwise;
        }
        if (!found.isInt() || found.intValue() < least || found.intValue() > most) {
            fault(name, "must be a whole number from " + least + " to " + most);
            return otherwise;
        }
        return found.intValue();
    }

    /** True or false; false when absent. */
    public boolean flag(String name) {
        JsonNode found = node.path(name);
        if (!found.isMissingNode() && !found.isBoolean()) {
            fault(name, "must be true or false");
        }
        return found.asBoolean(false);
    }

    /** Each element with where it stands; an absent list is empty. */
    public <T> List<T> each(String name, BiFunction<JsonNode, String, @Nullable T> read) {
        List<T> all = new ArrayList<>();
        JsonNode list = node.path(name);
        if (!list.isMissingNode() && !list.isArray()) {
            fault(name, "must be a list");
        }
        for (int i = 0; i < list.size(); i++) {
            T one = read.apply(list.get(i), (at.isEmpty() ? "" : at + ".") + name + "[" + i + "]");
            if (one != null) {
                all.add(one);
            }
        }
        return all;
    }

    /** A list of texts, each read by a function that gives null for what it cannot read; {@code otherwise} when absent. */
    public <T> List<T> texts(String name, Function<String, @Nullable T> read, String must, List<T> otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        List<T> all = each(name, (one, where) -> one.isTextual() ? read.apply(one.textValue()) : null);
        if (all.isEmpty() || all.size() != node.path(name).size()) {
            fault(name, must);
        }
        return all;
    }

    /** An object whose values are read so. */
    public <T> Map<String, T> map(String name, Function<String, @Nullable T> read, String must) {
        Map<String, T> all = new LinkedHashMap<>();
        JsonNode object = node.path(name);
        if (!object.isMissingNode() && !object.isObject()) {
            fault(name, "must be an object");
        }
        object.properties().forEach(entry -> {
            T value = entry.getValue().isTextual() ? read.apply(entry.getValue().textValue()) : null;
            if (value == null) {
                fault(name + "." + entry.getKey(), must);
            } else {
                all.put(entry.getKey(), value);
            }
        });
        return all;
    }
}
