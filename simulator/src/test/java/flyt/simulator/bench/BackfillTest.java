package flyt.simulator.bench;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.Main;
import flyt.RunningServer;
import flyt.journal.Database;
import flyt.simulator.traffic.Faults;
import flyt.simulator.traffic.HospitalFile;
import flyt.simulator.traffic.Report;
import flyt.simulator.traffic.ServerDoor;
import flyt.simulator.traffic.ServerSecrets;
import flyt.simulator.traffic.Traffic;
import flyt.simulator.truth.Truth;
import flyt.simulator.truth.TruthComparison;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 4, unit = TimeUnit.MINUTES)
class BackfillTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    /**
     * Without what a living server notices or erases by itself, the numbers it gives to its own messages, and the
     * random keys of texts.
     */
    private static final String EVENTS = "SELECT concat_ws(' ', recorded_at, occurred_at, type, source, actor, stay,"
            + " body - 'destination' - 'reason' - 'purpose',"
            + " CASE WHEN source = 'flyt' THEN '' ELSE message_id END) FROM event"
            + " WHERE type NOT IN ('FeedFellSilent', 'FeedCameBack', 'IdentitiesErased') ORDER BY seq";

    private static final String NAMES = "SELECT concat_ws(' ', key, kind, length(sealed), changed_at)"
            + " FROM identity WHERE kind <> 'text' ORDER BY 1";
    private static final String OUTCOMES = "SELECT concat_ws(' ', source, message_id, hash, outcome, recorded_at)"
            + " FROM input WHERE source <> 'flyt' ORDER BY source, message_id";
    private static final String SNAPSHOTS = "SELECT concat_ws(' ', seq, format) FROM snapshot";

    @TempDir
    private Path files;

    private final ServerSecrets secrets = new ServerSecrets();
    private final Vertx vertx = Vertx.vertx();
    private final HospitalFile file = HospitalFile.reference();

    @AfterEach
    void close() {
        MainThread.await(vertx.close());
    }

    @Test
    void leavesTheJournalThatAServerWouldHaveLeft(@TempDir Path one, @TempDir Path other) {
        Truth truth = new Truth();
        Traffic traffic = new Traffic(file, DAY, 7, Faults.NONE, truth);
        Instant opening = traffic.now();
        Instant end = opening.plus(Duration.ofHours(26));
        List<Report> reports = new ArrayList<>(traffic.until(end));
        reports.addAll(traffic.rest());
        try (BenchDatabase toldByHttp = BenchDatabase.start(one);
                BenchDatabase filled = BenchDatabase.start(other)) {
            tellAServer(toldByHttp.url(), opening, reports);
            Database.migrate(filled.url(), secrets.masterKeys());
            useSecret(
                    filled.url(),
                    rows(toldByHttp.url(), "SELECT encode(wrapped, 'hex') FROM secret WHERE name = 'pseudonyms'"));
            Backfill past = new Backfill(vertx, filled.url(), secrets.masterKeys(), file, opening, 2_000);
            past.take(reports);
            past.finish();

            // containsExactly, since it names the rows that differ
            assertThat(rows(filled.url(), EVENTS))
                    .hasSizeGreaterThan(8_000)
                    .containsExactlyElementsOf(rows(toldByHttp.url(), EVENTS));
            assertThat(rows(filled.url(), NAMES)).isNotEmpty().containsExactlyElementsOf(rows(toldByHttp.url(), NAMES));
            assertThat(rows(filled.url(), OUTCOMES))
                    .hasSize(reports.size())
                    .containsExactlyElementsOf(rows(toldByHttp.url(), OUTCOMES));
            assertThat(rows(filled.url(), SNAPSHOTS)).isNotEmpty();
            assertThat(bedsOfAServerOn(filled.url(), truth, end)).isEmpty();
        }
    }

    private void tellAServer(String databaseUrl, Instant opening, List<Report> reports) {
        onAServer(databaseUrl, door -> door.define(file)
                .compose(defined -> door.setClock(new ServerDoor.ClockFace(opening, 0)))
                .compose(set -> inBatches(door, reports)));
    }

    private static Future<Void> inBatches(ServerDoor door, List<Report> reports) {
        Future<Void> told = Future.succeededFuture();
        for (int from = 0; from < reports.size(); from += 200) {
            List<Report> batch = reports.subList(from, Math.min(reports.size(), from + 200));
            told = told.compose(before -> door.send(batch).mapEmpty());
        }
        return told;
    }

    private List<TruthComparison.Difference> bedsOfAServerOn(String databaseUrl, Truth truth, Instant end) {
        return onAServer(
                databaseUrl, door -> door.rows("beds").map(rows -> TruthComparison.compare(truth.at(end), rows)));
    }

    private <T> T onAServer(String databaseUrl, Function<ServerDoor, Future<T>> todo) {
        RunningServer server = MainThread.await(Main.start(secrets.settings(
                files,
                Map.of(
                        "FLYT_DATABASE_URL",
                        databaseUrl,
                        "FLYT_HTTP_PORT",
                        "0",
                        "FLYT_FORECAST_MINUTES",
                        "0",
                        "FLYT_LOG_FORMAT",
                        "text"))));
        ServerDoor door = new ServerDoor(vertx, secrets.pass(server.url()), file.id());
        try {
            return MainThread.await(todo.apply(door));
        } finally {
            MainThread.await(door.close().eventually(server::stop));
        }
    }

    private void useSecret(String databaseUrl, List<String> hex) {
        var unused = rows(
                databaseUrl,
                "INSERT INTO secret VALUES ('pseudonyms', decode('" + hex.get(0) + "', 'hex')) RETURNING name");
    }

    private List<String> rows(String databaseUrl, String sql) {
        return MainThread.await(PgConnection.connect(vertx, PgConnectOptions.fromUri(databaseUrl))
                .compose(connection -> connection
                        .query(sql)
                        .execute()
                        .map(rows -> rows.stream().map(row -> row.getString(0)).toList())
                        .eventually(connection::close)));
    }
}
