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
    void itIsKnownHowFarSomebodyHasLooked() {
        Newcomers newcomers = new Newcomers();
        assertThat(newcomers.looked(6, 12)).isZero();
        newcomers.saw(6, 6, Collections.nCopies(40, LUN));
        newcomers.saw(6, 12, Collections.nCopies(100, LUN));
        newcomers.saw(18, 9, Collections.nCopies(20, LUN));

        assertThat(newcomers.looked(6, 12)).isEqualTo(12);
        assertThat(newcomers.looked(6, 11)).isEqualTo(6);
        assertThat(newcomers.looked(24 + 6, 48))
                .as("the same hour of another day")
                .isEqualTo(12);
        assertThat(newcomers.looked(3, 12)).isZero();
        assertThat(newcomers.looked(11)).as("from any hour").isEqualTo(9);
        Spread known = newcomers.expected(6, 12);
        assertThat(known.mean()).isEqualTo(100);
        assertThat(newcomers.taken(100, 6, 6).variance()).isGreaterThan(known.variance());
    }

    @Test
    void aFewDoNotSayWhereAllWillGo() {
        Newcomers newcomers = new Newcomers();
        assertThat(newcomers.share(LUN, 12, 0.1)).isCloseTo(0.1, within(1e-9));
        newcomers.saw(6, 12, Collections.nCopies(2, LUN));
        assertThat(newcomers.share(LUN, 12, 0.1)).isBetween(0.1, 0.2);
        newcomers.saw(6, 12, Collections.nCopies(5_000, LUN));
        assertThat(newcomers.share(LUN, 12, 0.1)).isGreaterThan(0.98);
    }
}
