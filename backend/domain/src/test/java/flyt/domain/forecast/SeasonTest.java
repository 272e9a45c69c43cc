package flyt.domain.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the time of the year does to those whom nobody knows of yet. */
class SeasonTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);
    private static final int A_DAY = 60;
    private static final int AHEAD = 48;
    private static final int LOOKS_OF_A_DAY = 24 * 12;

    private final Season season = new Season();

    @Test
    void beforeAnythingIsSeenAndInAnOrdinaryTimeAsManyComeAsEver() {
        assertThat(season.factor(MONDAY, AHEAD)).isEqualTo(1);
        passes(MONDAY, 30, 1);
        assertThat(season.factor(MONDAY.plusDays(30), AHEAD)).isEqualTo(1, within(1e-9));
    }

    @Test
    void ofLateMoreCameAndMoreWillCome() {
        passes(MONDAY, 28, 1);
        passes(MONDAY.plusDays(28), 14, 1.5);
        assertThat(season.factor(MONDAY.plusDays(42), AHEAD)).isBetween(1.2, 1.5);
    }

    @Test
    void whatWasSeenLongAgoSaysNothing() {
        passes(MONDAY, 28, 1.5);
        assertThat(season.factor(MONDAY.plusDays(88), AHEAD)).isEqualTo(1, within(0.01));
    }

    @Test
    void oneOddDayIsNoSeason() {
        passes(MONDAY, 28, 1);
        passes(MONDAY.plusDays(28), 1, 1.5);
        assertThat(season.factor(MONDAY.plusDays(29), AHEAD)).isBetween(1.0, 1.06);
    }

    @Test
    void whatCameAYearAgoComesAgainInThatWeek() {
        LocalDate quiet = MONDAY.plusDays(364);
        passes(MONDAY.minusDays(60), 60, 1);
        passes(MONDAY, 28, 0.5);
        passes(MONDAY.plusDays(28), 336, 1);
        assertThat(season.factor(quiet.minusDays(8), AHEAD))
                .as("the week before")
                .isEqualTo(1, within(0.1));
        assertThat(season.factor(quiet.plusDays(2), AHEAD))
                .as("the quiet weeks")
                .isBetween(0.5, 0.75);
    }

    @Test
    void whoIsCalledInLessIsMissedTomorrowAndNotToday() {
        passes(MONDAY, 28, 0.5);
        assertThat(season.factor(MONDAY.plusDays(28), 12)).isEqualTo(1);
        assertThat(season.factor(MONDAY.plusDays(28), 37)).isLessThan(0.8);
    }

    @Test
    void whatIsKeptIsTakenUp() {
        passes(MONDAY, 28, 1.3);
        Season again = new Season();
        again.take(season.memory());
        assertThat(again.factor(MONDAY.plusDays(29), AHEAD))
                .isEqualTo(season.factor(MONDAY.plusDays(29), AHEAD))
                .isGreaterThan(1.1);
        assertThat(new Season().memory()).isEqualTo(List.of());
    }

    /** On each day that many times as many as ever. */
    private void passes(LocalDate first, int days, double times) {
        for (int day = 0; day < days; day++) {
            for (int look = 0; look < LOOKS_OF_A_DAY; look++) {
                season.saw(first.plusDays(day), AHEAD, A_DAY, (int) StrictMath.rint(times * A_DAY));
            }
        }
    }
}
