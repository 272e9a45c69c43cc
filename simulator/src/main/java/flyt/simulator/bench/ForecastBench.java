package flyt.simulator.bench;

import flyt.Main;
import flyt.RunningServer;
import flyt.simulator.bench.Duel.Pair;
import flyt.simulator.traffic.HospitalFile;
import flyt.simulator.traffic.ServerSecrets;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code flyt bench forecast}: from a report posted to the frame at the last screen concerned, with a forecast made each minute,
 * beside the same server that makes none. All in this process but the two PostgreSQLs.
 */
final class ForecastBench {
    private final BenchOptions options;
    private final HospitalFile file = LiveBench.followingTheSystem(HospitalFile.reference());
    private final List<String> faults = new ArrayList<>();

    ForecastBench(BenchOptions options) {
        this.options = options;
    }

    /** A server with its database, its screens open. */
    private record Half(BenchDatabase postgres, RunningServer server, Door door, FlytSide side, Screens screens)
            implements AutoCloseable {
        @Override
        public void close() {
            MainThread.await(server.stop());
            postgres.close();
        }
    }

    /** Measures and tells; whether it counts. Blocks; {@code folder} is empty. */
    boolean run(Path folder, Figures figures) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        Rounds rounds = new Rounds(file, options.seed());
        List<Posting> opening = rounds.opening();
        try (Half with = half(vertx, folder.resolve("with"), "1", opening);
                Half without = half(vertx, folder.resolve("without"), "0", opening)) {
            Duel duel =
                    new Duel(options, vertx, rounds, pool(vertx, with.postgres().url()));
            List<Posting> warmUp = duel.warmUp();
            duel.warmUp(with.side(), warmUp);
            duel.warmUp(without.side(), warmUp);
            List<Pair> pairs = duel.run(with.side(), with.screens(), without.side(), without.screens());
            long made = forecasts(with);
            for (double quantile : new double[] {50, 99}) {
                var ours = Duel.together(
                        pairs.stream().map(pair -> pair.ours().way()).toList());
                var theirs = Duel.together(
                        pairs.stream().map(pair -> pair.theirs().way()).toList());
                figures.row(
                        String.format("with forecasts p%.0f, %.1f/s", quantile, options.rate()),
                        ours.getTotalCount(),
                        Duel.ratio(pairs, quantile),
                        String.format("%.2f ms", ours.getValueAtPercentile(quantile) / 1e6),
                        String.format("%.2f ms", theirs.getValueAtPercentile(quantile) / 1e6));
            }
            figures.say("  " + made + " forecasts of 48 hours were made meanwhile; beside: none");
            check(pairs, made, forecasts(without));
            faults.forEach(figures::isVoid);
            return faults.isEmpty();
        } finally {
            MainThread.await(vertx.close());
        }
    }

    private void check(List<Pair> pairs, long made, long madeWithout) {
        long missing = pairs.stream()
                .mapToLong(pair -> pair.ours().missing() + pair.theirs().missing())
                .sum();
        if (missing > 0) {
            faults.add(missing + " reports did not reach all screens");
        }
        if (made == 0 || madeWithout > 0) {
            faults.add(made + " forecasts with and " + madeWithout + " without: nothing was compared");
        }
    }

    private Half half(Vertx vertx, Path folder, String minutes, List<Posting> opening) {
        BenchDatabase postgres = BenchDatabase.start(folder);
        ServerSecrets secrets = new ServerSecrets();
        RunningServer server = MainThread.await(Main.start(secrets.settings(
                folder,
                Map.of(
                        "FLYT_DATABASE_URL",
                        postgres.url(),
                        "FLYT_CLUSTER_NAME",
                        "bench-forecast-" + minutes,
                        "FLYT_FORECAST_MINUTES",
                        minutes,
                        "FLYT_HTTP_PORT",
                        String.valueOf(MainThread.freePort())))));
        var pass = secrets.pass(server.url());
        Door door = new Door(pass, file.id());
        door.define(file.json());
        door.report(bodies(opening));
        FlytSide side = new FlytSide(server.port(), file.id(), pass);
        Screens screens = new Screens(vertx, side);
        List<String> wards = file.plan().wards().stream()
                .filter(ward -> ward.kind().equals("inpatient"))
                .map(ward -> ward.id())
                .toList();
        MainThread.await(screens.open(wards, options.sockets()));
        return new Half(postgres, server, door, side, screens);
    }

    /** One after the other in the minutes before now. */
    private static List<Buffer> bodies(List<Posting> opening) {
        Instant now = Instant.now();
        List<Buffer> bodies = new ArrayList<>();
        for (int i = 0; i < opening.size(); i++) {
            bodies.add(opening.get(i).at(now.minusMillis(100L * (opening.size() - i))));
        }
        return bodies;
    }

    /** How many stand in the journal. */
    private long forecasts(Half half) {
        Vertx vertx = Vertx.vertx();
        try {
            return MainThread.await(pool(vertx, half.postgres().url())
                    .query("SELECT count(*) FROM event WHERE type = 'ForecastMade'")
                    .execute()
                    .map(rows -> rows.iterator().next().getLong(0)));
        } finally {
            MainThread.await(vertx.close());
        }
    }

    private static Pool pool(Vertx vertx, String databaseUrl) {
        return PgBuilder.pool()
                .connectingTo(databaseUrl)
                .with(new PoolOptions().setMaxSize(1))
                .using(vertx)
                .build();
    }
}
