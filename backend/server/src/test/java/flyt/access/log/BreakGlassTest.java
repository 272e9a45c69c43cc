package flyt.access.log;

import static flyt.access.log.LogBench.AMINA;
import static flyt.access.log.LogBench.INGRID;
import static flyt.access.log.LogBench.NINE;
import static flyt.access.log.Soon.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flyt.access.Gone;
import flyt.ops.ExpectLog;
import flyt.ops.Watch;
import io.vertx.sqlclient.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Watch.class)
@ExpectLog("was taken in an emergency in FJO")
@Timeout(120)
class BreakGlassTest {
    private static final Who AUDITOR = new Who(Who.Kind.PERSON, "a-rev", "Revisor Holm", "auditor", "FJO");

    private LogBench bench;
    private BreakGlass glass;

    @BeforeEach
    void open() {
        bench = new LogBench();
        glass = new BreakGlass(bench.database, bench.log, new Gone(bench.vertx));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    @ExpectLog("BreakGlass Relation 1 was taken in an emergency in FJO and waits for review")
    void itLastsAnHourAndEverybodyIsTold() {
        Relation relation = answer(glass.open(AMINA, "FJO", "V7", null, "Hjertestans", "10.0.4.17", NINE));
        assertThat(relation.until()).isEqualTo(NINE.plusSeconds(3_600));
        assertThat(answer(glass.held("a-amina", "FJO", NINE.plusSeconds(3_599))))
                .containsExactly(relation);
        assertThat(answer(glass.held("a-amina", "FJO", NINE.plusSeconds(3_600))))
                .isEmpty();
        assertThat(answer(glass.held("a-amina", "KAL", NINE))).isEmpty();
        assertThat(answer(glass.held("a-ingrid", "FJO", NINE))).isEmpty();
        assertThat(bench.broken).hasValue(1);
        Row line = bench.rows("SELECT * FROM access_log").get(0);
        assertThat(line.getString("deed")).isEqualTo("break-glass");
        assertThat(line.getString("stay")).isEqualTo("V7");
        assertThat(line.getString("reason")).isEqualTo("Hjertestans");
    }

    @Test
    void whatCannotBeLoggedIsNotOpened() {
        AccessLog full = new AccessLog(bench.vertx, bench.database, 0, bench);
        BreakGlass closed = new BreakGlass(bench.database, full, new Gone(bench.vertx));
        assertThatThrownBy(() -> answer(closed.open(AMINA, "FJO", null, "LUN", "Hjertestans", null, NINE)))
                .isInstanceOf(LogFull.class);
        assertThat(answer(glass.list(null, 10))).isEmpty();
        assertThat(bench.broken).hasValue(0);
    }

    @Test
    void someoneElseReviewsItOnce() {
        Relation first = answer(glass.open(AMINA, "FJO", "V7", null, "Hjertestans", null, NINE));
        Relation second = answer(glass.open(INGRID, "FJO", null, "GER", "Brann", null, NINE.plusSeconds(5)));
        assertThat(answer(glass.list("FJO", 10))).containsExactly(second, first);
        assertThat(answer(glass.list("KAL", 10))).isEmpty();

        assertThat(answer(glass.review(second.id(), INGRID, "Helt i orden", NINE)))
                .as("one's own")
                .isFalse();
        assertThat(answer(glass.review(second.id(), AUDITOR, "I orden", NINE.plusSeconds(60))))
                .isTrue();
        assertThat(answer(glass.review(second.id(), AMINA, "Nei", NINE.plusSeconds(90))))
                .as("twice")
                .isFalse();
        assertThat(answer(glass.review(4711, AUDITOR, "Hva", NINE))).isFalse();

        Relation reviewed = answer(glass.list(null, 10)).get(1);
        assertThat(reviewed.id()).isEqualTo(second.id());
        assertThat(reviewed.reviewedBy()).isEqualTo("a-rev");
        assertThat(reviewed.reviewedAt()).isEqualTo(NINE.plusSeconds(60));
        assertThat(reviewed.review()).isEqualTo("I orden");
        assertThat(bench.count("deed = 'review-break-glass'")).isOne();
    }
}
