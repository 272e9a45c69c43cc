package flyt.simulator.bench;

import flyt.Main;
import flyt.RunningServer;
import flyt.simulator.hospital.Witness;
import flyt.simulator.traffic.Faults;
import flyt.simulator.traffic.HospitalFile;
import flyt.simulator.traffic.Report;
import flyt.simulator.traffic.ServerDoor;
import flyt.simulator.traffic.Traffic;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
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

    private static final int BATCH = 2_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);
    private static final Duration STEP = Duration.ofHours(6);

    /** A start with or without snapshots, and the bare read beside it, in seconds. */
    private record Pair(double ours, double theirs) {}

    private final BenchOptions options;
    private final Figures figures;
    private final HospitalFile file = HospitalFile.reference();

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
                long events = fill(vertx, postgres.url(), database);
                long tail = number(database, "SELECT coalesce(max(seq), 0) FROM snapshot WHERE hospital = $1") + 1;
                measure("start, snapshot and " + (events + 1 - tail) + " events", folder, postgres.url(), tail, events);
                var removed =
                        MainThread.await(database.query("DELETE FROM snapshot").execute());
                measure("start, " + events + " events replayed", folder, postgres.url(), 1, events);
                figures.surroundings(MainThread.await(Surroundings.of(vertx, database, "none")));
                return true;
            } finally {
                MainThread.await(vertx.close());
            }
        }
    }

    /**
     * Lets the simulated hospital live, reporting to a server, until its journal is as long as
     * asked for.
     */
    private long fill(Vertx vertx, String databaseUrl, Pool database) {
        RunningServer server = MainThread.await(Main.start(
                Map.of("FLYT_DATABASE_URL", databaseUrl, "FLYT_HTTP_PORT", String.valueOf(MainThread.freePort()))));
        ServerDoor door = new ServerDoor(vertx, server.url(), file.id());
        try {
            Traffic traffic = new Traffic(file, FIRST_DAY, options.seed(), Faults.NONE, new Witness() {});
            MainThread.await(door.define(file));
            MainThread.await(door.setClock(new ServerDoor.ClockFace(traffic.now(), 0)));
            long begun = System.nanoTime();
            long events = 0;
            while (events < options.events()) {
                List<Report> reports = traffic.until(traffic.now().plus(STEP));
                for (int from = 0; from < reports.size(); from += BATCH) {
                    MainThread.await(door.send(reports.subList(from, Math.min(reports.size(), from + BATCH))));
                }
                events = number(database, "SELECT coalesce(max(seq), 0) FROM event WHERE hospital = $1");
            }
            figures.say(String.format(
                    "  filled by %d reports in %.0f s, to %s in hospital time",
                    door.receipt().all(), (System.nanoTime() - begun) / 1e9, traffic.now()));
            return events;
        } finally {
            MainThread.await(door.close().eventually(server::stop));
        }
    }

    private void measure(String what, Path folder, String databaseUrl, long first, long last) {
        List<Pair> pairs = new ArrayList<>();
        for (int pair = 0; pair < options.pairs(); pair++) {
            pairs.add(new Pair(server(folder, databaseUrl), bareRead(folder, databaseUrl, first, last)));
        }
        Ratio ours = Ratio.of(pairs.stream().map(Pair::ours).toList());
        Ratio theirs = Ratio.of(pairs.stream().map(Pair::theirs).toList());
        Ratio ratio =
                Ratio.of(pairs.stream().map(pair -> pair.ours() / pair.theirs()).toList());
        figures.row(
                what,
                pairs.size(),
                ratio,
                String.format("%.2f s", ours.median()),
                String.format("%.2f s", theirs.median()));
    }

    /** Seconds until a fresh server says that it is ready. */
    private double server(Path folder, String databaseUrl) {
        int port = MainThread.freePort();
        Map<String, String> settings = Map.of(
                "FLYT_DATABASE_URL", databaseUrl, "FLYT_HTTP_PORT", String.valueOf(port), "FLYT_LOG_FORMAT", "text");
        try (ChildProcess server = ChildProcess.start(folder.resolve("server.log"), settings, "flyt.Main")) {
            while (!isReady(port)) {
                if (!server.isAlive()) {
                    throw new IllegalStateException("the server has ended; see server.log");
                }
                MainThread.rest(Duration.ofMillis(10));
            }
            return server.secondsSinceStart();
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
            if (Long.parseLong(read.substring(BareRead.DONE.length())) != last + 1 - first) {
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
