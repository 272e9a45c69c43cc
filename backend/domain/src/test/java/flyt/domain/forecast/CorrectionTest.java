package flyt.domain.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CorrectionTest {
    private final Correction correction = new Correction(1);
    private final Random random = new Random(7);

    /** A ward that says 20 to 30 are to come and is always left with as many as it had. */
    private void fullWard(int times) {
        for (int i = 0; i < times; i++) {
            double now = 24 + random.nextInt(3);
            Spread sums = new Spread(20 + random.nextInt(11), 9);
            correction.learn(sums, correction.correct(sums, now), now, now);
        }
    }

    @Test
    void nothingIsCorrectedBeforeAnythingIsKnown() {
        assertThat(correction.correct(new Spread(20, 9), 25)).isEqualTo(new Spread(20, 9));
    }

    @Test
    void whatStaysAsItIsIsForecastToStay() {
        fullWard(2_000);
        assertThat(correction.correct(new Spread(20, 9), 25).mean()).isCloseTo(25, within(0.5));
        assertThat(correction.correct(new Spread(30, 9), 25).mean()).isCloseTo(25, within(0.5));
        assertThat(correction.correct(new Spread(25, 9), 25).variance()).isLessThan(1);
    }

    @Test
    void sumsThatAreRightAreLeftAlone() {
        for (int i = 0; i < 2_000; i++) {
            Spread sums = new Spread(25 + random.nextInt(5), 4);
            double came = sums.mean() + 2 * random.nextGaussian();
            correction.learn(sums, correction.correct(sums, 20), 20, came);
        }
        Spread corrected = correction.correct(new Spread(27, 4), 20);
        assertThat(corrected.mean()).isCloseTo(27, within(0.5));
        assertThat(corrected.variance()).isCloseTo(4, within(0.6));
    }

    @Test
    void numbersThatHardlyDifferedSayNothingOfThoseThatDo() {
        for (int i = 0; i < 20; i++) {
            Spread sums = new Spread(20 + i * 0.001, 4);
            correction.learn(sums, sums, 20, 20 + i % 2);
        }
        assertThat(correction.correct(new Spread(20, 4), 25).mean()).isCloseTo(20.3, within(0.3));
    }
}
