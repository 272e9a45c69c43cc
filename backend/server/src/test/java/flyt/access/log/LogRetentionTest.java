package flyt.access.log;

import static flyt.access.log.LogBench.INGRID;
import static flyt.access.log.LogBench.NINE;
import static flyt.access.log.LogBench.ward;
import static flyt.access.log.Soon.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flyt.ops.Watch;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Watch.class)
@Timeout(120)
class LogRetentionTest {
    /** More than one round of forgetting takes. */
    private static final int OLD = 12_000;

    /** Fewer than may wait for the disk, however slow it is. */
    private static final int AT_ONCE = 1_000;

    @Test
    void whatEndedLongEnoughAgoIsForgottenAndNothingElse() {
        try (LogBench bench = new LogBench()) {
            Sittings sittings = new Sittings(
                    bench.vertx,
                    bench.database,
                    bench.log,
                    "m1",
                    () -> NINE.minus(Duration.ofDays(9)),
                    Duration.ofHours(1));
            answer(sittings.start(List.of()));
            answer(sittings.sit(ward(INGRID, "LUN", NINE.minus(Duration.ofDays(11)))))
                    .close();
            for (int written = 0; written < OLD; written += AT_ONCE) {
                answer(Future.all(IntStream.range(written, written + AT_ONCE)
                                .mapToObj(i -> bench.log.write(LogEntry.of(
                                        INGRID,
                                        "old",
                                        NINE.minus(Duration.ofDays(10)).minusMillis(1 + i))))
                                .toList())
                        .<Void>mapEmpty());
            }
            answer(bench.log.write(LogEntry.of(INGRID, "young", NINE.minus(Duration.ofDays(10)))));
            answer(bench.log.settled());

            LogRetention retention = new LogRetention(bench.database);
            assertThat(answer(retention.forget(NINE, 10))).isEqualTo(OLD);
            assertThat(bench.rows("SELECT deed FROM access_log ORDER BY deed"))
                    .extracting(row -> row.getString(0))
                    .containsExactly("ward", "young");
            assertThat(answer(retention.forget(NINE, LogRetention.DAYS))).isZero();
            assertThatThrownBy(() -> answer(retention.forget(NINE, 0))).isInstanceOf(PgException.class);
            assertThatThrownBy(() -> answer(bench.database.search("DELETE FROM access_log", Tuple.tuple())))
                    .as("forgetting does not leave the door open")
                    .hasMessageContaining("append only");
        }
    }
}
