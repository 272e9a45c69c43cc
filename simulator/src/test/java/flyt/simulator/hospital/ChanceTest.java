package flyt.simulator.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class ChanceTest {

    private static final int DRAWS = 40_000;

    @Test
    void aLogNormalHasItsMeanMedianAndNinetiethPercentile() {
        Chance chance = Chance.of(1, "stays");
        double[] draws = draws(() -> chance.logNormal(3.9, 1.1));
        double tolerance = 4 * 3.9 * 1.1 / Math.sqrt(DRAWS);
        assertThat(Arrays.stream(draws).average().orElseThrow()).isBetween(3.9 - tolerance, 3.9 + tolerance);
        assertThat(draws[DRAWS / 2]).isBetween(0.65 * 3.9, 0.69 * 3.9);
        assertThat(draws[DRAWS * 9 / 10]).isBetween(2.0 * 3.9, 2.2 * 3.9);
    }

    @Test
    void aPoissonHasItsMeanAsVariance() {
        Chance chance = Chance.of(1, "arrivals");
        double[] draws = draws(() -> chance.poisson(7.3));
        double mean = Arrays.stream(draws).average().orElseThrow();
        double variance = Arrays.stream(draws).map(x -> (x - mean) * (x - mean)).sum() / (DRAWS - 1);
        assertThat(mean).isBetween(7.3 - 0.055, 7.3 + 0.055);
        assertThat(variance).isBetween(7.3 * 0.96, 7.3 * 1.04);
    }

    @Test
    void weightsAreShares() {
        Chance chance = Chance.of(1, "colours");
        int[] counts = new int[5];
        for (int i = 0; i < DRAWS; i++) {
            counts[chance.weighted(new double[] {3, 21, 41, 30, 5})]++;
        }
        double[] shares = {0.03, 0.21, 0.41, 0.30, 0.05};
        for (int i = 0; i < 5; i++) {
            double tolerance = 4 * Math.sqrt(shares[i] * (1 - shares[i]) / DRAWS);
            assertThat(counts[i] / (double) DRAWS).isBetween(shares[i] - tolerance, shares[i] + tolerance);
        }
    }

    @Test
    void purposesHaveTheirOwnStreams() {
        Chance one = Chance.of(5, "arrivals");
        Chance other = Chance.of(5, "cleaning");
        Chance again = Chance.of(5, "arrivals");
        List<Double> first = List.of(one.between(0, 1), one.between(0, 1));
        assertThat(List.of(again.between(0, 1), again.between(0, 1))).isEqualTo(first);
        assertThat(List.of(other.between(0, 1), other.between(0, 1))).isNotEqualTo(first);
    }

    private static double[] draws(DoubleSupplier draw) {
        double[] draws = new double[DRAWS];
        Arrays.setAll(draws, i -> draw.getAsDouble());
        Arrays.sort(draws);
        return draws;
    }
}
