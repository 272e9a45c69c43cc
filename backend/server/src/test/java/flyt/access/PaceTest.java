package flyt.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {
    private Instant now = Instant.parse("2026-11-12T09:42:00Z");
    private final Pace pace = new Pace(() -> now, 5);

    @Test
    void whoComesTooOftenWaitsForTheNextMinuteAndTakesNothingFromTheOthers() {
        assertThat(pace.allows("a", 2)).isTrue();
        assertThat(pace.allows("a", 2)).isTrue();
        assertThat(pace.allows("a", 2)).isFalse();
        assertThat(pace.allows("a", 2)).isFalse();
        assertThat(pace.allows("b", 2)).isTrue();
        now = now.plus(Duration.ofMinutes(1));
        assertThat(pace.allows("a", 2)).isTrue();
    }

    @Test
    void allTogetherHaveALimitToo() {
        for (int i = 0; i < 5; i++) {
            assertThat(pace.allows("one " + i, 2)).isTrue();
        }
        assertThat(pace.allows("another", 2)).isFalse();
    }
}
