package flyt.simulator.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WallClockTest {

    private static final WallClock OSLO = new WallClock(ZoneId.of("Europe/Oslo"));

    @Test
    void sevenInTheMorningIsSevenAlsoAfterTheNightsOf23And25Hours() {
        assertThat(Instant.ofEpochSecond(OSLO.at(LocalDate.of(2027, 3, 28), 7 * 60)))
                .isEqualTo("2027-03-28T05:00:00Z");
        assertThat(Instant.ofEpochSecond(OSLO.at(LocalDate.of(2026, 10, 25), 7 * 60)))
                .isEqualTo("2026-10-25T06:00:00Z");
    }

    @Test
    void theNextMomentIsNeverNow() {
        long seven = OSLO.at(LocalDate.of(2026, 11, 2), 7 * 60);
        assertThat(OSLO.next(seven - 1, 7 * 60)).isEqualTo(seven);
        assertThat(OSLO.next(seven, 7 * 60)).isEqualTo(OSLO.at(LocalDate.of(2026, 11, 3), 7 * 60));
    }
}
