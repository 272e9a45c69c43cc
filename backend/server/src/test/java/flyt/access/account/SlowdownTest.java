package flyt.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.access.HandClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlowdownTest {
    private final HandClock clock = new HandClock();
    private final Slowdown slowdown = new Slowdown(clock);

    @Test
    void theWaitDoublesUpToHalfAMinuteAndNeverLocks() {
        for (int wait : new int[] {1, 2, 4, 8, 16, 30, 30, 30}) {
            assertThat(slowdown.enter("kari", "10.0.0.1")).isZero();
            assertThat(slowdown.enter("kari", "10.0.0.2")).isEqualTo(wait);
            clock.forward(Duration.ofSeconds(wait).minusMillis(1));
            assertThat(slowdown.enter("kari", "10.0.0.1")).isEqualTo(1);
            clock.forward(Duration.ofMillis(1));
        }
        assertThat(slowdown.enter("kari", "10.0.0.1")).isZero();
    }

    @Test
    void aRightOneForgetsTheWrongOnes() {
        assertThat(slowdown.enter("kari", "10.0.0.1")).isZero();
        assertThat(slowdown.enter("kari", "10.0.0.1")).isEqualTo(1);
        slowdown.forgive("kari", "10.0.0.1");
        assertThat(slowdown.enter("kari", "10.0.0.1")).isZero();
    }

    @Test
    void oneAddressTriesManyNamesOnlySoOften() {
        long through = IntStream.range(0, 1_000)
                .filter(i -> slowdown.enter("name" + i, "10.0.0.1") == 0)
                .count();
        assertThat(through).isEqualTo(51);
        assertThat(slowdown.enter("name1000", "10.0.0.2")).isZero();
    }

    @Test
    void aHouseThatSignsInRightIsNeverSlowed() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(slowdown.enter("name" + i, "10.0.0.1")).isZero();
            slowdown.forgive("name" + i, "10.0.0.1");
        }
    }

    @Test
    void oneHouseOfIpv6IsOneAddress() {
        for (int i = 0; i < 51; i++) {
            assertThat(slowdown.enter("name" + i, "2001:db8:0:7:0:0:0:" + Integer.toHexString(i)))
                    .isZero();
        }
        assertThat(slowdown.enter("another", "2001:db8:0:7:0:0:0:ffff")).isPositive();
        assertThat(slowdown.enter("another", "2001:db8:0:8:0:0:0:ffff")).isZero();
    }
}
