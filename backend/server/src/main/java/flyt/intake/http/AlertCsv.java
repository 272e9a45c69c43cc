package flyt.intake.http;

import flyt.journal.WireNames;
import flyt.report.AlertEntry;
import flyt.report.AlertEntry.Said;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The log of alerts as CSV (RFC 4180), to take away: a record for each entry, and another for each further answer to it. Nobody's name
 * is in it.
 */
final class AlertCsv {
    private static final String HEADING = "kind,what,ward,at,until,value,repeated,answered at,answer,words";
    private static final String END = "\r\n";

    private AlertCsv() {}

    static String of(List<AlertEntry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.said().isEmpty()
                        ? Stream.of(line(entry, null))
                        : entry.said().stream().map(said -> line(entry, said)))
                .collect(Collectors.joining(END, HEADING + END, END));
    }

    private static String line(AlertEntry entry, @Nullable Said said) {
        return Stream.of(
                        WireNames.of(entry.kind()),
                        entry.what(),
                        entry.ward(),
                        entry.at(),
                        entry.until(),
                        entry.value(),
                        entry.repeated(),
                        said == null ? null : said.at(),
                        said == null ? null : said.answer(),
                        said == null ? null : said.words())
                .map(Csv::cell)
                .collect(Collectors.joining(","));
    }
}
