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
@Timeout(60)
class LogRetentionTest {
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
            List<Future<Void>> old = IntStream.range(0, 12_000)
                    .mapToObj(i -> bench.log.write(LogEntry.of(
                            INGRID, "old", NINE.minus(Duration.ofDays(10)).minusMillis(1 + i))))
                    .toList();
            answer(Future.all(old.subList(0, 6_000)).<Void>mapEmpty());
            answer(Future.all(old.subList(6_000, 12_000)).<Void>mapEmpty());
            answer(bench.log.write(LogEntry.of(INGRID, "young", NINE.minus(Duration.ofDays(10)))));
            answer(bench.log.settled());

            LogRetention retention = new LogRetention(bench.database);
            assertThat(answer(retention.forget(NINE, 10))).isEqualTo(12_000);
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
