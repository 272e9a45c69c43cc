package flyt.push;

import static flyt.push.SmallHospital.WARD;
import static flyt.push.SmallHospital.bed;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.board.RowUpdate;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(180)
class SlowClientTest {
    private static final int BATCHES = 1_500;
    private static final String TEXT = "x".repeat(20_000);

    private final SmallHospital hospital = new SmallHospital();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aClientThatDoesNotReadGetsTheNewestInOneFrameAndCostsNothing(boolean sharedFrames) throws Exception {
        PushSettings settings =
                new PushSettings(Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofSeconds(10), sharedFrames);
        try (Gate gate = new Gate(hospital, settings)) {
            Screen slow = gate.screen().subscribe(WARD);
            Screen healthy = gate.screen().subscribe(WARD);
            slow.skipTo("beat");
            healthy.skipTo("beat");
            slow.stopReading();

            long mostHeld = 0;
            for (int i = 1; i <= BATCHES; i++) {
                gate.sockets.onBatch(hospital.change(change(i)));
                assertThat(healthy.until(WARD, i).seq).isEqualTo(i);
                mostHeld = Math.max(mostHeld, gate.sockets.bytesHeld());
            }
            assertThat(mostHeld).as("30 MB went by").isLessThan(2_000_000);
            assertThat(healthy.boards.get(WARD.name()).frames)
                    .as("the healthy one misses nothing")
                    .isEqualTo(BATCHES);
            int heardBefore = slow.heard.size();

            slow.readOn();
            Screen.Board board = slow.until(WARD, BATCHES);

            assertThat(board.rows).isEqualTo(hospital.truth(WARD));
            assertThat(board.frames)
                    .as("frames, of which %s before it stopped", heardBefore)
                    .isLessThan(BATCHES / 2);
            assertThat(board.snapshots).isEqualTo(1);
            assertThat(gate.counts.caughtUp.get()).isPositive();
        }
    }

    @Test
    void aClientThatDoesNotReadForTooLongIsClosed() throws Exception {
        PushSettings settings =
                new PushSettings(Duration.ofMillis(500), Duration.ofSeconds(6), Duration.ofSeconds(10), true);
        try (Gate gate = new Gate(hospital, settings)) {
            Screen slow = gate.screen().subscribe(WARD);
            Screen healthy = gate.screen().subscribe(WARD);
            slow.skipTo("beat");
            healthy.skipTo("beat");
            slow.stopReading();
            for (int i = 1; i <= 400; i++) {
                gate.sockets.onBatch(hospital.change(bed("301", i + TEXT)));
                assertThat(healthy.until(WARD, i).seq).isEqualTo(i);
            }
            BoardSocketsTest.await(() -> gate.counts.lastClosed.get() != 0);
            slow.readOn();

            assertThat(gate.counts.lastClosed.get()).isEqualTo(1013);
            assertThat(slow.closed.get(60, TimeUnit.SECONDS)).isEqualTo((short) 1013);
            assertThat(healthy.closed).isNotDone();
            BoardSocketsTest.await(() -> gate.counts.clients.get() == 1);
        }
    }

    private static RowUpdate change(int i) {
        String bed = "bed/" + i % 7;
        return i % 5 == 0 ? SmallHospital.row(WARD, bed, null) : SmallHospital.row(WARD, bed, i + TEXT);
    }
}
