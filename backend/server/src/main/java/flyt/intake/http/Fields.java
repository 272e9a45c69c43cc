package flyt.intake.http;

import com.fasterxml.jackson.databind.JsonNode;
import flyt.journal.WireNames;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object, read strictly; what is wrong is collected, not thrown. A method whose name begins with {@code
 * maybe} takes an absent field for null; every other one takes it for a fault. After a fault the value is null, so nothing is to
 * be made of the values before {@link #faultless()} has been asked.
 */
final class Fields {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,3})?Z");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern PHONE = Pattern.compile("[0-9+()/ -]{2,20}");
    private static final int SENDER_ID_MAX = 120;
    private static final int TEXT_MAX = 400;
    private static final int YEAR_MIN = 1900;
    private static final int YEAR_MAX = 2200;
    private static final int NAME_SHOWN = 60;

    private final JsonNode object;
    private final String path;
    private final List<Fault> faults;
    private final Set<String> known = new HashSet<>();

    private Fields(JsonNode object, String path, List<Fault> faults) {
        this.object = object;
        this.path = path;
        this.faults = faults;
    }

    /** The fields of a whole message. */
    static Fields of(JsonNode message) {
        Fields fields = new Fields(message, "", new ArrayList<>());
        if (!message.isObject()) {
            fields.faults.add(new Fault("", "must be an object"));
        }
        return fields;
    }

    /** Whether nothing was wrong so far. */
    boolean faultless() {
        return faults.isEmpty();
    }

    List<Fault> faults() {
        return faults;
    }

    boolean has(String name) {
        return object.has(name);
    }

    /** A fault of this field. */
    void fault(String name, String problem) {
        faults.add(new Fault(at(name), problem));
    }

    /** The same, by one of the codes that a page has words for. */
    void fault(String name, String problem, String code) {
        faults.add(new Fault(at(name), problem, code));
    }

    /** Names every field that nobody has asked for. */
    void rejectOthers() {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                fault(printable(name), "is not a field of this");
            }
        });
    }

    <T> T id(String name, Function<String, T> type) {
        return required(name, () -> maybeId(name, type));
    }

    <T> @Nullable T maybeId(String name, Function<String, T> type) {
        String text = matching(name, ID, "must be 1 to 40 of A-Z a-z 0-9 . _ -");
        return text == null ? null : type.apply(text);
    }

    <T> T senderId(String name, Function<String, T> type) {
        return required(name, () -> maybeSenderId(name, type));
    }

    <T> @Nullable T maybeSenderId(String name, Function<String, T> type) {
        String text = maybeText(name, SENDER_ID_MAX);
        if (text == null) {
            return null;
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            fault(name, "must have printable characters only");
            return null;
        }
        return type.apply(text);
    }

    String text(String name) {
        return required(name, () -> maybeText(name));
    }

    /** A text of at most so many characters. */
    String text(String name, int max) {
        return required(name, () -> maybeText(name, max));
    }

    @Nullable
    String maybeText(String name) {
        return maybeText(name, TEXT_MAX);
    }

    @Nullable
    String maybePhone(String name) {
        return matching(name, PHONE, "must be a telephone number, 2 to 20 of 0-9 + ( ) - / and blanks");
    }

    Instant instant(String name) {
        return required(name, () -> maybeInstant(name));
    }

    @Nullable
    Instant maybeInstant(String name) {
        String text = matching(name, INSTANT, "must be a moment in UTC such as 2026-11-12T09:42:00Z");
        return text == null ? null : sane(name, "moment", text, Instant::parse);
    }

    @Nullable
    LocalDate maybeDate(String name) {
        String text = matching(name, DATE, "must be a date such as 2026-11-15");
        return text == null ? null : sane(name, "date", text, LocalDate::parse);
    }

    boolean flag(String name) {
        Boolean flag = required(name, () -> has(name) ? maybeFlag(name) : null);
        return flag != null && flag;
    }

    boolean maybeFlag(String name) {
        return maybeFlag(name, false);
    }

    boolean maybeFlag(String name, boolean otherwise) {
        JsonNode node = node(name);
        if (node != null && !node.isBoolean()) {
            fault(name, "must be true or false");
        }
        return node == null ? otherwise : node.booleanValue();
    }

    /** A number, whole or not. */
    double decimal(String name, double min, double max) {
        known.add(name);
        JsonNode node = object.path(name);
        if (!node.isNumber() || !(node.doubleValue() >= min && node.doubleValue() <= max)) {
            fault(name, "must be a number from " + (long) min + " to " + (long) max);
            return min;
        }
        return node.doubleValue();
    }

    Integer number(String name, int min, int max) {
        return required(name, () -> maybeNumber(name, min, max));
    }

    @Nullable
    Integer maybeNumber(String name, int min, int max) {
        JsonNode node = node(name);
        if (node == null) {
            return null;
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < min || node.intValue() > max) {
            fault(name, "must be a whole number from " + min + " to " + max);
            return null;
        }
        return node.intValue();
    }

    <E extends Enum<E>> E choice(String name, Class<E> type) {
        return required(name, () -> maybeChoice(name, type));
    }

    <E extends Enum<E>> @Nullable E maybeChoice(String name, Class<E> type) {
        JsonNode node = node(name);
        if (node == null) {
            return null;
        }
        E value = node.isTextual() ? WireNames.parse(type, node.textValue()) : null;
        if (value == null) {
            fault(name, "must be one of " + String.join(", ", WireNames.all(type)));
        }
        return value;
    }

    <T> T object(String name, Function<Fields, @Nullable T> read) {
        return required(name, () -> maybeObject(name, read));
    }

    <T> @Nullable T maybeObject(String name, Function<Fields, @Nullable T> read) {
        JsonNode node = node(name);
        return node == null ? null : within(node, at(name), read);
    }

    /** The field read by {@code read}, or null where it says null; absent is a fault. */
    <T> @Nullable T nullable(String name, BiFunction<Fields, String, @Nullable T> read) {
        known.add(name);
        if (!object.has(name)) {
            fault(name, "must be there, or be null");
            return null;
        }
        return isNull(name) ? null : read.apply(this, name);
    }

    /** Whether the field is there and says null, which some fields may. */
    boolean isNull(String name) {
        known.add(name);
        return object.path(name).isNull();
    }

    /** A list of objects; absent is empty. */
    <T> List<T> objects(String name, Function<Fields, @Nullable T> read) {
        List<T> all = new ArrayList<>();
        JsonNode node = node(name);
        if (node != null && !node.isArray()) {
            fault(name, "must be a list");
        } else if (node != null) {
            for (int i = 0; i < node.size(); i++) {
                T one = within(node.get(i), at(name) + "[" + i + "]", read);
                if (one != null) {
                    all.add(one);
                }
            }
        }
        return all;
    }

    /** A list of enumerated values, each at most once; absent is empty. */
    <E extends Enum<E>> List<E> choices(String name, Class<E> type) {
        List<E> all = new ArrayList<>();
        JsonNode node = node(name);
        for (JsonNode one : node == null ? List.<JsonNode>of() : node) {
            E value = one.isTextual() ? WireNames.parse(type, one.textValue()) : null;
            if (value != null && !all.contains(value)) {
                all.add(value);
            }
        }
        if (node != null && (!node.isArray() || all.size() != node.size())) {
            fault(name, "must be a list, without repeats, of " + String.join(", ", WireNames.all(type)));
        }
        return all;
    }

    /** Whether the field says {@code "*"}. */
    boolean saysAll(String name) {
        return says(name, "*");
    }

    /** Whether the field says this one word. */
    boolean says(String name, String word) {
        known.add(name);
        JsonNode said = object.path(name);
        return said.isTextual() && said.textValue().equals(word);
    }

    /** A list of ids, each at most once; it may be empty; null when absent. */
    @Nullable
    List<String> maybeIds(String name) {
        JsonNode node = node(name);
        if (node == null || (node.isArray() && node.isEmpty())) {
            return node == null ? null : List.of();
        }
        return maybeTexts(name, text -> ID.matcher(text).matches(), "ids");
    }

    /** A list of texts, each at most once and at least one; null when absent. */
    @Nullable
    List<String> maybeTexts(String name, Predicate<String> fits, String problem) {
        JsonNode node = node(name);
        if (node == null) {
            return null;
        }
        Set<String> all = new LinkedHashSet<>();
        node.forEach(one -> {
            if (one.isTextual() && storable(one.textValue()) && fits.test(one.textValue())) {
                all.add(one.textValue());
            }
        });
        if (!node.isArray() || node.isEmpty() || all.size() != node.size()) {
            fault(name, "must be a list, without repeats, of " + problem);
        }
        return List.copyOf(all);
    }

    private <T> @Nullable T within(JsonNode node, String where, Function<Fields, @Nullable T> read) {
        if (!node.isObject()) {
            faults.add(new Fault(where, "must be an object"));
            return null;
        }
        Fields inner = new Fields(node, where, faults);
        T value = read.apply(inner);
        inner.rejectOthers();
        return value;
    }

    private @Nullable String matching(String name, Pattern pattern, String problem) {
        JsonNode node = node(name);
        if (node == null) {
            return null;
        }
        if (!node.isTextual() || !pattern.matcher(node.textValue()).matches()) {
            fault(name, problem);
            return null;
        }
        return node.textValue();
    }

    private @Nullable String maybeText(String name, int max) {
        JsonNode node = node(name);
        if (node == null) {
            return null;
        }
        String text = node.isTextual() ? node.textValue() : "";
        if (text.isBlank() || text.length() > max) {
            fault(name, "must be a text of 1 to " + max + " characters");
        } else if (!storable(text)) {
            fault(name, "must not hold a NUL or half a character");
        } else {
            return text;
        }
        return null;
    }

    private <T> @Nullable T sane(String name, String what, String text, Function<String, T> parse) {
        int year = Integer.parseInt(text, 0, 4, 10);
        if (year < YEAR_MIN || year > YEAR_MAX) {
            fault(name, "must lie between the years " + YEAR_MIN + " and " + YEAR_MAX);
            return null;
        }
        try {
            return parse.apply(text);
        } catch (DateTimeException e) {
            fault(name, "is not a " + what + " of the calendar");
            return null;
        }
    }

    /** The field's value, or null when absent; null as a value is a fault here. */
    private @Nullable JsonNode node(String name) {
        known.add(name);
        JsonNode node = object.get(name);
        if (node != null && node.isNull()) {
            fault(name, "must not be null");
            return null;
        }
        return node;
    }

    /** The value, or a fault where the field is absent. Null only after a fault; see the class. */
    @SuppressWarnings("NullAway")
    private <T> T required(String name, Supplier<@Nullable T> read) {
        known.add(name);
        if (!object.has(name)) {
            fault(name, "is missing");
        }
        return read.get();
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static boolean storable(String text) {
        return text.codePoints()
                .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    /** A name that came from outside, fit for an answer. */
    static String printable(String name) {
        StringBuilder shown = new StringBuilder();
        name.codePoints()
                .limit(NAME_SHOWN)
                .map(c -> Character.isISOControl(c) || (c >= 0xD800 && c <= 0xDFFF) ? '?' : c)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }
}
