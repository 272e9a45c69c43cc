package flyt.intake.hl7;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header of a message as it was sent, nothing decoded: enough to know whose it is and to answer it, also where the rest
 * cannot be read.
 *
 * @param separator between fields, MSH-1
 * @param encoding the other delimiters, MSH-2, at least the four that there always were
 */
record Msh(char separator, String encoding, List<String> fields) {
    private static final String USUAL = "^~\\&";

    /** Null for what does not begin with a header. */
    static @Nullable Msh of(String text) {
        int end = text.indexOf('\r');
        String line = end < 0 ? text : text.substring(0, end);
        if (!line.startsWith("MSH") || line.length() < 4) {
            return null;
        }
        char separator = line.charAt(3);
        if (Character.isLetterOrDigit(separator)
                || Character.isWhitespace(separator)
                || Character.isSurrogate(separator)) {
            return null;
        }
        List<String> fields = List.of(line.split(Pattern.quote(String.valueOf(separator)), -1));
        return new Msh(separator, encoding(fields.get(1)), fields);
    }

    /** A backslash twice comes from a sender that escaped it for a programming language. */
    private static String encoding(String said) {
        String once = said.replace("\\\\", "\\");
        return once.length() >= USUAL.length() ? once : once + USUAL.substring(once.length());
    }

    /** A field by its number, from 2 on; empty when absent. */
    String field(int number) {
        return number == 2 ? encoding : number - 1 < fields.size() ? fields.get(number - 1) : "";
    }

    /** A component of a field, from 1 on. */
    String component(int field, int number) {
        String[] components = field(field).split(Pattern.quote(encoding.substring(0, 1)), -1);
        return number <= components.length ? components[number - 1] : "";
    }

    /** {@code ADT^A01}: message type and event, MSH-9. */
    String type() {
        String event = component(9, 2);
        return event.isEmpty() ? component(9, 1) : component(9, 1) + "^" + event;
    }

    /** The sender's id, MSH-10, as sent. */
    String id() {
        return field(10);
    }

    /** Which character set it says to be in: the first one. MSH-18. */
    String charset() {
        return field(18).split(Pattern.quote(encoding.substring(1, 2)), 2)[0];
    }

    /** Whether it asks for answers by the rules of enhanced mode. MSH-15 or MSH-16 is there. */
    boolean enhanced() {
        return !field(15).isBlank() || !field(16).isBlank();
    }

    /**
     * The whole message as the library takes it: with sound delimiters, which {@code MSH-2} may have had twice, and with an event in
     * {@code MSH-9}, where senders of version 2.1 have the type alone.
     */
    String sound(String text) {
        List<String> header = new ArrayList<>(fields);
        header.set(1, encoding);
        if (fields.size() > 8 && component(9, 2).isEmpty()) {
            header.set(8, component(9, 1) + encoding.charAt(0) + component(9, 1));
        }
        int end = text.indexOf('\r');
        return String.join(String.valueOf(separator), header) + (end < 0 ? "" : text.substring(end));
    }
}
