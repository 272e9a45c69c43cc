package flyt.board;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import flyt.domain.capacity.Count;
import flyt.domain.capacity.Counts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * One row in the making, written field by field in the order in which the fields are told; null is written as {@code null}. Used
 * by one thread, then dropped.
 */
final class RowJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Map<Enum<?>, String> WORDS = new ConcurrentHashMap<>();
    private static final Map<Count, String> FIELDS = new ConcurrentHashMap<>();

    /** What writes a part of a row; {@link JsonGenerator}'s exceptions cannot happen in memory. */
    private interface Step {
        void write() throws IOException;
    }

    private final JsonGenerator out;

    private RowJson(JsonGenerator out) {
        this.out = out;
    }

    /** A whole row as UTF-8 JSON: its key and kind, then what {@code fields} writes. */
    static byte[] row(String key, String kind, Consumer<RowJson> fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            RowJson row = new RowJson(out);
            out.writeStartObject();
            row.text("key", key);
            row.text("kind", kind);
            fields.accept(row);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** An enumeration's constant as the wire writes it: {@code IN_PROGRESS} is {@code in-progress}. */
    static String word(Enum<?> constant) {
        return WORDS.computeIfAbsent(
                constant, one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The field of what is counted: of {@code LEFT_TODAY} it is {@code leftToday}. */
    private static String field(Count count) {
        return FIELDS.computeIfAbsent(count, one -> {
            StringBuilder name = new StringBuilder();
            for (String part : one.name().toLowerCase(Locale.ROOT).split("_")) {
                name.append(name.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
            }
            return name.toString();
        });
    }

    /** A number each. */
    void counts(Counts counts, List<Count> which) {
        which.forEach(count -> number(field(count), counts.of(count)));
    }

    void numbers(String name, List<Integer> values) {
        step(() -> {
            out.writeArrayFieldStart(name);
            for (Integer value : values) {
                out.writeNumber(value);
            }
            out.writeEndArray();
        });
    }

    void text(String name, @Nullable String value) {
        step(() -> {
            out.writeFieldName(name);
            out.writeString(value);
        });
    }

    void word(String name, @Nullable Enum<?> value) {
        text(name, value == null ? null : word(value));
    }

    /** A moment, to the millisecond. */
    void instant(String name, @Nullable Instant value) {
        text(name, value == null ? null : value.truncatedTo(ChronoUnit.MILLIS).toString());
    }

    void flag(String name, boolean value) {
        step(() -> out.writeBooleanField(name, value));
    }

    void number(String name, @Nullable Integer value) {
        step(() -> {
            if (value == null) {
                out.writeNullField(name);
            } else {
                out.writeNumberField(name, value);
            }
        });
    }

    /** A number with a fraction, as measured. */
    void decimal(String name, @Nullable Double value) {
        step(() -> {
            if (value == null) {
                out.writeNullField(name);
            } else {
                out.writeNumberField(name, value);
            }
        });
    }

    void whole(String name, @Nullable Long value) {
        step(() -> {
            if (value == null) {
                out.writeNullField(name);
            } else {
                out.writeNumberField(name, value);
            }
        });
    }

    /** An object, or null in place of it. */
    <T> void object(String name, @Nullable T value, BiConsumer<RowJson, T> fields) {
        step(() -> {
            if (value == null) {
                out.writeNullField(name);
            } else {
                out.writeObjectFieldStart(name);
                fields.accept(this, value);
                out.writeEndObject();
            }
        });
    }

    <T> void objects(String name, Collection<? extends T> values, BiConsumer<RowJson, T> fields) {
        step(() -> {
            out.writeArrayFieldStart(name);
            for (T value : values) {
                out.writeStartObject();
                fields.accept(this, value);
                out.writeEndObject();
            }
            out.writeEndArray();
        });
    }

    /** Numbers to the tenth, one of each. */
    <T> void tenths(String name, List<T> all, ToDoubleFunction<T> of) {
        step(() -> {
            out.writeArrayFieldStart(name);
            for (T one : all) {
                out.writeNumber(tenths(of.applyAsDouble(one)));
            }
            out.writeEndArray();
        });
    }

    /** As {@link Double#toString(double)} writes it, which takes many times as long. */
    private static String tenths(double value) {
        long tenths = (long) Math.rint(value * 10);
        String sign = tenths < 0 ? "-" : "";
        return sign + Math.abs(tenths / 10) + "." + Math.abs(tenths % 10);
    }

    void texts(String name, Collection<String> values) {
        step(() -> {
            out.writeArrayFieldStart(name);
            for (String value : values) {
                out.writeString(value);
            }
            out.writeEndArray();
        });
    }

    void words(String name, Collection<? extends Enum<?>> values) {
        texts(name, values.stream().map(RowJson::word).toList());
    }

    private void step(Step step) {
        try {
            step.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
