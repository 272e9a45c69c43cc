package flyt.access.log;

import static flyt.access.log.LogBench.INGRID;
import static flyt.access.log.LogBench.NINE;
import static flyt.access.log.LogBench.WALL;
import static flyt.access.log.LogBench.ward;
import static flyt.access.log.Soon.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flyt.ops.Watch;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Watch.class)
@Timeout(120)
class SittingsTest {
    private final AtomicReference<Instant> time = new AtomicReference<>(NINE);
    private LogBench bench;
    private Sittings sittings;

    @BeforeEach
    void open() {
        bench = new LogBench();
        sittings = member("m1");
        answer(sittings.start(List.of()));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Sittings member(String name) {
        return new Sittings(bench.vertx, bench.database, bench.log, name, time::get, Duration.ofHours(1));
    }

    @Test
    void aSittingHasItsBeginningAndItsEnd() {
        Sitting sitting = answer(sittings.sit(ward(INGRID, "LUN", NINE)));
        assertThat(bench.count("until IS NULL AND member = 'm1' AND scope = 'LUN'"))
                .isOne();
        time.set(NINE.plusSeconds(90));
        sitting.close();
        time.set(NINE.plusSeconds(95));
        sitting.close();
        answer(bench.log.settled());
        assertThat(stretches()).containsExactly("09:00:00 09:01:30");
        assertThat(sittings.count()).isZero();
    }

    @Test
    void aWallThatLeavesAtOnceIsWrittenWhole() {
        answer(sittings.sit(ward(WALL, "LUN", NINE))).close();
        answer(bench.log.settled());
        assertThat(stretches()).containsExactly("09:00:00 09:00:00");
    }

    @Test
    void tenThousandSitAndRise() {
        List<Future<Sitting>> coming = IntStream.range(0, 10_000)
                .mapToObj(i -> sittings.sit(ward(i % 10 == 0 ? INGRID : WALL, "W" + i % 40, NINE)))
                .toList();
        answer(Future.all(coming).<Void>mapEmpty());
        answer(bench.log.settled());
        assertThat(bench.count("until IS NULL AND at = '2026-11-12T09:00:00Z'")).isEqualTo(10_000);
        time.set(NINE.plusSeconds(3_600));
        answer(sittings.stop());
        assertThat(bench.count("until = '2026-11-12T10:00:00Z'")).isEqualTo(10_000);
        assertThat(bench.rows("SELECT * FROM log_keeper")).isEmpty();
        assertThat(bench.notKept).hasValue(0);
    }

    @Test
    void whatAKilledProcessLeftOpenEndsWithItsLastSign() {
        var first = answer(sittings.sit(ward(INGRID, "LUN", NINE)));
        time.set(NINE.plusSeconds(20));
        answer(sittings.sign());
        time.set(NINE.plusSeconds(22));
        var afterTheSign = answer(sittings.sit(ward(INGRID, "GER", NINE.plusSeconds(22))));

        time.set(NINE.plusSeconds(300));
        answer(member("m2").start(List.of("m1")));
        assertThat(bench.count("until IS NULL")).as("m1 is seen alive").isEqualTo(2);
        answer(member("m3").start(List.of("m2")));
        assertThat(stretches()).containsExactly("09:00:00 09:00:20", "09:00:22 09:00:22");
        assertThat(bench.rows("SELECT member FROM log_keeper ORDER BY member"))
                .extracting(row -> row.getString(0))
                .containsExactly("m2", "m3");
        assertThat(first).isNotSameAs(afterTheSign);
    }

    @Test
    void whoWasTakenForDeadGoesOnWithoutAGap() {
        Sitting sitting = answer(sittings.sit(ward(INGRID, "LUN", NINE)));
        time.set(NINE.plusSeconds(20));
        answer(sittings.sign());
        time.set(NINE.plusSeconds(24));
        answer(member("m2").start(List.of()));
        time.set(NINE.plusSeconds(25));
        answer(sittings.sign());
        time.set(NINE.plusSeconds(60));
        sitting.close();
        answer(bench.log.settled());
        assertThat(stretches()).containsExactly("09:00:00 09:00:20", "09:00:20 09:01:00");
    }

    @Test
    void whereTheQueueIsFullNobodySits() {
        AccessLog full = new AccessLog(bench.vertx, bench.database, 0, bench);
        Sittings none = new Sittings(bench.vertx, bench.database, full, "m9", time::get);
        for (Who who : List.of(INGRID, WALL)) {
            assertThatThrownBy(() -> answer(none.sit(ward(who, "LUN", NINE)))).isInstanceOf(LogFull.class);
        }
        assertThat(bench.notShown).hasValue(2);
        assertThat(none.count()).isZero();
        assertThat(bench.count("true")).isZero();
    }

    private List<String> stretches() {
        return bench.rows("SELECT at, until FROM access_log ORDER BY at, until").stream()
                .map(row -> clock(row, "at") + " " + clock(row, "until"))
                .toList();
    }

    private static String clock(Row row, String column) {
        OffsetDateTime moment = row.getOffsetDateTime(column);
        return moment == null ? "open" : moment.toInstant().toString().substring(11, 19);
    }
}
