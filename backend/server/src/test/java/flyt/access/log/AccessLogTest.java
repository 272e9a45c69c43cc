package flyt.access.log;

import static flyt.access.log.LogBench.INGRID;
import static flyt.access.log.LogBench.NINE;
import static flyt.access.log.Soon.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flyt.journal.Database;
import flyt.journal.JournalAway;
import flyt.journal.Unstorable;
import flyt.ops.ExpectLog;
import flyt.ops.Watch;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Watch.class)
@Timeout(120)
class AccessLogTest {
    private LogBench bench;

    @BeforeEach
    void open() {
        bench = new LogBench();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aLineIsOnDiskWhenItsWriterIsTold() {
        LogEntry entry = LogEntry.of(INGRID, "stay", NINE)
                .in("FJO")
                .showing("stay", "LUN", 4)
                .about("V1001", "k1")
                .because("Overflytting")
                .from("10.0.4.17", "s-9");
        answer(bench.log.write(entry));
        Row row = bench.rows("SELECT * FROM access_log").get(0);
        LogLine line = LogLine.of(
                bench.rows("SELECT " + LogLine.COLUMNS + " FROM access_log").get(0));
        assertThat(line)
                .isEqualTo(new LogLine(
                        line.id(),
                        NINE,
                        null,
                        false,
                        "FJO",
                        "person",
                        "a-ingrid",
                        "Ingrid Solheim",
                        "nurse",
                        "FJO LUN",
                        "stay",
                        "stay",
                        "LUN",
                        4,
                        "V1001",
                        "k1",
                        "Overflytting",
                        "10.0.4.17",
                        "s-9",
                        "allowed"));
        assertThat(row.getUUID("key").version()).isEqualTo(7);
    }

    @Test
    void manyLinesAtOnceShareTheirCommits() {
        List<Future<Void>> writes = IntStream.range(0, 5_000)
                .mapToObj(i -> bench.log.write(LogEntry.of(INGRID, "stay", NINE.plusMillis(i))))
                .toList();
        answer(Future.all(writes).<Void>mapEmpty());
        assertThat(bench.count("true")).isEqualTo(5_000);
        assertThat(bench.rows("SELECT count(DISTINCT xmin::text) FROM access_log")
                        .get(0)
                        .getLong(0))
                .isLessThan(1_000);
    }

    @Test
    void whatPostgresCannotStoreIsMadeStorable() {
        answer(bench.log.write(LogEntry.of(INGRID, "stay", NINE).because("a\0b\ud800c" + "x".repeat(1_000))));
        String reason = bench.rows("SELECT reason FROM access_log").get(0).getString(0);
        assertThat(reason).startsWith("a\uFFFDb\uFFFDcx").hasSize(400);
    }

    @Test
    @ExpectLog("A line of the access log cannot be stored")
    void oneLineThatCannotBeStoredHoldsUpNoOther() {
        Instant beyondTheCalendar = Instant.parse("+294277-01-02T00:00:00Z");
        bench.log.note(LogEntry.of(INGRID, "first", NINE));
        bench.log.note(LogEntry.of(INGRID, "poisoned", beyondTheCalendar));
        Future<Void> poisoned = bench.log.write(LogEntry.of(INGRID, "poisoned", beyondTheCalendar));
        Future<Void> good = bench.log.write(LogEntry.of(INGRID, "good", NINE));
        bench.log.note(LogEntry.of(INGRID, "last", NINE));
        assertThatThrownBy(() -> answer(poisoned)).isInstanceOf(Unstorable.class);
        answer(good);
        answer(bench.log.settled());
        assertThat(bench.rows("SELECT deed FROM access_log ORDER BY deed"))
                .extracting(row -> row.getString(0))
                .containsExactly("first", "good", "last");
        assertThat(bench.notKept).hasValue(2);
        assertThat(bench.notShown).hasValue(1);
    }

    @Test
    void nobodyChangesOrDeletesALine() {
        answer(bench.log.write(LogEntry.of(INGRID, "stay", NINE)));
        for (String sql : List.of(
                "UPDATE access_log SET name = 'Nobody'",
                "UPDATE access_log SET until = now(), name = 'Nobody'",
                "DELETE FROM access_log",
                "TRUNCATE access_log")) {
            assertThatThrownBy(() -> answer(bench.database.search(sql, Tuple.tuple())))
                    .as(sql)
                    .isInstanceOf(PgException.class)
                    .hasMessageContaining("append only");
        }
        var ended = answer(bench.database.search("UPDATE access_log SET until = now()", Tuple.tuple()));
        assertThat(ended.rowCount()).isOne();
        assertThatThrownBy(() -> answer(bench.database.search("UPDATE access_log SET until = now()", Tuple.tuple())))
                .hasMessageContaining("append only");
        assertThat(bench.count("name = 'Ingrid Solheim'")).isOne();
    }

    @Test
    void whileTheDatabaseHangsNothingIsShownAndWhatWaitsIsWrittenOnceAfterwards() {
        Database impatient = bench.testDatabase.open(bench.vertx, Duration.ofMillis(300));
        AccessLog log = new AccessLog(bench.vertx, impatient, 20, bench);
        answer(log.write(LogEntry.of(INGRID, "before", NINE)));
        SqlConnection other = answer(bench.database.pool().getConnection());
        var locked =
                answer(other.query("BEGIN; LOCK TABLE access_log IN SHARE MODE").execute());

        for (int i = 0; i < 10; i++) {
            log.note(LogEntry.of(INGRID, "refused", NINE.plusSeconds(i)).refused());
        }
        assertThatThrownBy(() -> answer(log.write(LogEntry.of(INGRID, "away", NINE))))
                .isInstanceOf(JournalAway.class);
        for (int i = 0; i < 30; i++) {
            log.note(LogEntry.of(INGRID, "refused", NINE.plusSeconds(i)).refused());
        }
        assertThatThrownBy(() -> answer(log.write(LogEntry.of(INGRID, "away", NINE))))
                .isInstanceOf(LogFull.class);
        assertThat(bench.notShown).hasValue(2);

        var unlocked = answer(other.query("COMMIT").execute());
        answer(other.close());
        answer(log.settled());
        assertThat(bench.count("deed = 'refused' AND outcome = 'refused'")).isEqualTo(40 - bench.notKept.get());
        assertThat(bench.notKept.get()).isBetween(10, 20);
        answer(log.write(LogEntry.of(INGRID, "after", NINE)));
        answer(log.close());
        answer(impatient.close());
    }
}
