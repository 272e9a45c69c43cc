package flyt.intake.hl7;

import flyt.intake.hl7.Hl7Message.Part;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands in a message, as HL7 writes it: {@code PV1-3}, {@code PID-3.1}, {@code ZIN-4.2.1}. Without a component it
 * is the first.
 */
public record FieldPath(String segment, int field, int component, int sub) {
    private static final Pattern FORM =
            Pattern.compile("([A-Z][A-Z0-9]{2})-([1-9]\\d?\\d?)(?:\\.([1-9]\\d?)(?:\\.([1-9]\\d?))?)?");

    /** Null for what is none. */
    static @Nullable FieldPath of(String text) {
        Matcher found = FORM.matcher(text);
        return found.matches()
                ? new FieldPath(found.group(1), number(found.group(2)), number(found.group(3)), number(found.group(4)))
                : null;
    }

    private static int number(@Nullable String text) {
        return text == null ? 1 : Integer.parseInt(text);
    }

    /** What is said there, in every segment of that name and every repetition; without what is empty. */
    Stream<String> said(Hl7Message message) {
        return message.all(segment).flatMap(this::said).filter(text -> !text.isEmpty());
    }

    private Stream<String> said(Part part) {
        return IntStream.range(0, part.repetitions(field)).mapToObj(rep -> part.said(field, rep, component, sub));
    }

    /** The first value at one of these places, or null. */
    static @Nullable String first(List<FieldPath> paths, Hl7Message message) {
        return paths.stream()
                .flatMap(path -> path.said(message))
                .filter(text -> !text.equals("\"\""))
                .findFirst()
                .orElse(null);
    }
}
