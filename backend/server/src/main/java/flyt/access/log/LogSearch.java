package flyt.access.log;

import static flyt.access.log.StrokeStatement.utc;

import flyt.access.log.Whereabouts.Shown;
import flyt.access.log.Whereabouts.Stretch;
import flyt.journal.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds lines of the access log, the newest first. Whoever asks here is to be logged first, and asked
 * whether they may.
 *
 * <p>Who saw a patient: the lines about the stay and the patient, and every sitting before a board
 * while it showed the patient. A sitting and a stretch meet when they share a moment; both have their
 * first moment and not their last.
 */
public final class LogSearch {
    /** A board of the whole hospital. */
    private static final String EVERYWHERE = "-";

    private final Database database;
    private final Whereabouts whereabouts;

    public LogSearch(Database database, Whereabouts whereabouts) {
        this.database = database;
        this.whereabouts = whereabouts;
    }

    /** The lines that answer it; fewer than its limit: there are no more. */
    public Future<List<LogLine>> lines(LogQuestion question) {
        if (question.visit() == null || question.hospital() == null) {
            return search(question, new ArrayList<>(), Tuple.tuple());
        }
        String visit = question.visit();
        return whereabouts.of(question.hospital(), visit).compose(shown -> {
            Shown known = shown == null ? new Shown(Set.of(visit), null, List.of()) : shown;
            Tuple values = Tuple.tuple();
            return search(question, new ArrayList<>(List.of(saw(question.hospital(), known, values))), values);
        });
    }

    /** Adds the values of the condition that a line is about a patient. */
    private static String saw(String hospital, Shown shown, Tuple values) {
        List<Stretch> stretches = new ArrayList<>(shown.stretches());
        shown.stretches().forEach(one -> stretches.add(new Stretch(EVERYWHERE, one.from(), one.to())));
        values.addString(hospital)
                .addArrayOfString(shown.visits().toArray(String[]::new))
                .addString(shown.patient())
                .addArrayOfString(stretches.stream().map(Stretch::ward).toArray(String[]::new))
                .addArrayOfOffsetDateTime(
                        stretches.stream().map(one -> utc(one.from())).toArray(OffsetDateTime[]::new))
                .addArrayOfOffsetDateTime(stretches.stream()
                        .map(one -> one.to() == null ? null : utc(one.to()))
                        .toArray(OffsetDateTime[]::new));
        return """
                id IN (
                    SELECT id FROM access_log WHERE hospital = $1 AND stay = ANY ($2::text[])
                    UNION ALL
                    SELECT id FROM access_log WHERE hospital = $1 AND patient = $3
                    UNION ALL
                    SELECT line.id
                    FROM unnest($4::text[], $5::timestamptz[], $6::timestamptz[]) AS shown (scope, since, till)
                    JOIN access_log line ON line.hospital = $1 AND line.scope = shown.scope
                        AND line.at < coalesce(shown.till, 'infinity')
                        AND coalesce(line.until, 'infinity') > shown.since
                    WHERE line.member IS NOT NULL AND line.outcome = 'allowed')
                """;
    }

    private Future<List<LogLine>> search(LogQuestion question, List<String> conditions, Tuple values) {
        if (question.hospital() != null) {
            conditions.add("hospital = " + next(values.addString(question.hospital())));
        }
        if (question.person() != null) {
            String person = next(values.addString(question.person()));
            conditions.add("(who = " + person + " OR lower(name) = lower(" + person + "))");
        }
        if (question.from() != null) {
            String from = next(values.addOffsetDateTime(utc(question.from())));
            conditions.add("(at >= " + from + " OR until > " + from + " OR (until IS NULL AND member IS NOT NULL))");
        }
        if (question.to() != null) {
            conditions.add("at < " + next(values.addOffsetDateTime(utc(question.to()))));
        }
        if (question.after() > 0) {
            conditions.add("(at, id) < (SELECT at, id FROM access_log WHERE id = "
                    + next(values.addLong(question.after())) + ")");
        }
        String sql = "SELECT " + LogLine.COLUMNS + " FROM access_log"
                + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions))
                + " ORDER BY at DESC, id DESC LIMIT " + next(values.addInteger(question.limit()));
        return database.search(sql, values).map(rows -> {
            List<LogLine> lines = new ArrayList<>();
            rows.forEach(row -> lines.add(LogLine.of(row)));
            return List.copyOf(lines);
        });
    }

    private static String next(Tuple values) {
        return "$" + values.size();
    }
}
