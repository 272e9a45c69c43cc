package flyt.grid;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.board.RowBatch;
import flyt.board.RowUpdate;
import flyt.board.Stream;
import flyt.ops.ExpectLog;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class RowChainTest {
    private static final Stream WARD = Stream.ward("H", "LUN", 3);
    private static final RowKey BED = RowKey.of(WARD, "bed/1");

    private record Write(Map<RowKey, RowValue> values, CompletableFuture<Void> end) {}

    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<Write> writes = new LinkedBlockingQueue<>();
    private final RowChain chain = new RowChain(vertx, "H", values -> {
        Write write = new Write(values, new CompletableFuture<>());
        writes.add(write);
        return write.end;
    });

    @AfterEach
    void close() throws Exception {
        Members.within(vertx.close());
    }

    @Test
    void neverTwoUnderWayAndTheNewestWaits() throws Exception {
        chain.add(batch(1));
        Write first = writes.take();
        for (int seq = 2; seq <= 1_000; seq++) {
            chain.add(batch(seq));
        }
        assertThat(writes).isEmpty();
        var settled = chain.settled();

        first.end.complete(null);
        Write second = writes.take();

        assertThat(second.values).hasSize(2);
        assertThat(second.values.get(BED).seq()).isEqualTo(1_000);
        assertThat(second.values.get(RowKey.head("H")).seq()).isEqualTo(1_000);
        assertThat(settled.isComplete()).isFalse();
        second.end.complete(null);
        Members.within(settled);
        assertThat(writes).isEmpty();
    }

    @Test
    @ExpectLog("RowChain rows of H did not reach the grid, trying again")
    void aFailedWriteIsTriedAgainWithWhatCameMeanwhile() throws Exception {
        chain.add(batch(1));
        Write first = writes.take();
        chain.add(new RowBatch("H", 1, 2, List.of(new RowUpdate(WARD, "bed/2", null))));
        first.end.completeExceptionally(new IllegalStateException("the partition moved"));

        Write second = writes.take();

        assertThat(second.values.keySet()).containsExactlyInAnyOrder(BED, RowKey.of(WARD, "bed/2"), RowKey.head("H"));
        assertThat(second.values.get(BED).seq()).isEqualTo(1);
        assertThat(second.values.get(RowKey.head("H")).seq()).isEqualTo(2);
    }

    private static RowBatch batch(int seq) {
        return new RowBatch(
                "H",
                seq - 1,
                seq,
                List.of(new RowUpdate(WARD, "bed/1", String.valueOf(seq).getBytes(UTF_8))));
    }
}
