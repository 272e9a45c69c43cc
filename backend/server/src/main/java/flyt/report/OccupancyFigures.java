package flyt.report;

import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.PlaceEvent.NightCounted;
import flyt.journal.Database;
import flyt.journal.EventCodec;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * How full a hospital was over days, from the nights that its journal has. Usable from any thread. Futures fail as {@link flyt.journal}
 * says.
 */
public final class OccupancyFigures {
    /** The longest period: a leap year. */
    public static final int LONGEST_DAYS = 366;

    private static final String NIGHTS =
            """
            SELECT body::text FROM event
            WHERE hospital = $1 AND type = 'NightCounted' AND occurred_at > $2 AND occurred_at <= $3
            ORDER BY occurred_at, seq
            """;

    private final Vertx vertx;
    private final Database database;
    private final int leastPeople;
    private final EventCodec codec = new EventCodec();

    /**
     * Figures from a database.
     *
     * @param database of its own: a long question must not keep a short one waiting
     * @param leastPeople how many different people must stand behind a figure that is shown
     */
    public OccupancyFigures(Vertx vertx, Database database, int leastPeople) {
        this.vertx = vertx;
        this.database = database;
        this.leastPeople = leastPeople;
    }

    /** The figures of these days, the first and the last included. */
    public Future<OccupancySheet> between(HospitalDefinition hospital, LocalDate from, LocalDate to) {
        Tuple values = Tuple.of(hospital.id().value(), begin(hospital, from), begin(hospital, to.plusDays(1)));
        return database.survey(connection -> connection.preparedQuery(NIGHTS).execute(values))
                .compose(rows -> vertx.executeBlocking(() -> new OccupancySums(hospital, leastPeople)
                        .of(from, to, byDay(rows, from, to).values())));
    }

    /** One night for each day: after a change of the time zone there may be two of one. */
    private Map<LocalDate, NightCounted> byDay(RowSet<Row> rows, LocalDate from, LocalDate to) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> (NightCounted) codec.decode("NightCounted", row.getString(0)))
                .filter(night -> !night.day().isBefore(from) && !night.day().isAfter(to))
                .collect(Collectors.toMap(
                        NightCounted::day, Function.identity(), (first, second) -> first, TreeMap::new));
    }

    private static OffsetDateTime begin(HospitalDefinition hospital, LocalDate day) {
        return day.atStartOfDay(hospital.timeZone()).toOffsetDateTime();
    }
}
