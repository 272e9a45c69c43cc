package flyt.simulator.bench;

import flyt.journal.Database;
import flyt.ops.Settings;
import flyt.runtime.Playback;
import flyt.simulator.hospital.Witness;
import flyt.simulator.traffic.Faults;
import flyt.simulator.traffic.HospitalFile;
import flyt.simulator.traffic.ServerSecrets;
import flyt.simulator.traffic.Traffic;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * {@code flyt bench past}: what opening a moment costs, anywhere in a journal of 0.1, 1 and 5 million events; beside the same at
 * 0.1 million.
 *
 * <p>The first events are those of the simulated hospital, with the snapshots that a server would have kept. The others are these
 * again, as many times as it takes, each time later: they differ from real ones in what they say, and not in what they cost.
 */
final class PastBench {
    private static final int BLOCK = 100_000;
    private static final int[] BLOCKS = {1, 10, 50};
    private static final int MOMENTS = 40;
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);
    private static final Duration STEP = Duration.ofHours(1);

    private static final String EVENTS =
            """
            INSERT INTO event (hospital, seq, recorded_at, occurred_at, type, source, message_id, actor, stay, body)
            SELECT hospital, seq + $2, recorded_at + make_interval(secs => $3), occurred_at + make_interval(secs => $3),
                type, source, message_id, actor, stay, body
            FROM event WHERE hospital = $1 AND seq <= $4 ORDER BY seq
            """;
    private static final String SNAPSHOTS =
            """
            INSERT INTO snapshot (hospital, seq, recorded_at, format, body)
            SELECT hospital, seq + $2, recorded_at + make_interval(secs => $3), format, body
            FROM snapshot WHERE hospital = $1 AND seq <= $4
            """;
    private static final String SPACE =
            """
            SELECT count(*) AS kept, coalesce(sum(length(body)), 0)::bigint AS bytes,
                pg_table_size('event')::bigint AS events FROM snapshot
            """;

    private final BenchOptions options;
    private final Figures figures;
    private final HospitalFile file = HospitalFile.reference();
    private final ServerSecrets secrets = new ServerSecrets();

    /** How many events the first block has: whole hours of the hospital. */
    private long first;

    PastBench(BenchOptions options, Figures figures) {
        this.options = options;
        this.figures = figures;
    }

    /** Whether it counts. Blocks; {@code folder} is for the database, empty. */
    boolean run(Path folder) {
        try (BenchDatabase postgres = BenchDatabase.start(folder)) {
            Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
            try {
                Database.migrate(postgres.url(), secrets.masterKeys());
                Pool pool = PgBuilder.pool()
                        .connectingTo(postgres.url())
                        .with(new PoolOptions().setMaxSize(1))
                        .using(vertx)
                        .build();
                figures.surroundings(MainThread.await(Surroundings.of(vertx, pool, "none")));
                Database database = Database.at(vertx, postgres.url(), secrets.masterKeys());
                Instant opening = fill(vertx, postgres.url());
                Instant end = last(pool);
                List<Double> least = List.of();
                int blocks = 1;
                for (int wanted : BLOCKS) {
                    for (; blocks < wanted; blocks++) {
                        repeat(pool, blocks, Duration.between(opening, end));
                    }
                    List<Double> opened = measure(vertx, database, opening, last(pool), blocks);
                    least = least.isEmpty() ? opened : least;
                    tell(pool, blocks, opened, least);
                }
                MainThread.await(database.close());
                return true;
            } finally {
                MainThread.await(vertx.close());
            }
        }
    }

    /** Lets the simulated hospital live through the first events; gives when they begin. */
    private Instant fill(Vertx vertx, String databaseUrl) {
        Traffic traffic = new Traffic(file, FIRST_DAY, options.seed(), Faults.NONE, new Witness() {});
        Instant opening = traffic.now();
        Backfill past = new Backfill(
                vertx, databaseUrl, secrets.masterKeys(), file, opening, new Settings(Map.of()).snapshotEvery());
        ProgressLine progress = new ProgressLine(System.err, "filling the journal", BLOCK, System.console() != null);
        while (past.events() < BLOCK) {
            past.take(traffic.until(traffic.now().plus(STEP)));
            progress.at(past.events());
        }
        past.finish();
        first = past.events();
        return opening;
    }

    private void repeat(Pool pool, int block, Duration span) {
        Tuple values =
                Tuple.of(file.id(), block * first, (double) span.plus(STEP).toSeconds() * block, first);
        for (String statement : List.of(EVENTS, SNAPSHOTS)) {
            var unused = MainThread.await(pool.preparedQuery(statement).execute(values));
        }
    }

    private Instant last(Pool pool) {
        return MainThread.await(pool.preparedQuery("SELECT max(recorded_at) FROM event WHERE hospital = $1")
                        .execute(Tuple.of(file.id())))
                .iterator()
                .next()
                .getOffsetDateTime(0)
                .withOffsetSameInstant(ZoneOffset.UTC)
                .toInstant();
    }

    /** Opens moments from anywhere, and gives the milliseconds of each. */
    private List<Double> measure(Vertx vertx, Database database, Instant from, Instant to, int blocks) {
        Random random = new Random(options.seed());
        List<Double> milliseconds = new ArrayList<>();
        long most = 0;
        for (int i = 0; i < MOMENTS + 10; i++) {
            Instant at = from.plusMillis(
                    (long) (random.nextDouble() * Duration.between(from, to).toMillis()));
            long begun = System.nanoTime();
            Playback then = MainThread.await(Playback.open(vertx, database, file.id(), at));
            if (i >= 10) {
                milliseconds.add((System.nanoTime() - begun) / 1e6);
                most = Math.max(most, then.read());
            }
        }
        figures.say(String.format("  %.1f million events: at most %d were read for a moment", blocks / 10.0, most));
        return milliseconds;
    }

    private void tell(Pool pool, int blocks, List<Double> opened, List<Double> least) {
        double base = Ratio.of(least).median();
        figures.row(
                String.format("past, %.1f million events", blocks / 10.0),
                opened.size(),
                Ratio.of(opened.stream().map(each -> each / base).toList()),
                String.format("%.0f ms (slowest %.0f)", Ratio.of(opened).median(), Collections.max(opened)),
                String.format("%.0f ms at 0.1 million", base));
        Row space = MainThread.await(pool.query(SPACE).execute()).iterator().next();
        figures.say(String.format(
                "    %d snapshots in %d MB, beside %d MB of events",
                space.getLong("kept"), space.getLong("bytes") / 1_000_000, space.getLong("events") / 1_000_000));
    }
}
