package flyt.report;

import flyt.domain.forecast.Score;
import flyt.domain.forecast.Spread;
import flyt.journal.Database;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * How right the forecasts of a hospital were, straight from its journal: each that was made at a full hour is held against what
 * was counted at the hour it was about. Usable from any thread. Futures fail as {@link flyt.journal} says.
 */
public final class ForecastScores {
    /** How far ahead a bed manager is shown a forecast. */
    public static final List<Integer> AHEAD = List.of(4, 12, 24, 48);

    /** The place that is all of them. */
    public static final String HOUSE = "";

    private static final Duration WEEK = Duration.ofDays(7);

    /** Of a forecast what is needed of it: how it stood then, and of each place what was said of those hours. */
    static final String MADE =
            """
            SELECT occurred_at, (body->'now')::text,
                   jsonb_build_object('', jsonb_build_array(house->3, house->11, house->23, house->47))::text,
                   (SELECT jsonb_object_agg(key, jsonb_build_array(value->3, value->11, value->23, value->47))
                    FROM jsonb_each(body->'forecast'->'wards'))::text
            FROM event, LATERAL (SELECT body->'forecast'->'house' AS house) AS said
            WHERE hospital = $1 AND type = 'ForecastMade' AND occurred_at >= $2 AND occurred_at <= $3
                AND occurred_at = date_trunc('hour', occurred_at)
            ORDER BY occurred_at, seq
            """;

    private final Database database;

    /** Scores from a database of its own: a long question must not keep a short one waiting. */
    public ForecastScores(Database database) {
        this.database = database;
    }

    /** What is forecast of a place. */
    public enum Figure {
        PATIENTS,
        READY
    }

    /**
     * The score of forecasts of one figure of one place, so many hours ahead.
     *
     * @param place a ward's id, or {@link #HOUSE}
     */
    public record Line(String place, Figure figure, int hours, Score score) {}

    /** One forecast: how each place stood, and the means and variances said of it, by {@link #AHEAD}. */
    private record Made(Instant at, Map<String, int[]> now, Map<String, JsonArray> said) {}

    /** The scores of all forecasts made since then, as far as their time had come by {@code to}: as they were known then. */
    public Future<List<Line>> between(String hospital, Instant from, Instant to) {
        Tuple values = Tuple.of(hospital, from.minus(WEEK).atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC));
        return database.survey(connection -> connection.preparedQuery(MADE).execute(values))
                .map(rows -> lines(
                        StreamSupport.stream(rows.spliterator(), false)
                                .map(ForecastScores::made)
                                .toList(),
                        from));
    }

    private static Made made(Row row) {
        Map<String, int[]> now = new HashMap<>();
        int[] house = new int[Figure.values().length];
        JsonObject wards = new JsonObject(row.getString(1));
        for (String ward : wards.fieldNames()) {
            JsonObject there = wards.getJsonObject(ward);
            int[] counts = {there.getInteger("patients"), there.getInteger("ready")};
            now.put(ward, counts);
            house[0] += counts[0];
            house[1] += counts[1];
        }
        now.put(HOUSE, house);
        Map<String, JsonArray> said = new HashMap<>();
        for (String text : List.of(row.getString(2), row.getString(3) == null ? "{}" : row.getString(3))) {
            JsonObject places = new JsonObject(text);
            places.fieldNames().forEach(place -> said.put(place, places.getJsonArray(place)));
        }
        return new Made(row.getOffsetDateTime(0).toInstant(), now, said);
    }

    private static List<Line> lines(List<Made> all, Instant from) {
        Map<Instant, Made> byHour = new HashMap<>();
        all.forEach(made -> byHour.put(made.at(), made));
        Map<String, Line> lines = new TreeMap<>();
        for (Made made : byHour.values()) {
            if (!made.at().isBefore(from)) {
                made.said().forEach((place, said) -> score(made, place, said, byHour, lines));
            }
        }
        List<Line> sorted = new ArrayList<>(lines.values());
        sorted.sort(
                Comparator.comparing(Line::place).thenComparing(Line::figure).thenComparing(Line::hours));
        return sorted;
    }

    private static void score(
            Made made, String place, JsonArray said, Map<Instant, Made> byHour, Map<String, Line> lines) {
        for (int i = 0; i < AHEAD.size(); i++) {
            int hours = AHEAD.get(i);
            Instant then = made.at().plus(Duration.ofHours(hours));
            int[] came = counts(byHour.get(then), place);
            int[] now = counts(made, place);
            JsonArray outcome = said.getJsonArray(i);
            if (came == null || now == null || outcome == null) {
                continue;
            }
            int[] lastWeek = counts(byHour.get(then.minus(WEEK)), place);
            for (Figure figure : Figure.values()) {
                int which = figure.ordinal();
                // patients, leaving, coming, ready
                JsonArray spread = outcome.getJsonArray(figure == Figure.PATIENTS ? 0 : 3);
                lines.computeIfAbsent(
                                place + ' ' + figure + ' ' + hours,
                                first -> new Line(place, figure, hours, new Score()))
                        .score()
                        .add(
                                new Spread(spread.getDouble(0), spread.getDouble(1)),
                                came[which],
                                now[which],
                                lastWeek == null ? null : lastWeek[which]);
            }
        }
    }

    private static int @Nullable [] counts(@Nullable Made made, String place) {
        return made == null ? null : made.now().get(place);
    }
}
