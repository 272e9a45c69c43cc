package flyt.domain.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ChancesTest {
    private static final int HOURS = 12;

    /** Of those who stood alike so many were seen, and half of them were still there. */
    private static Fates fates(int seen) {
        Fates fates = Fates.assumed(hours -> 0.5).part().part();
        for (int i = 0; i < seen; i++) {
            fates.saw(HOURS, i % 2 == 0, i % 2 == 0);
        }
        return fates;
    }

    private static Spread of(Fates... whose) {
        Chances chances = new Chances();
        for (int i = 0; i < 40; i++) {
            Odds odds = new Odds(whose[i % whose.length], Odds.Of.ANY_WARD);
            odds.look(HOURS, HOURS);
            chances.add(odds);
        }
        return chances.spread();
    }

    @Test
    void whoStandAlikeAreMisjudgedTogether() {
        Spread fewSeen = of(fates(0));
        Spread manySeen = of(fates(100_000));
        assertThat(fewSeen.mean()).isCloseTo(20, within(1e-9));
        assertThat(manySeen.mean()).isCloseTo(20, within(1e-9));
        assertThat(manySeen.variance()).as("by chance alone").isCloseTo(40 * 0.25, within(0.2));
        // all forty by the same share, which is as sure as if ten had been seen; and any day may be unlike others
        double day = Chances.DAYS_DIFFER * 40 * 0.25;
        assertThat(fewSeen.variance()).isCloseTo(10 + 40 * 40 * 0.25 / 11 + day * day, within(1e-9));
    }

    @Test
    void whoStandOtherwiseAreMisjudgedOtherwise() {
        assertThat(of(fates(0), fates(0)).variance()).isLessThan(of(fates(0)).variance());
    }
}
