package flyt.simulator.bench;

import flyt.simulator.bench.Duel.Pair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;

/**
 * How many times longer the slowest hundredth of one side is, by all of its reports together, and between which two numbers that
 * would lie in 95 of 100 runs of as many pairs: the pairs drawn anew, again and again, with replacement ("bootstrap").
 *
 * @param samples of each side
 */
record Verdict(double ratio, double low, double high, long samples) {
    /** One side may be so many times the other. */
    static final double BOUND = 1.10;

    /** Fifty above the quantile; with fewer it is a matter of luck. */
    private static final long ENOUGH = 5_000;

    private static final double QUANTILE = 0.99;
    private static final int DRAWS = 1_000;
    private static final double OUTSIDE = 0.05;

    /** What the numbers allow to say. */
    enum Finding {
        SHOWN,
        NOT_SHOWN,
        REFUTED
    }

    static Verdict of(List<Pair> pairs, long seed) {
        List<long[]> ours = samples(pairs, pair -> pair.ours().way());
        List<long[]> theirs = samples(pairs, pair -> pair.theirs().way());
        SplittableRandom random = new SplittableRandom(seed);
        double[] drawn = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            List<long[]> some = new ArrayList<>();
            List<long[]> same = new ArrayList<>();
            for (int i = 0; i < pairs.size(); i++) {
                int pair = random.nextInt(pairs.size());
                some.add(ours.get(pair));
                same.add(theirs.get(pair));
            }
            drawn[draw] = ratio(some, same);
        }
        Arrays.sort(drawn);
        return new Verdict(
                ratio(ours, theirs),
                drawn[(int) (DRAWS * OUTSIDE / 2)],
                drawn[(int) (DRAWS * (1 - OUTSIDE / 2)) - 1],
                Math.min(count(ours), count(theirs)));
    }

    /** Shown, when even the upper end keeps the bound; refuted, when not even the lower one does. */
    Finding finding() {
        if (samples < ENOUGH) {
            return Finding.NOT_SHOWN;
        } else if (high <= BOUND) {
            return Finding.SHOWN;
        }
        return low > BOUND ? Finding.REFUTED : Finding.NOT_SHOWN;
    }

    String words() {
        String found =
                switch (finding()) {
                    case SHOWN -> "is shown";
                    case NOT_SHOWN -> samples < ENOUGH ? "cannot be shown by so few" : "is not shown";
                    case REFUTED -> "is refuted";
                };
        return String.format(
                "  p99 of all pairs together x%.2f, %.2f to %.2f in 95 of 100 runs like this one; %d samples a side:"
                        + " that it is within x%.2f %s",
                ratio, low, high, samples, BOUND, found);
    }

    private static List<long[]> samples(List<Pair> pairs, Function<Pair, Histogram> of) {
        return pairs.stream()
                .map(of)
                .map(histogram -> {
                    LongStream.Builder all = LongStream.builder();
                    histogram.recordedValues().forEach(value -> {
                        for (long i = 0; i < value.getCountAtValueIteratedTo(); i++) {
                            all.add(value.getValueIteratedTo());
                        }
                    });
                    return all.build().toArray();
                })
                .toList();
    }

    private static double ratio(List<long[]> ours, List<long[]> theirs) {
        return (double) quantile(ours) / quantile(theirs);
    }

    private static long quantile(List<long[]> halves) {
        long[] all = halves.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return all[(int) Math.ceil(QUANTILE * all.length) - 1];
    }

    private static long count(List<long[]> halves) {
        return halves.stream().mapToLong(half -> half.length).sum();
    }
}
