package flyt.simulator.bench;

import flyt.journal.Database;
import flyt.ops.Settings;
import flyt.simulator.hospital.Witness;
import flyt.simulator.traffic.Faults;
import flyt.simulator.traffic.HospitalFile;
import flyt.simulator.traffic.ServerSecrets;
import flyt.simulator.traffic.Traffic;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code flyt bench start}: from the start of the server's process to ready, with the snapshots it
 * has made itself and without any, each beside a process that reads the same rows from the same
 * PostgreSQL and does nothing with them.
 */
final class StartBench {

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);
    private static final Duration STEP = Duration.ofHours(1);
    private static final String SNAPSHOT_SIZES =
            """
            SELECT count(*), coalesce((array_agg(length(body) ORDER BY seq DESC))[1], 0),
                coalesce((array_agg(length(body) ORDER BY abs(seq - $2)))[1], 0)
            FROM snapshot WHERE hospital = $1
            """;

    /**
     * One start.
     *
     * @param ready seconds from the start of the process
     * @param parts of it until the doors opened, in the server's own words
     * @param loading seconds from the open doors until ready
     * @param processor seconds of processor time until ready, all threads together
     */
    private record Start(double ready, String parts, double loading, double processor) {}

    private final BenchOptions options;
    private final Figures figures;
    private final HospitalFile file = HospitalFile.reference();
    private final ServerSecrets secrets = new ServerSecrets();

    StartBench(BenchOptions options, Figures figures) {
        this.options = options;
        this.figures = figures;
    }

    /** Whether it counts. Blocks; {@code folder} is for the database, empty. */
    boolean run(Path folder) {
        try (BenchDatabase postgres = BenchDatabase.start(folder)) {
            Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
            try {
                Pool database = PgBuilder.pool()
                        .connectingTo(postgres.url())
                        .with(new PoolOptions().setMaxSize(1))
                        .using(vertx)
                        .build();
                figures.surroundings(MainThread.await(Surroundings.of(vertx, database, "none")));
                long events = fill(vertx, postgres.url());
                tellOfSnapshots(database, events);
                long tail = number(database, "SELECT coalesce(max(seq), 0) FROM snapshot WHERE hospital = $1") + 1;
                measure("start, snapshot and " + (events + 1 - tail) + " events", folder, postgres.url(), tail, events);
                var removed =
                        MainThread.await(database.query("DELETE FROM snapshot").execute());
                measure("start, " + events + " events replayed", folder, postgres.url(), 1, events);
                return true;
            } finally {
                MainThread.await(vertx.close());
            }
        }
    }

    /**
     * Lets the simulated hospital live until its journal is as long as asked for.
     *
     * @return events in the journal
     */
    private long fill(Vertx vertx, String databaseUrl) {
        Database.migrate(databaseUrl, secrets.masterKeys());
        Traffic traffic = new Traffic(file, FIRST_DAY, options.seed(), Faults.NONE, new Witness() {});
        Instant opening = traffic.now();
        long begun = System.nanoTime();
        Backfill past = new Backfill(
                vertx, databaseUrl, secrets.masterKeys(), file, opening, new Settings(Map.of()).snapshotEvery());
        ProgressLine progress =
                new ProgressLine(System.err, "filling the journal", options.events(), System.console() != null);
        while (past.events() < options.events()) {
            past.take(traffic.until(traffic.now().plus(STEP)));
            progress.at(past.events());
        }
        past.finish();
        figures.say(String.format(
                "  %d events, %d days of the hospital, written in %.0f s",
                past.events(), Duration.between(opening, traffic.now()).toDays(), (System.nanoTime() - begun) / 1e9));
        return past.events();
    }

    /** Their size says whether the state in memory grows with the journal. */
    private void tellOfSnapshots(Pool database, long events) {
        Row sizes = MainThread.await(database.preparedQuery(SNAPSHOT_SIZES)
                .execute(Tuple.of(file.id(), events / 2))
                .map(rows -> rows.iterator().next()));
        figures.say(String.format(
                "  %d snapshots kept; packed, the newest has %d kB, the one after half the events %d kB",
                sizes.getLong(0), sizes.getInteger(1) / 1000, sizes.getInteger(2) / 1000));
    }

    private void measure(String what, Path folder, String databaseUrl, long first, long last) {
        List<Start> starts = new ArrayList<>();
        List<Double> reads = new ArrayList<>();
        for (int pair = 0; pair < options.pairs(); pair++) {
            starts.add(server(folder, databaseUrl));
            reads.add(bareRead(folder, databaseUrl, first, last));
        }
        List<Double> ratios = new ArrayList<>();
        for (int pair = 0; pair < options.pairs(); pair++) {
            ratios.add(starts.get(pair).ready() / reads.get(pair));
        }
        Ratio ready = Ratio.of(starts.stream().map(Start::ready).toList());
        figures.row(
                what,
                options.pairs(),
                Ratio.of(ratios),
                String.format("%.2f s", ready.median()),
                String.format("%.2f s", Ratio.of(reads).median()));
        Start one = starts.stream()
                .filter(start -> start.ready() == ready.median())
                .findFirst()
                .orElseThrow();
        figures.say(String.format(
                "    %.2f s: %s, then until ready %.2f s; processor time %.2f s",
                one.ready(), one.parts(), one.loading(), one.processor()));
    }

    /** A fresh server until it says that it is ready. */
    private Start server(Path folder, String databaseUrl) {
        int port = MainThread.freePort();
        Map<String, String> settings = secrets.settings(
                folder,
                Map.of(
                        "FLYT_DATABASE_URL",
                        databaseUrl,
                        "FLYT_HTTP_PORT",
                        String.valueOf(port),
                        "FLYT_LOG_FORMAT",
                        "text"));
        try (ChildProcess server = ChildProcess.start(folder.resolve("server.log"), settings, "flyt.Main")) {
            String parts = server.waitFor("Started: ");
            double doorsOpen = server.secondsSinceStart();
            while (!isReady(port)) {
                if (!server.isAlive()) {
                    throw new IllegalStateException("the server has ended; see server.log");
                }
                MainThread.rest(Duration.ofMillis(10));
            }
            double ready = server.secondsSinceStart();
            return new Start(ready, parts, ready - doorsOpen, server.processorSeconds());
        }
    }

    private static boolean isReady(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write("GET /health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] status = socket.getInputStream().readNBytes(12);
            return new String(status, StandardCharsets.US_ASCII).endsWith(" 200");
        } catch (IOException e) {
            return false;
        }
    }

    /** Seconds until a fresh process has read the same rows. */
    private double bareRead(Path folder, String databaseUrl, long first, long last) {
        try (ChildProcess reader = ChildProcess.start(
                folder.resolve("reader.log"), Map.of(), BareRead.class.getName(), file.id(), String.valueOf(first))) {
            reader.tell(databaseUrl);
            String read = reader.waitFor(BareRead.DONE);
            double seconds = reader.secondsSinceStart();
            if (Long.parseLong(read) != last + 1 - first) {
                throw new IllegalStateException("not all events were read: " + read + " of " + (last + 1 - first));
            }
            return seconds;
        }
    }

    private long number(Pool database, String sql) {
        Future<Long> number = database.preparedQuery(sql)
                .execute(Tuple.of(file.id()))
                .map(rows -> rows.iterator().next().getLong(0));
        return MainThread.await(number);
    }
}
