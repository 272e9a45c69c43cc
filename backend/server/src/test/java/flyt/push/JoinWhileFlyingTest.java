package flyt.push;

import static flyt.push.SmallHospital.WARD;
import static flyt.push.SmallHospital.row;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.board.RowBatch;
import flyt.board.RowUpdate;
import flyt.board.Stream;
import flyt.board.StreamRows;
import flyt.ops.ExpectLog;
import flyt.runtime.LookBack;
import flyt.runtime.Playback;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

/**
 * Screens come, go and come again while batches fly, some batches get lost, and the rows asked for are late, old or do not
 * come at all. In the end each screen shows the truth, and none has had a frame that did not fit the one before it.
 */
@Timeout(180)
@ExpectLog("HospitalStreams no rows yet for FJO")
class JoinWhileFlyingTest {
    private static final int BATCHES = 3_000;
    private static final int SCREENS = 12;
    private static final Stream HOUSE = new Stream("FJO", "house", "-");

    @RepeatedTest(3)
    void everyScreenEndsAtTheTruth() throws Exception {
        long seed = System.nanoTime();
        SmallHospital hospital = new SmallHospital();
        try (Gate gate = new Gate(new Unreliable(hospital), Gate.PATIENT)) {
            CompletableFuture<Long> writing = CompletableFuture.supplyAsync(() -> write(hospital, gate, seed));
            List<Screen> screens = new ArrayList<>();
            for (int i = 0; i < SCREENS; i++) {
                Screen screen = gate.screen().subscribe(WARD).subscribe(HOUSE);
                screens.add(screen);
                var unused2 = screen.until(WARD, 0);
                Screen restless = screens.get(new Random(seed + i).nextInt(screens.size()));
                var unused1 = restless.unsubscribe(HOUSE).subscribe(HOUSE).subscribe(WARD);
            }
            long last = writing.orTimeout(120, TimeUnit.SECONDS).join();
            for (Screen screen : screens) {
                assertThat(screen.until(WARD, last).rows).as("seed " + seed).isEqualTo(hospital.truth(WARD));
                assertThat(screen.until(HOUSE, last).rows).as("seed " + seed).isEqualTo(hospital.truth(HOUSE));
                screen.leave();
            }
            BoardSocketsTest.await(() -> gate.sockets.bytesHeld() == 0);
        }
    }

    /** Returns the last number; the last batch touches both streams and is not lost. */
    private static long write(SmallHospital hospital, Gate gate, long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < BATCHES; i++) {
            RowBatch batch = hospital.change(change(random, i));
            if (random.nextInt(200) != 0) {
                gate.sockets.onBatch(batch);
            }
            if (random.nextInt(20) == 0) {
                Thread.yield();
            }
        }
        RowBatch last = hospital.change(row(WARD, "bed/1", "last"), row(HOUSE, "house", "last"));
        gate.sockets.onBatch(last);
        return last.seq();
    }

    private static RowUpdate[] change(Random random, int i) {
        // a row that never changes again shows at the end that it was missed on the way
        boolean once = random.nextInt(4) == 0;
        RowUpdate ward = once
                ? row(WARD, "once/" + i, i)
                : row(WARD, "bed/" + random.nextInt(30), random.nextInt(4) == 0 ? null : i);
        RowUpdate house = row(HOUSE, once ? "once/" + i : "ward/" + random.nextInt(5), i);
        return switch (random.nextInt(3)) {
            case 0 -> new RowUpdate[] {ward};
            case 1 -> new RowUpdate[] {house};
            default -> new RowUpdate[] {ward, house};
        };
    }

    /** Rows as a grid under load gives them. */
    private record Unreliable(SmallHospital hospital, Map<Stream, StreamRows> before) implements StreamSource {
        Unreliable(SmallHospital hospital) {
            this(hospital, new ConcurrentHashMap<>());
        }

        @Override
        public Optional<Refusal> refusal(Stream stream) {
            return hospital.refusal(stream);
        }

        @Override
        public Future<StreamRows> snapshot(Stream stream) {
            StreamRows now = hospital.now(stream);
            StreamRows old = before.getOrDefault(stream, now);
            before.put(stream, now);
            return switch (ThreadLocalRandom.current().nextInt(5)) {
                case 0 -> Future.failedFuture("the grid is busy");
                case 1, 2 -> Future.succeededFuture(old);
                case 3 -> Future.succeededFuture(now);
                default ->
                    Vertx.currentContext()
                            .owner()
                            .timer(ThreadLocalRandom.current().nextInt(1, 4))
                            .map(now);
            };
        }

        @Override
        public Future<Playback> past(String hospital, LookBack back) {
            return Future.failedFuture(new UnsupportedOperationException("it has no past"));
        }

        @Override
        public Optional<byte[]> beat(String name) {
            return Optional.empty();
        }
    }
}
