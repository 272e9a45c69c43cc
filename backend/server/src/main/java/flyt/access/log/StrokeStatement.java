package flyt.access.log;

import flyt.access.log.Stroke.End;
import flyt.access.log.Stroke.Line;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The one statement that writes strokes, and its values: a fixed text for any number of them, columns as arrays. */
final class StrokeStatement {
    static final String SQL =
            """
            WITH lines AS (
                INSERT INTO access_log (key, at, until, hospital, who_kind, who, name, role, unit, deed, view, scope,
                    level, stay, patient, reason, address, screen, member, outcome)
                SELECT * FROM unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::text[], $5::text[],
                    $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[],
                    $13::smallint[], $14::text[], $15::text[], $16::text[], $17::text[], $18::text[], $19::text[],
                    $20::text[])
                ON CONFLICT (key) DO NOTHING
                RETURNING 1
            ), ends AS (
                UPDATE access_log line SET until = e.until
                FROM unnest($21::uuid[], $22::timestamptz[]) AS e (key, until)
                WHERE line.key = e.key AND line.until IS NULL
                RETURNING 1
            )
            SELECT (SELECT count(*) FROM lines), (SELECT count(*) FROM ends)
            """;

    private StrokeStatement() {}

    /** The values for these; an end whose line is among them is written with the line. */
    static Tuple values(List<Stroke> strokes) {
        List<Line> lines = new ArrayList<>();
        Map<UUID, End> ends = new LinkedHashMap<>();
        for (Stroke stroke : strokes) {
            if (stroke instanceof Line line) {
                lines.add(line);
            } else if (stroke instanceof End end) {
                var first = ends.putIfAbsent(end.key(), end);
            }
        }
        List<End> ofLines = lines.stream().map(line -> ends.remove(line.key())).toList();
        Tuple values = Tuple.tuple();
        return values.addArrayOfUUID(lines.stream().map(Line::key).toArray(UUID[]::new))
                .addArrayOfOffsetDateTime(
                        lines.stream().map(line -> utc(line.entry().at())).toArray(OffsetDateTime[]::new))
                .addArrayOfOffsetDateTime(ofLines.stream()
                        .map(end -> end == null ? null : utc(end.until()))
                        .toArray(OffsetDateTime[]::new))
                .addArrayOfString(texts(lines, LogEntry::hospital))
                .addArrayOfString(
                        texts(lines, entry -> entry.who().kind().name().toLowerCase(Locale.ROOT)))
                .addArrayOfString(texts(lines, entry -> entry.who().id()))
                .addArrayOfString(texts(lines, entry -> entry.who().name()))
                .addArrayOfString(texts(lines, entry -> entry.who().role()))
                .addArrayOfString(texts(lines, entry -> entry.who().unit()))
                .addArrayOfString(texts(lines, LogEntry::deed))
                .addArrayOfString(texts(lines, LogEntry::view))
                .addArrayOfString(texts(lines, LogEntry::scope))
                .addArrayOfShort(lines.stream()
                        .map(line -> line.entry().level())
                        .map(level -> level == null ? null : level.shortValue())
                        .toArray(Short[]::new))
                .addArrayOfString(texts(lines, LogEntry::stay))
                .addArrayOfString(texts(lines, LogEntry::patient))
                .addArrayOfString(texts(lines, LogEntry::reason))
                .addArrayOfString(texts(lines, LogEntry::address))
                .addArrayOfString(texts(lines, LogEntry::screen))
                .addArrayOfString(lines.stream().map(Line::member).toArray(String[]::new))
                .addArrayOfString(texts(lines, entry -> entry.allowed() ? "allowed" : "refused"))
                .addArrayOfUUID(ends.keySet().toArray(UUID[]::new))
                .addArrayOfOffsetDateTime(
                        ends.values().stream().map(end -> utc(end.until())).toArray(OffsetDateTime[]::new));
    }

    /** An instant as the driver wants it. */
    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String[] texts(List<Line> lines, Function<LogEntry, @Nullable String> value) {
        return lines.stream().map(Line::entry).map(value).toArray(String[]::new);
    }
}
