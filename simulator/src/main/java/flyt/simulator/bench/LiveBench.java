package flyt.simulator.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.Main;
import flyt.RunningServer;
import flyt.simulator.bench.Duel.Pair;
import flyt.simulator.bench.LiveProof.Journaled;
import flyt.simulator.bench.OpenLoop.Sent;
import flyt.simulator.hospital.Plan.WardPlan;
import flyt.simulator.traffic.HospitalFile;
import flyt.simulator.traffic.Pass;
import flyt.simulator.traffic.ServerSecrets;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.HdrHistogram.Histogram;

/**
 * {@code flyt bench live}, {@code null} and {@code forecast}: from a report posted to the frame at the last screen
 * concerned, beside a {@link BareServer} on the same PostgreSQL. All in this process but
 * PostgreSQL: both servers and their clients.
 */
final class LiveBench {

    /** Bytes of a frame where no product is there to be measured. */
    private static final int USUAL_FRAME = 700;

    /**
     * What came out.
     *
     * @param faults why it counts for nothing; empty when it counts
     */
    record Outcome(List<Pair> pairs, Surroundings surroundings, List<String> faults) {

        Ratio ratio(double quantile) {
            return Duel.ratio(pairs, quantile);
        }
    }

    private final BenchOptions options;
    private final HospitalFile file;
    private final List<String> wards;
    private final Rounds rounds;

    LiveBench(BenchOptions options) {
        this.options = options;
        this.file = followingTheSystem(HospitalFile.reference());
        this.rounds = new Rounds(file, options.seed());
        this.wards = file.plan().wards().stream()
                .filter(ward -> ward.kind().equals("inpatient"))
                .map(WardPlan::id)
                .toList();
    }

    /** In a driven hospital time stands still; here it goes on, as in a real one. */
    static HospitalFile followingTheSystem(HospitalFile file) {
        return new HospitalFile(((ObjectNode) file.json().deepCopy()).put("clock", "system"));
    }

    /** Product beside bare. Blocks; {@code folder} is for the database, empty. */
    Outcome product(Path folder) {
        try (BenchDatabase postgres = BenchDatabase.start(folder)) {
            ServerSecrets secrets = new ServerSecrets();
            RunningServer server = start(postgres, secrets, folder);
            Vertx vertx = vertx();
            try {
                return product(vertx, postgres.url(), server.port(), secrets.pass(server.url()));
            } finally {
                MainThread.await(vertx.close().eventually(server::stop));
            }
        }
    }

    private Outcome product(Vertx vertx, String databaseUrl, int port, Pass pass) {
        Pool database = pool(vertx, databaseUrl);
        Door door = new Door(pass, file.id());
        door.define(file.json());
        door.report(opening());
        FlytSide ours = new FlytSide(port, file.id(), pass);
        Screens ourScreens = screens(vertx, ours);
        Duel duel = new Duel(options, vertx, rounds, database);
        List<Posting> warmUp = duel.warmUp();
        duel.warmUp(ours, warmUp);
        BareServer theirs = bare(vertx, databaseUrl, usualFrame(ourScreens));
        Screens theirScreens = screens(vertx, theirs);
        duel.warmUp(theirs, warmUp);
        List<Pair> pairs = duel.run(ours, ourScreens, theirs, theirScreens);

        LiveProof proof = new LiveProof();
        List<Sent> sent = duel.sentToOurs();
        proof.journal(sent, MainThread.await(journal(database)));
        for (String ward : wards) {
            JsonNode rows = door.rows("ward", ward);
            ourScreens.of(ward).forEach(screen -> proof.screen(screen, rows));
        }
        return outcome(
                pairs,
                MainThread.await(Surroundings.of(vertx, database, ourScreens.extensions())),
                new ArrayList<>(proof.faults()));
    }

    /**
     * Two hospitals of one server, reported to turn about: while the one is, fresh forecasts of it are made. Each has sockets of its
     * own. Blocks as {@link #product}.
     */
    Outcome forecasting(Path folder, Figures figures) {
        try (BenchDatabase postgres = BenchDatabase.start(folder)) {
            ServerSecrets secrets = new ServerSecrets();
            RunningServer server = start(postgres, secrets, folder);
            Vertx vertx = vertx();
            try {
                Pool database = pool(vertx, postgres.url());
                Pass pass = secrets.pass(server.url());
                HospitalFile other = named(file, file.id() + "2");
                List<Buffer> opening = opening();
                for (HospitalFile hospital : List.of(file, other)) {
                    Door door = new Door(pass, hospital.id());
                    door.define(hospital.json());
                    door.report(opening);
                }
                ForecastSide ours = new ForecastSide(
                        new FlytSide(server.port(), file.id(), pass),
                        vertx,
                        Duration.ofMillis(Math.round(options.every() * 1_000)));
                FlytSide theirs = new FlytSide(server.port(), other.id(), pass);
                Screens ourScreens = screens(vertx, ours);
                Screens theirScreens = screens(vertx, theirs);
                Duel duel = new Duel(options, vertx, rounds, database);
                List<Posting> warmUp = duel.warmUp();
                duel.warmUp(ours, warmUp);
                ours.ranIn();
                duel.warmUp(theirs, warmUp);
                List<Pair> pairs = duel.run(ours, ourScreens, theirs, theirScreens);
                ours.tell(figures);
                return outcome(
                        pairs,
                        MainThread.await(Surroundings.of(vertx, database, ourScreens.extensions())),
                        new ArrayList<>(ours.faults()));
            } finally {
                MainThread.await(vertx.close().eventually(server::stop));
            }
        }
    }

    private static HospitalFile named(HospitalFile file, String id) {
        return new HospitalFile(((ObjectNode) file.json().deepCopy()).put("id", id));
    }

    private static RunningServer start(BenchDatabase postgres, ServerSecrets secrets, Path folder) {
        return MainThread.await(Main.start(secrets.settings(
                folder,
                Map.of("FLYT_DATABASE_URL", postgres.url(), "FLYT_HTTP_PORT", String.valueOf(MainThread.freePort())))));
    }

    /** Bare beside bare: says how far the figures of {@link #product} can be trusted. */
    Outcome nothing(Path folder) {
        try (BenchDatabase postgres = BenchDatabase.start(folder)) {
            Vertx vertx = vertx();
            try {
                Pool database = pool(vertx, postgres.url());
                BareServer ours = bare(vertx, postgres.url(), USUAL_FRAME);
                BareServer theirs = bare(vertx, postgres.url(), USUAL_FRAME);
                Screens ourScreens = screens(vertx, ours);
                Screens theirScreens = screens(vertx, theirs);
                Duel duel = new Duel(options, vertx, rounds, database);
                List<Posting> warmUp = duel.warmUp();
                duel.warmUp(ours, warmUp);
                duel.warmUp(theirs, warmUp);
                List<Pair> pairs = duel.run(ours, ourScreens, theirs, theirScreens);
                return outcome(
                        pairs,
                        MainThread.await(Surroundings.of(vertx, database, ourScreens.extensions())),
                        new ArrayList<>());
            } finally {
                MainThread.await(vertx.close());
            }
        }
    }

    private static Outcome outcome(List<Pair> pairs, Surroundings surroundings, List<String> faults) {
        missing(pairs, "our", pair -> pair.ours().missing(), faults);
        missing(pairs, "the bare", pair -> pair.theirs().missing(), faults);
        return new Outcome(pairs, surroundings, faults);
    }

    private static void missing(List<Pair> pairs, String whose, ToLongFunction<Pair> count, List<String> faults) {
        long missing = pairs.stream().mapToLong(count).sum();
        if (missing > 0) {
            faults.add(missing + " reports did not reach all of " + whose + " screens");
        }
    }

    /** Says what came out. */
    void tell(String what, Outcome outcome, Figures figures) {
        List<Histogram> ours =
                outcome.pairs().stream().map(pair -> pair.ours().way()).toList();
        List<Histogram> theirs =
                outcome.pairs().stream().map(pair -> pair.theirs().way()).toList();
        List<Histogram> lags =
                outcome.pairs().stream().map(pair -> pair.ours().lag()).toList();
        Histogram us = Duel.together(ours);
        Histogram them = Duel.together(theirs);
        for (double quantile : new double[] {50, 99}) {
            figures.row(
                    String.format("%s p%.0f, %.1f/s", what, quantile, options.rate()),
                    us.getTotalCount(),
                    outcome.ratio(quantile),
                    millis(us, quantile),
                    millis(them, quantile));
        }
        figures.say(String.format(
                "  both sides ran in with the same %d reports at %.0f/s, not counted",
                options.warmUp(), Duel.WARM_UP_RATE));
        figures.say(String.format(
                "  %d sockets to each of %d wards; reports left %s later than meant at p99",
                options.sockets(), wards.size(), millis(Duel.together(lags), 99)));
        figures.surroundings(outcome.surroundings());
        outcome.faults().stream().limit(10).forEach(figures::isVoid);
    }

    private static String millis(Histogram histogram, double quantile) {
        return String.format("%.2f ms", histogram.getValueAtPercentile(quantile) / 1e6);
    }

    /** One after the other in the minutes before now. */
    private List<Buffer> opening() {
        List<Posting> opening = rounds.opening();
        Instant now = Instant.now();
        List<Buffer> bodies = new ArrayList<>();
        for (int i = 0; i < opening.size(); i++) {
            bodies.add(opening.get(i).at(now.minusMillis(100L * (opening.size() - i))));
        }
        return bodies;
    }

    private Screens screens(Vertx vertx, Side side) {
        Screens screens = new Screens(vertx, side);
        MainThread.await(screens.open(wards, options.sockets()));
        return screens;
    }

    private static int usualFrame(Screens screens) {
        int[] lengths = screens.all()
                .flatMap(screen -> screen.received().stream())
                .filter(received -> received.text().startsWith("{\"type\":\"rows\""))
                .mapToInt(received -> received.text().length())
                .sorted()
                .toArray();
        return lengths.length == 0 ? USUAL_FRAME : lengths[lengths.length / 2];
    }

    private static BareServer bare(Vertx vertx, String databaseUrl, int frameBytes) {
        BareServer bare = new BareServer(databaseUrl, frameBytes);
        var unused = MainThread.await(vertx.deployVerticle(bare));
        return bare;
    }

    private Future<List<Journaled>> journal(Pool database) {
        String sql = "SELECT i.source, i.message_id, e.seq FROM input i JOIN event e ON e.hospital = i.hospital"
                + " AND e.seq = i.seq AND e.source = i.source AND e.message_id = i.message_id WHERE i.hospital = $1";
        return database.preparedQuery(sql).execute(Tuple.of(file.id())).map(rows -> rows.stream()
                .map(row -> new Journaled(row.getString(0), row.getString(1), row.getLong(2)))
                .toList());
    }

    private static Pool pool(Vertx vertx, String databaseUrl) {
        return PgBuilder.pool()
                .connectingTo(databaseUrl)
                .with(new PoolOptions().setMaxSize(1))
                .using(vertx)
                .build();
    }

    private static Vertx vertx() {
        return Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    }
}
