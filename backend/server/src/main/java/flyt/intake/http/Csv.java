package flyt.intake.http;

import org.jspecify.annotations.Nullable;

/** Cells of CSV (RFC 4180). */
final class Csv {
    private Csv() {}

    /** A cell; empty for null. What somebody typed never begins as a formula does. */
    static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        String harmless = !(value instanceof Number) && text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
        return harmless.matches("(?s).*[\",\r\n].*") ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
