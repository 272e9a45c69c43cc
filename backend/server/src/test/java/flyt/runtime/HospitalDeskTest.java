package flyt.runtime;

import static flyt.runtime.House.NOON;
import static flyt.runtime.House.admitted;
import static flyt.runtime.House.await;
import static flyt.runtime.House.report;
import static flyt.runtime.House.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flyt.board.RowUpdate;
import flyt.board.Stream;
import flyt.domain.Command;
import flyt.domain.Decision.Refusal;
import flyt.domain.place.BedId;
import flyt.domain.stay.Disposition;
import flyt.domain.stay.StayFact.PatientDischarged;
import flyt.domain.stay.StayId;
import flyt.domain.task.TaskId;
import flyt.journal.JournalAway;
import flyt.ops.ExpectLog;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** One member, one writer, a real PostgreSQL: from a submission to rows, and what must never happen. */
class HospitalDeskTest extends InAHouse {
    @Test
    void anAdmissionShowsOnTheWardAndInTheModel() {
        Answer answer = house.tell(report("m1", NOON, admitted("V1", "MED-1")));

        assertThat(answer).isInstanceOf(Answer.Accepted.class);
        assertThat(house.rows("beds", "-")).anySatisfy(row -> assertThat(row)
                .contains("\"MED-1\"")
                .contains("\"occupied\"")
                .contains("V1"));
        assertThat(house.rows("ward.1", "MED"))
                .anySatisfy(row -> assertThat(row).contains("bed/MED-1").contains("\"occupied\""));
    }

    @Test
    @ExpectLog("The journal of KAL is away")
    void nothingIsShownWhileACommitIsOnItsWayAndNothingOfOneThatFails() {
        Answer first = house.tell(report("m1", NOON, admitted("V1", "MED-1")));
        List<String> before = house.rows("ward.3", "MED");
        int pushed = house.batches.size();
        SqlConnection other = await(house.database.pool().getConnection());
        var locked = await(other.query("BEGIN; LOCK TABLE event IN SHARE MODE").execute());

        Future<List<Answer>> second =
                house.desk.submit(House.ID, List.of(report("m2", NOON.plusSeconds(1), admitted("V2", "MED-2"))));
        long writer = whoWaitsForTheLock(other);

        assertThat(house.rows("ward.3", "MED")).isEqualTo(before);
        assertThat(house.batches).hasSize(pushed);
        assertThat(second.isComplete()).isFalse();

        var cut = await(other.preparedQuery("SELECT pg_terminate_backend($1)").execute(Tuple.of((int) writer)));
        assertThatThrownBy(() -> await(second)).hasCauseInstanceOf(JournalAway.class);
        assertThat(house.rows("ward.3", "MED")).isEqualTo(before);
        assertThat(house.batches).hasSize(pushed);

        var unlocked = await(other.query("COMMIT").execute());
        await(other.close());
        Answer again = house.tellUntilTaken(report("m2", NOON.plusSeconds(1), admitted("V2", "MED-2")));
        assertThat(again).isInstanceOf(Answer.Accepted.class);
        assertThat(((Answer.Accepted) again).seq()).isGreaterThan(((Answer.Accepted) first).seq());
        assertThat(house.rows("beds", "-")).anySatisfy(row -> assertThat(row).contains("V2"));
    }

    /** The process number of the connection that the locked table keeps waiting. */
    private static long whoWaitsForTheLock(SqlConnection asking) {
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() < until) {
            var waiting = await(
                    asking.query("SELECT pid FROM pg_locks WHERE NOT granted").execute());
            if (waiting.size() > 0) {
                return waiting.iterator().next().getInteger(0);
            }
        }
        throw new AssertionError("no commit is on its way");
    }

    @Test
    void aWishIsRefusedWithAReasonAndSoIsItsRepeat() {
        Submission wish = wish("w1", new Command.StartTask(new TaskId("T-99")));

        assertThat(house.tell(wish)).isEqualTo(new Answer.Refused(Refusal.TASK_GONE));
        house.handOverAndBack();
        assertThat(house.tell(wish)).isEqualTo(new Answer.Refused(Refusal.TASK_GONE));
    }

    @Test
    void twoTapsOnOneTaskStartItOnce() {
        admitAndDischarge();
        List<Submission> taps = new ArrayList<>();
        for (int tap = 0; tap < 20; tap++) {
            taps.add(wish("tap" + tap, new Command.StartTask(new TaskId("T-1"))));
        }

        List<Answer> answers = await(house.desk.submit(House.ID, taps));

        assertThat(answers)
                .filteredOn(answer -> answer instanceof Answer.Accepted)
                .hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer instanceof Answer.Refused)
                .hasSize(19)
                .allMatch(answer -> answer.equals(new Answer.Refused(Refusal.ALREADY_STARTED)));
    }

    @Test
    void batchesFoldToTheRowsOfASnapshot() {
        for (int i = 1; i <= 4; i++) {
            Answer unused = house.tell(report("a" + i, NOON.plusSeconds(i), admitted("V" + i, "MED-" + i)));
        }
        admitAndDischarge();
        Stream stream = new Stream("KAL", "ward.3", "MED");
        Map<String, String> folded = new TreeMap<>();
        long chain = house.batches.get(0).prev();
        for (var batch : house.batches) {
            assertThat(batch.prev()).isEqualTo(chain);
            chain = batch.seq();
            for (RowUpdate row : batch.rows()) {
                if (row.stream().equals(stream)) {
                    folded.put(row.key(), row.json() == null ? "" : new String(row.json()));
                }
            }
        }
        folded.values().removeIf(String::isEmpty);

        assertThat(folded.values()).containsExactlyInAnyOrderElementsOf(house.rows("ward.3", "MED"));
    }

    @Test
    void theGridHoldsTheSameRowsAsTheWriter() {
        admitAndDischarge();
        await(house.work.grid().settled());

        var inGrid = await(house.work.grid().read(new Stream("KAL", "ward.2", "MED")))
                .orElseThrow();

        assertThat(inGrid.rows().stream().map(row -> new String(row.json())))
                .containsExactlyElementsOf(house.rows("ward.2", "MED"));
    }

    @Test
    void anyPastMomentShowsWhatTheBoardShowedThen() {
        Answer one = house.tell(report("m1", NOON, admitted("V1", "MED-1")));
        List<String> then = house.rows("ward.3", "MED");
        Answer two = house.tell(report("m2", NOON.plusSeconds(3_600), admitted("V2", "MED-2")));

        RowsAt past =
                await(house.desk.rows(new Stream("KAL", "ward.3", "MED"), new LookBack(NOON.plusSeconds(1_800), true)));

        assertThat(House.texts(past)).containsExactlyElementsOf(then).isNotEqualTo(house.rows("ward.3", "MED"));
        assertThat(past.seq()).isEqualTo(((Answer.Accepted) one).seq());
        assertThat(((Answer.Accepted) two).seq()).isGreaterThan(past.seq());
    }

    @Test
    void aStayHasItsWholeHistoryWithNumbersAndEnds() {
        admitAndDischarge();

        StayHistory history = await(house.desk.stay(House.ID, new StayId("V9")));

        assertThat(history.placements()).hasSize(1);
        assertThat(history.placements().get(0).bed()).isEqualTo(new BedId("KIR-1"));
        assertThat(history.placements().get(0).to()).isEqualTo(NOON.plusSeconds(600));
        assertThat(history.facts())
                .extracting(StayHistory.Fact::type)
                .containsExactly("PatientAdmitted", "PatientDischarged", "RoomLeft");
        assertThat(history.facts()).allSatisfy(fact -> assertThat(fact.seq()).isPositive());
        assertThat(await(house.desk.stay(House.ID, new StayId("nobody")))).isNull();
    }

    @Test
    void hospitalTimeIsDrivenByReportsAndGoesOnAtItsRate() {
        Answer unused = house.tell(report("m1", NOON, admitted("V1", "MED-1")));
        assertThat(await(house.desk.clock(House.ID)).time()).isEqualTo(NOON);

        ClockReading set = await(house.desk.setClock(House.ID, NOON.plusSeconds(60), 1_000));

        assertThat(set.rate()).isEqualTo(1_000);
        assertThat(set.time()).isBetween(NOON.plusSeconds(60), NOON.plusSeconds(60_000));
    }

    @Test
    void whatIsDecidedAgainSinceSomebodyElseWroteIsRecordedAtItsOwnTime() {
        Answer unused = house.tell(report("m1", NOON, admitted("V1", "MED-1")));
        // the next number is taken, as by another writer
        var taken = await(house.database
                .pool()
                .query(
                        "INSERT INTO event (hospital, seq, recorded_at, occurred_at, type, source, message_id, actor, body)"
                                + " SELECT hospital, seq + 1, recorded_at, occurred_at, type, source, message_id, actor, body"
                                + " FROM event WHERE hospital = 'KAL' ORDER BY seq DESC LIMIT 1")
                .execute());
        assertThat(taken.rowCount()).isEqualTo(1);

        List<Answer> answers = await(house.desk.submit(
                House.ID,
                List.of(
                        report("m2", NOON.plusSeconds(60), admitted("V2", "MED-2")),
                        report("m3", NOON.plusSeconds(1_800), admitted("V3", "MED-3")))));

        assertThat(answers).allMatch(answer -> answer instanceof Answer.Accepted);
        List<flyt.journal.EventRow> events = new ArrayList<>();
        long read = await(house.work.journal().read("KAL", 1, Long.MAX_VALUE, events::addAll));
        assertThat(read).isEqualTo(events.size());
        assertThat(events)
                .filteredOn(event -> event.type().equals("PatientAdmitted"))
                .extracting(flyt.journal.EventRow::recordedAt)
                .containsExactly(NOON, NOON, NOON.plusSeconds(60), NOON.plusSeconds(1_800));
    }

    @Test
    void timeBringsWhatWasDueInItsOwnMoment() {
        ClockReading start = await(house.desk.setClock(House.ID, NOON, 0));
        assertThat(start.time()).isEqualTo(NOON);
        Answer closed = house.tell(wish(
                "c1",
                new Command.CloseBed(
                        new BedId("MED-4"),
                        flyt.domain.bed.BedEvent.CloseReason.REPAIR,
                        Instant.parse("2026-11-12T15:00:00Z"))));
        assertThat(closed).isInstanceOf(Answer.Accepted.class);
        Answer later = house.tell(report("m2", Instant.parse("2026-11-12T16:00:00Z"), admitted("V1", "MED-1")));

        assertThat(later).isInstanceOf(Answer.Accepted.class);
        List<flyt.journal.EventRow> events = new ArrayList<>();
        long unused = await(house.work.journal().read("KAL", 1, Long.MAX_VALUE, events::addAll));
        assertThat(events)
                .filteredOn(event -> event.type().equals("BedOpened"))
                .extracting(flyt.journal.EventRow::recordedAt)
                .containsExactly(Instant.parse("2026-11-12T15:00:00Z"));
    }

    @Test
    void aSnapshotMakesTheSameHospitalAsTheWholeJournal() {
        house.close();
        house = new House(testDatabase, 10);
        for (int i = 1; i <= 40; i++) {
            String bed = (i % 2 == 0 ? "MED-" : "KIR-") + (1 + i % 4);
            Answer in = house.tell(report("a" + i, NOON.plusSeconds(60L * i), admitted("V" + i, bed)));
            Answer out = house.tell(report(
                    "d" + i,
                    NOON.plusSeconds(60L * i + 30),
                    new PatientDischarged(new StayId("V" + i), Disposition.HOME)));
        }
        awaitSnapshot();
        List<String> before = house.rows("beds", "-");

        house.handOverAndBack();

        assertThat(house.rows("beds", "-")).isEqualTo(before);
        var replayed = await(new StateLoader(house.work.journal(), house.work.snapshots(), house.work.codec())
                .goOn("KAL", StateLoader.Loaded.NOTHING, Long.MAX_VALUE, (recorded, after) -> {}));
        assertThat(replayed.hospital()).isEqualTo(house.state());
    }

    private void awaitSnapshot() {
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (await(house.work.snapshots().latest("KAL", flyt.journal.StateCodec.FORMAT, Long.MAX_VALUE, body -> body))
                .isEmpty()) {
            assertThat(System.nanoTime()).as("a snapshot within ten seconds").isLessThan(until);
        }
    }

    private void admitAndDischarge() {
        Answer in = house.tell(report("in", NOON, admitted("V9", "KIR-1")));
        Answer out = house.tell(
                report("out", NOON.plusSeconds(600), new PatientDischarged(new StayId("V9"), Disposition.HOME)));
        assertThat(house.rows("tasks", "-")).hasSize(1);
    }
}
