package flyt.simulator.bench;

import flyt.simulator.bench.OpenLoop.Sent;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * Two sides, turn about: the same reports at the same moments after the start of each half, to the one and to the other, over
 * and over; who begins changes from pair to pair. Used by the main thread.
 */
final class Duel {

    /** More than is measured at, so that both sides are compiled, not interpreted, when it counts. */
    static final double WARM_UP_RATE = 400;

    private static final Duration QUIET = Duration.ofMillis(500);
    private static final Duration LAST_FRAME = Duration.ofSeconds(2);

    /** Both halves of a pair. */
    record Pair(Latencies ours, Latencies theirs) {}

    private final BenchOptions options;
    private final OpenLoop loop;
    private final Rounds rounds;
    private final Pool database;
    private final List<Sent> sentToOurs = new ArrayList<>();

    Duel(BenchOptions options, Vertx vertx, Rounds rounds, Pool database) {
        this.options = options;
        this.loop = new OpenLoop(vertx);
        this.rounds = rounds;
        this.database = database;
    }

    /** Reports to run in with. Both sides get the same ones: a side that missed some would know another hospital. */
    List<Posting> warmUp() {
        return rounds.next(options.warmUp());
    }

    /** Lets a side run in. */
    void warmUp(Side side, List<Posting> postings) {
        long[] moments = OpenLoop.moments(postings.size(), WARM_UP_RATE, options.seed());
        var unused = half(side, postings, bodies(postings, moments), moments);
    }

    List<Pair> run(Side ours, Screens ourScreens, Side theirs, Screens theirScreens) {
        List<List<Sent>> toOurs = new ArrayList<>();
        List<List<Sent>> toTheirs = new ArrayList<>();
        for (int number = 1; number <= options.pairs(); number++) {
            List<Posting> postings = rounds.next(options.reportsInHalf());
            long[] moments = OpenLoop.moments(postings.size(), options.rate(), options.seed() + number);
            List<Buffer> bodies = bodies(postings, moments);
            // what a machine does of its own accord must not always meet the same side
            boolean weBegin = number % 2 == 1;
            if (weBegin) {
                toOurs.add(half(ours, postings, bodies, moments));
            }
            toTheirs.add(half(theirs, postings, bodies, moments));
            if (!weBegin) {
                toOurs.add(half(ours, postings, bodies, moments));
            }
        }
        toOurs.forEach(sentToOurs::addAll);
        // reckoned at the end, when the last frame of a machine that is out of breath has come too
        MainThread.rest(LAST_FRAME);
        return IntStream.range(0, toOurs.size())
                .mapToObj(pair -> new Pair(
                        Latencies.of(toOurs.get(pair), ourScreens), Latencies.of(toTheirs.get(pair), theirScreens)))
                .toList();
    }

    /** All that our side was sent in the pairs. */
    List<Sent> sentToOurs() {
        return sentToOurs;
    }

    private List<Sent> half(Side side, List<Posting> postings, List<Buffer> bodies, long[] moments) {
        // what the other half left for PostgreSQL to write is written now
        var unused = MainThread.await(database.query("CHECKPOINT").execute());
        MainThread.rest(QUIET);
        side.begin();
        List<Sent> sent = loop.run(side, postings, bodies, System.nanoTime(), moments);
        side.end();
        MainThread.rest(QUIET);
        return sent;
    }

    private static List<Buffer> bodies(List<Posting> postings, long[] moments) {
        Instant start = Instant.now();
        return IntStream.range(0, moments.length)
                .mapToObj(i -> postings.get(i).at(start.plusMillis(moments[i] / 1_000_000)))
                .toList();
    }

    /** Of each pair the ratio of a quantile, 0 to 100. */
    static Ratio ratio(List<Pair> pairs, double quantile) {
        return Ratio.of(pairs.stream()
                .map(pair -> (double) pair.ours().way().getValueAtPercentile(quantile)
                        / pair.theirs().way().getValueAtPercentile(quantile))
                .toList());
    }

    /** All halves of one side in one. */
    static Histogram together(List<Histogram> halves) {
        Histogram all = new Histogram(halves.get(0));
        halves.forEach(all::add);
        return all;
    }
}
