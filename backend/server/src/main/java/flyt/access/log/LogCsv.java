package flyt.access.log;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lines of the access log as CSV (RFC 4180): a heading, then one record per line, each with CRLF.
 *
 * <p>A cell that a spreadsheet would take for a formula begins with an apostrophe.
 */
public final class LogCsv {
    /** The heading, with its line end. */
    public static final String HEADING = record(List.of(
            "id",
            "at",
            "until",
            "hospital",
            "kind",
            "who",
            "name",
            "role",
            "unit",
            "deed",
            "view",
            "scope",
            "level",
            "stay",
            "patient",
            "reason",
            "address",
            "screen",
            "outcome"));

    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    private static final String NEEDS_QUOTES = ",\"\r\n";

    private LogCsv() {}

    /** The record of a line, with its line end. */
    public static String of(LogLine line) {
        return record(Stream.of(
                        line.id(),
                        line.at(),
                        line.until(),
                        line.hospital(),
                        line.kind(),
                        line.who(),
                        line.name(),
                        line.role(),
                        line.unit(),
                        line.deed(),
                        line.view(),
                        line.scope(),
                        line.level(),
                        line.stay(),
                        line.patient(),
                        line.reason(),
                        line.address(),
                        line.screen(),
                        line.outcome())
                .map(LogCsv::text)
                .toList());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String record(List<String> cells) {
        return cells.stream().map(LogCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        String plain = isFormula(text) ? "'" + text : text;
        return plain.chars().anyMatch(c -> NEEDS_QUOTES.indexOf(c) >= 0)
                ? '"' + plain.replace("\"", "\"\"") + '"'
                : plain;
    }

    /** The scope of a whole hospital is a lone hyphen, which no spreadsheet computes. */
    private static boolean isFormula(String text) {
        String seen = text.stripLeading();
        return !text.equals("-")
                && ((!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0)
                        || (!seen.isEmpty() && FORMULA.indexOf(seen.charAt(0)) >= 0));
    }
}
