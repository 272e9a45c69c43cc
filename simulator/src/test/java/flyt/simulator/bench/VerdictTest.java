package flyt.simulator.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import flyt.simulator.bench.Duel.Pair;
import flyt.simulator.bench.Verdict.Finding;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private final SplittableRandom random = new SplittableRandom(7);

    /** Ways of 2 ms and a tail of exponential length. */
    private Latencies half(int reports, double tailMs) {
        Histogram way = new Histogram(60_000_000_000L, 3);
        for (int i = 0; i < reports; i++) {
            way.recordValue((long) (2e6 - 1e6 * tailMs * Math.log(1 - random.nextDouble())));
        }
        return new Latencies(way, new Histogram(60_000_000_000L, 3), 0);
    }

    private Verdict verdict(int pairs, int reports, double ours, double theirs) {
        List<Pair> all = IntStream.range(0, pairs)
                .mapToObj(pair -> new Pair(half(reports, ours), half(reports, theirs)))
                .toList();
        return Verdict.of(all, 1);
    }

    @Test
    void whatIsTheSameAndOftenSeenIsWithinTheBound() {
        Verdict same = verdict(20, 1_000, 1, 1);
        assertThat(same.ratio()).isCloseTo(1, within(0.05));
        assertThat(same.low()).isLessThan(same.ratio());
        assertThat(same.high()).isGreaterThan(same.ratio());
        assertThat(same.samples()).isEqualTo(20_000);
        assertThat(same.finding()).isEqualTo(Finding.SHOWN);
    }

    @Test
    void whatIsLongerIsRefuted() {
        assertThat(verdict(20, 1_000, 1.5, 1).finding()).isEqualTo(Finding.REFUTED);
    }

    @Test
    void whatLiesBetweenIsNotShown() {
        assertThat(verdict(10, 1_000, 1.1, 1).finding()).isEqualTo(Finding.NOT_SHOWN);
    }

    @Test
    void tooFewShowNothingHoweverGoodTheyLook() {
        Verdict few = verdict(4, 1_000, 0.2, 1);
        assertThat(few.high()).isLessThan(Verdict.BOUND);
        assertThat(few.finding()).isEqualTo(Finding.NOT_SHOWN);
        assertThat(few.words()).endsWith("cannot be shown by so few");
    }
}
