package flyt.domain.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import flyt.domain.place.WardId;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewcomersTest {
    private static final WardId LUN = new WardId("LUN");
    private static final int AHEAD = 12;
    private static final int HOUR = 8;

    private static int poisson(double mean, Random random) {
        int count = 0;
        for (double left = mean; (left += Math.log(1 - random.nextDouble())) > 0; ) {
            count++;
        }
        return count;
    }

    /** Days that differ as the hospital's do, each with arrivals by chance; how often the next one falls where it was said to. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 28})
    void theRangesHoldHoweverLittleWasSeen(int days) {
        Random random = new Random(days);
        int worlds = 2_000;
        int half = 0;
        int nineTenths = 0;
        for (int world = 0; world < worlds; world++) {
            double[] rates = random.doubles(7)
                    .map(ignored -> 40 * (1 + Chances.DAYS_DIFFER * random.nextGaussian()))
                    .toArray();
            Newcomers newcomers = new Newcomers();
            for (int day = 0; day < days; day++) {
                int came = poisson(rates[day % 7], random);
                newcomers.saw(day % 7 * 24 + HOUR, AHEAD, Collections.nCopies(came, LUN));
            }
            Spread said = Spread.poisson(newcomers.expected(days % 7 * 24 + HOUR, AHEAD));
            int came = poisson(rates[days % 7], random);
            half += said.half().holds(came) ? 1 : 0;
            nineTenths += said.nineTenths().holds(came) ? 1 : 0;
        }
        assertThat((double) half / worlds).isCloseTo(0.5, within(0.1));
        assertThat((double) nineTenths / worlds).isCloseTo(0.9, within(0.05));
    }

    @Test
    void anHourThatNobodyHasLookedAtSoFarIsAsBusyAsItWasSoFar() {
        Newcomers newcomers = new Newcomers();
        newcomers.saw(6, 6, Collections.nCopies(40, LUN));
        newcomers.saw(6, 12, Collections.nCopies(100, LUN));
        newcomers.saw(18, 6, Collections.nCopies(20, LUN));

        // 30 on average six hours on; from 18:00 two thirds of that, and a little nearer to the average for doubt
        Spread evening = newcomers.expected(18, 12);
        assertThat(evening.mean()).isCloseTo(100 * (20 + 10) / (30 + 10.0), within(1e-9));
        assertThat(evening.variance()).isGreaterThan(newcomers.expected(6, 12).variance());
        // at an hour of which nothing is known, as at any other
        assertThat(newcomers.expected(3, 12).mean()).isCloseTo(100, within(1e-9));
        assertThat(newcomers.expected(3, 6).mean()).isCloseTo(30, within(1e-9));
    }
}
