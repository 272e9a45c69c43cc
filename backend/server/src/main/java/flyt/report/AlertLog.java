package flyt.report;

import flyt.domain.event.Event;
import flyt.domain.threshold.Rehearsal;
import flyt.domain.threshold.ThresholdEvent.FiguresMeasured;
import flyt.domain.threshold.ThresholdEvent.ThresholdsAdopted;
import flyt.domain.threshold.ThresholdSet;
import flyt.journal.Database;
import flyt.journal.EventCodec;
import flyt.journal.Identities;
import flyt.journal.IdentityRow;
import flyt.report.AlertEntry.Said;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What fired in a hospital and what people answered, which rules were in force, and what others would have done: straight from its
 * journal. Usable from any thread. Futures fail as {@link flyt.journal} says.
 */
public final class AlertLog {
    /** An alert that began longer before a period than this shows no beginning, and is left out. */
    private static final Duration EARLIER = Duration.ofDays(3);

    /** How long before a rehearsal figures are read, so that it is known how they stood. */
    private static final Duration SETTLING = Duration.ofDays(1);

    private static final String OF_ALERTS =
            """
            SELECT recorded_at, type, actor, body::text FROM event
            WHERE hospital = $1 AND type IN ('ThresholdsAdopted', 'ThresholdMoved', 'ThresholdAnswered', 'LevelDeclared',
                'ActionMarked', 'ReliefProposed', 'ReliefAnswered', 'ReliefEnded')
                AND recorded_at >= $2 AND recorded_at < $3
            ORDER BY seq
            """;
    private static final String OF_RULES =
            """
            SELECT recorded_at, type, actor, body::text FROM event
            WHERE hospital = $1 AND type IN ('ThresholdsAdopted', 'ThresholdMoved', 'ThresholdAnswered', 'LevelDeclared',
                'ActionMarked', 'ReliefProposed', 'ReliefAnswered', 'ReliefEnded') AND type = 'ThresholdsAdopted'
            ORDER BY seq DESC LIMIT 50
            """;
    private static final String MEASURED =
            """
            SELECT recorded_at, type, actor, body::text FROM event
            WHERE hospital = $1 AND type = 'FiguresMeasured' AND recorded_at >= $2 AND recorded_at < $3
            ORDER BY seq
            """;

    private final Vertx vertx;
    private final Database database;
    private final Identities identities;
    private final EventCodec codec = new EventCodec();

    /** Read from a database of its own: a long question must not keep a short one waiting. */
    public AlertLog(Vertx vertx, Database database, Identities identities) {
        this.vertx = vertx;
        this.database = database;
        this.identities = identities;
    }

    /** Rules that were put into force. Fields as in {@link Said}. */
    public record Adoption(Instant at, @Nullable String by, boolean person, ThresholdSet rules) {}

    /** What happened between these two moments, the newest first. */
    public Future<List<AlertEntry>> between(String hospital, Instant from, Instant to) {
        return ask(OF_ALERTS, Tuple.of(hospital, utc(from.minus(EARLIER)), utc(to)))
                .compose(rows -> vertx.executeBlocking(() -> {
                    AlertEpisodes episodes = new AlertEpisodes();
                    rows.forEach(row -> episodes.take(event(row), at(row), row.getString("actor")));
                    return episodes.between(from, to);
                }))
                .compose(entries -> named(hospital, entries));
    }

    /** The rules that were in force lately, the newest first: those in force now, where there are any. */
    public Future<List<Adoption>> adoptions(String hospital) {
        return ask(OF_RULES, Tuple.of(hospital)).compose(rows -> {
            Set<String> keys = new TreeSet<>();
            rows.forEach(row -> add(keys, row.getString("actor")));
            return identities.of(hospital, keys).map(known -> {
                List<Adoption> adoptions = new ArrayList<>();
                rows.forEach(row -> adoptions.add(new Adoption(
                        at(row),
                        name(known, row.getString("actor")),
                        row.getString("actor") != null,
                        ((ThresholdsAdopted) event(row)).rules())));
                return adoptions;
            });
        });
    }

    /** What a set would have done between these two moments. */
    public Future<Rehearsal> rehearse(String hospital, ThresholdSet set, ZoneId zone, Instant from, Instant to) {
        return ask(MEASURED, Tuple.of(hospital, utc(from.minus(SETTLING)), utc(to)))
                .compose(rows -> vertx.executeBlocking(() -> {
                    Rehearsal rehearsal = new Rehearsal(set, zone, from);
                    rows.forEach(row -> rehearsal.measured(((FiguresMeasured) event(row)).changed(), at(row)));
                    return rehearsal;
                }));
    }

    private Future<RowSet<Row>> ask(String sql, Tuple values) {
        return database.survey(connection -> connection.preparedQuery(sql).execute(values));
    }

    private Event event(Row row) {
        return codec.decode(row.getString("type"), row.getString("body"));
    }

    private static Instant at(Row row) {
        return row.getOffsetDateTime("recorded_at").toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private Future<List<AlertEntry>> named(String hospital, List<AlertEntry> entries) {
        Set<String> keys = new TreeSet<>();
        entries.stream().flatMap(entry -> entry.said().stream()).forEach(said -> {
            add(keys, said.by());
            add(keys, said.words());
        });
        return identities.of(hospital, keys).map(known -> entries.stream()
                .map(entry -> entry.with(
                        entry.said().stream().map(said -> named(said, known)).toList()))
                .toList());
    }

    private static Said named(Said said, Map<String, IdentityRow> known) {
        IdentityRow words = said.words() == null ? null : known.get(said.words());
        return new Said(
                said.at(), name(known, said.by()), said.person(), said.answer(), words == null ? null : words.text());
    }

    /** The first name, as boards show it; null: it is known no longer. */
    private static @Nullable String name(Map<String, IdentityRow> known, @Nullable String key) {
        IdentityRow row = key == null ? null : known.get(key);
        return row == null || row.given() == null ? null : row.given().strip().split(" ", 2)[0];
    }

    private static void add(Set<String> keys, @Nullable String key) {
        if (key != null) {
            boolean added = keys.add(key);
        }
    }
}
