package flyt.access.log;

import static flyt.access.log.LogBench.AMINA;
import static flyt.access.log.LogBench.INGRID;
import static flyt.access.log.LogBench.NINE;
import static flyt.access.log.LogBench.WALL;
import static flyt.access.log.LogBench.ward;
import static flyt.access.log.Soon.answer;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.access.log.Whereabouts.Shown;
import flyt.access.log.Whereabouts.Stretch;
import flyt.ops.Watch;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Watch.class)
@Timeout(120)
class LogSearchTest {
    private static final Instant TEN = NINE.plusSeconds(3_600);
    private static final Instant ELEVEN = NINE.plusSeconds(7_200);

    private final AtomicReference<Instant> time = new AtomicReference<>(NINE);
    private LogBench bench;
    private Sittings sittings;
    private @Nullable Shown shown;
    private LogSearch search;

    @BeforeEach
    void open() {
        bench = new LogBench();
        sittings = new Sittings(bench.vertx, bench.database, bench.log, "m1", time::get, Duration.ofHours(1));
        answer(sittings.start(List.of()));
        shown = new Shown(Set.of("V1", "V0"), "k1", List.of(new Stretch("LUN", TEN, ELEVEN)));
        search = new LogSearch(
                bench.database,
                (hospital, visit) ->
                        Future.succeededFuture(hospital.equals("FJO") && visit.equals("V1") ? shown : null));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whoSatBeforeTheBoardWhileThePatientWasOnItSawThePatient() {
        sat("before", "LUN", NINE, TEN);
        sat("into", "LUN", NINE, TEN.plusMillis(1));
        sat("within", "LUN", TEN.plusSeconds(5), TEN.plusSeconds(6));
        sat("over", "LUN", NINE, ELEVEN.plusSeconds(60));
        sat("lastly", "LUN", ELEVEN.minusMillis(1), ELEVEN.plusSeconds(60));
        sat("after", "LUN", ELEVEN, ELEVEN.plusSeconds(60));
        sat("elsewhere", "GER", NINE, ELEVEN.plusSeconds(60));
        sat("whole house", "-", NINE, ELEVEN.plusSeconds(60));
        still("still there", "LUN", NINE);
        still("came later", "LUN", ELEVEN.plusSeconds(1));
        note(ward(named("refused"), "LUN", TEN.plusSeconds(5)).refused());
        note(ward(named("no sitting"), "LUN", TEN.plusSeconds(5)));
        assertThat(sawV1()).containsExactlyInAnyOrder("into", "within", "over", "lastly", "whole house", "still there");
    }

    @Test
    void thePatientMovedAwayOneSecondBefore() {
        still("began at eleven", "LUN", ELEVEN);
        shown = shownUntil(ELEVEN.minusSeconds(1));
        assertThat(sawV1()).isEmpty();
        shown = shownUntil(ELEVEN.plusMillis(1));
        assertThat(sawV1()).containsExactly("began at eleven");
        shown = shownUntil(null);
        assertThat(sawV1()).containsExactly("began at eleven");
    }

    @Test
    void linesAboutTheStayAndThePatientAreFoundWhenever() {
        note(LogEntry.of(named("history"), "stay", ELEVEN.plusSeconds(9_000))
                .in("FJO")
                .about("V1", null));
        note(LogEntry.of(named("former number"), "stay", NINE).in("FJO").about("V0", null));
        note(LogEntry.of(named("by key"), "break-glass", NINE).in("FJO").about(null, "k1"));
        note(LogEntry.of(named("other stay"), "stay", TEN).in("FJO").about("V2", "k2"));
        note(LogEntry.of(named("other hospital"), "stay", TEN).in("KAL").about("V1", "k1"));
        note(LogEntry.of(named("tried"), "stay", TEN)
                .in("FJO")
                .about("V1", null)
                .refused());
        assertThat(sawV1()).containsExactlyInAnyOrder("history", "former number", "by key", "tried");
    }

    @Test
    void aVisitThatNobodyKnowsIsFoundByWhatWasTriedWithIt() {
        note(LogEntry.of(named("guessed"), "stay", NINE)
                .in("FJO")
                .about("V777", null)
                .refused());
        sat("sat", "LUN", NINE, ELEVEN);
        assertThat(names(ask("FJO", "V777", null, null, null))).containsExactly("guessed");
    }

    @Test
    void byPersonWhetherByIdOrByName() {
        note(LogEntry.of(INGRID, "stay", NINE).in("FJO"));
        note(LogEntry.of(AMINA, "stay", NINE).in("FJO"));
        note(LogEntry.of(WALL, "ward", NINE).in("FJO"));
        assertThat(names(ask(null, null, "a-ingrid", null, null))).containsExactly("Ingrid Solheim");
        assertThat(names(ask("FJO", null, "ingrid solheim", null, null))).containsExactly("Ingrid Solheim");
        assertThat(names(ask("FJO", null, "s-1", null, null))).containsExactly("Lunge vaktrom");
        assertThat(names(ask("FJO", null, "Ingrid", null, null))).isEmpty();
        assertThat(names(ask("KAL", null, "a-ingrid", null, null))).isEmpty();
    }

    @Test
    void byTimeWithTheFirstMomentAndWithoutTheLast() {
        note(LogEntry.of(named("before"), "stay", TEN.minusMillis(1)));
        note(LogEntry.of(named("first"), "stay", TEN));
        note(LogEntry.of(named("last"), "stay", ELEVEN.minusMillis(1)));
        note(LogEntry.of(named("after"), "stay", ELEVEN));
        sat("sat until ten", "LUN", NINE, TEN);
        sat("sat past ten", "LUN", NINE, TEN.plusSeconds(1));
        still("sits", "LUN", NINE);
        assertThat(names(ask(null, null, null, TEN, ELEVEN)))
                .containsExactlyInAnyOrder("first", "last", "sat past ten", "sits");
    }

    @Test
    void pagesFollowEachOtherNewestFirst() {
        for (int i = 0; i < 25; i++) {
            note(LogEntry.of(named("n" + i), "stay", NINE.plusSeconds(i / 3)).in("FJO"));
        }
        List<LogLine> all = new ArrayList<>();
        LogQuestion question = new LogQuestion("FJO", null, null, null, null, 0, 10);
        for (int page = 0; page < 3; page++) {
            List<LogLine> lines = answer(search.lines(question));
            all.addAll(lines);
            question = question.after(lines.get(lines.size() - 1).id());
        }
        assertThat(all).hasSize(25).doesNotHaveDuplicates();
        assertThat(all).extracting(LogLine::at).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(answer(search.lines(question))).isEmpty();
    }

    private @Nullable Shown shownUntil(@Nullable Instant end) {
        return new Shown(Set.of("V1"), null, List.of(new Stretch("LUN", TEN, end)));
    }

    private List<String> sawV1() {
        return names(ask("FJO", "V1", null, null, null));
    }

    private List<LogLine> ask(
            @Nullable String hospital,
            @Nullable String visit,
            @Nullable String person,
            @Nullable Instant from,
            @Nullable Instant to) {
        answer(bench.log.settled());
        return answer(search.lines(new LogQuestion(hospital, visit, person, from, to, 0, 100)));
    }

    private static List<String> names(List<LogLine> lines) {
        return lines.stream().map(LogLine::name).toList();
    }

    private static Who named(String name) {
        return new Who(Who.Kind.PERSON, "a-" + name, name, "nurse", "FJO");
    }

    private void note(LogEntry entry) {
        answer(bench.log.write(entry));
    }

    private void sat(String name, String scope, Instant from, Instant until) {
        Sitting sitting = answer(sittings.sit(ward(named(name), scope, from)));
        time.set(until);
        sitting.close();
    }

    private void still(String name, String scope, Instant from) {
        assertThat(answer(sittings.sit(ward(named(name), scope, from)))).isNotNull();
    }
}
