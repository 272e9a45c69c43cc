package flyt.journal;

import flyt.domain.stay.FactKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The names of enumerated values in the journal, in reports and in commands: lower case with hyphens, {@code contact-chlorine};
 * a value that is one letter is a code of an HL7 table and stays as it is; a kind of fact has the name of its event type. All of
 * them are written down in {@code golden/names.json}, so that a renamed constant is noticed before a journal is.
 */
public final class WireNames {
    private static final Map<Class<?>, Map<String, Enum<?>>> BY_NAME = new ConcurrentHashMap<>();

    private WireNames() {}

    /** The name of a value. */
    public static String of(Enum<?> value) {
        if (value instanceof FactKind kind) {
            return EventTypes.of(kind);
        }
        String constant = value.name();
        return constant.length() == 1
                ? constant
                : constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The value of this name, or null. */
    public static <E extends Enum<E>> @Nullable E parse(Class<E> type, String name) {
        return type.cast(byName(type).get(name));
    }

    /** Every name of the type, in its own order. */
    public static <E extends Enum<E>> List<String> all(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(WireNames::of).toList();
    }

    private static <E extends Enum<E>> Map<String, Enum<?>> byName(Class<E> type) {
        return BY_NAME.computeIfAbsent(type, ignored -> Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toUnmodifiableMap(WireNames::of, Function.identity())));
    }
}
