package flyt.journal;

import static flyt.journal.Rows.DAY;
import static flyt.journal.Rows.await;
import static flyt.journal.Rows.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flyt.journal.Appended.Committed;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reading a journal of 12,000 events, beside another hospital's. */
class JournalTest {
    private static final int EVENTS = 12_000;
    private static TestDatabase testDatabase;
    private static Vertx vertx;
    private static Database database;
    private static Journal journal;

    @BeforeAll
    static void fill() {
        testDatabase = TestDatabase.fresh();
        vertx = Vertx.vertx();
        database = testDatabase.open(vertx);
        journal = new Journal(database);
        fill("FJO", EVENTS);
        fill("KAL", 10);
    }

    private static void fill(String hospital, int count) {
        await(journal.create(hospital));
        JournalWriter writer = journal.writer(hospital);
        assertThat(await(writer.append(0, events(1, count), List.of(), List.of())))
                .isEqualTo(new Committed(count));
        await(writer.close());
    }

    @AfterAll
    static void close() {
        await(database.close());
        await(vertx.close());
        testDatabase.close();
    }

    @Test
    void readsAllInOrderAndInBatches() {
        List<Integer> sizes = new ArrayList<>();
        List<EventRow> read = new ArrayList<>();

        long last = await(journal.read("FJO", 1, Long.MAX_VALUE, batch -> {
            sizes.add(batch.size());
            read.addAll(batch);
        }));

        assertThat(last).isEqualTo(EVENTS);
        assertThat(sizes).containsExactly(5_000, 5_000, 2_000);
        assertThat(read).isEqualTo(events(1, EVENTS));
    }

    @Test
    void batchesAreTakenOneAtATimeAndNotOnAnEventLoop() {
        AtomicInteger atOnce = new AtomicInteger();
        List<Integer> seen = new ArrayList<>();
        List<Boolean> onEventLoop = new ArrayList<>();

        long unused = await(journal.read("FJO", 1, Long.MAX_VALUE, batch -> {
            seen.add(atOnce.incrementAndGet());
            onEventLoop.add(Context.isOnEventLoopThread());
            LockSupport.parkNanos(20_000_000); // time enough for the next page to be there
            int left = atOnce.decrementAndGet();
        }));

        assertThat(seen).containsExactly(1, 1, 1);
        assertThat(onEventLoop).containsOnly(false);
    }

    @Test
    void readsAPart() {
        List<EventRow> read = new ArrayList<>();

        assertThat(await(journal.read("FJO", 4_999, 10_001, read::addAll))).isEqualTo(10_001);

        assertThat(read).isEqualTo(events(4_999, 10_001));
    }

    @Test
    void readsExactlyOneBatchAndAsksForNoMore() {
        List<Integer> sizes = new ArrayList<>();

        assertThat(await(journal.read("FJO", 1, 5_000, batch -> sizes.add(batch.size()))))
                .isEqualTo(5_000);

        assertThat(sizes).containsExactly(5_000);
    }

    @Test
    void readingPastTheEndReadsNothing() {
        assertThat(await(journal.read("FJO", EVENTS + 1, Long.MAX_VALUE, batch -> {
                    throw new AssertionError("a batch of nothing");
                })))
                .isEqualTo(EVENTS);
    }

    @Test
    void whatTheReaderThrowsEndsTheReading() {
        List<Integer> sizes = new ArrayList<>();

        assertThatThrownBy(() -> await(journal.read("FJO", 1, Long.MAX_VALUE, batch -> {
                    sizes.add(batch.size());
                    throw new UnsupportedOperationException("an event of an unknown type");
                })))
                .isInstanceOf(UnsupportedOperationException.class);

        assertThat(sizes).hasSize(1);
    }

    @Test
    void aMissingEventStopsTheReading() {
        await(journal.create("GAP"));
        JournalWriter writer = journal.writer("GAP");
        assertThat(await(writer.append(0, events(1, 3), List.of(), List.of()))).isEqualTo(new Committed(3));
        await(writer.close());
        var unused = await(database.pool()
                .query("DELETE FROM event WHERE hospital = 'GAP' AND seq = 2")
                .execute());

        assertThatThrownBy(() -> await(journal.read("GAP", 1, Long.MAX_VALUE, batch -> {})))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the journal lacks event 2");
    }

    @Test
    void headIsTheLastNumberAndZeroBeforeTheFirst() {
        await(journal.create("NEW"));
        await(journal.create("NEW"));

        assertThat(await(journal.head("FJO"))).isEqualTo(OptionalLong.of(EVENTS));
        assertThat(await(journal.head("NEW"))).isEqualTo(OptionalLong.of(0));
        assertThat(await(journal.head("nowhere"))).isEqualTo(OptionalLong.empty());
        assertThat(await(journal.hospitals())).contains("FJO", "KAL", "NEW").isSorted();
    }

    @Test
    void noStatementDependsOnWhatThePlannerBelievesOfTheTables() {
        for (String statement : List.of(Journal.PAGE, AppendStatement.SQL)) {
            List<String> plan = await(database.pool()
                    .query("EXPLAIN (GENERIC_PLAN) " + statement)
                    .execute()
                    .map(rows -> rows.stream().map(row -> row.getString(0)).toList()));

            assertThat(plan)
                    .anyMatch(line -> line.contains("using event_pkey on event"))
                    .noneMatch(line -> line.contains("Seq Scan")
                            || line.contains("Bitmap")
                            || line.contains("Hash Join")
                            || line.contains("Sort Key: event.seq"));
        }
    }

    @Test
    void theDefinitionIsFoundWithoutAWalkThroughTheJournal() {
        List<String> plan = await(database.pool()
                .query("EXPLAIN (GENERIC_PLAN) " + Journal.DEFINITION)
                .execute()
                .map(rows -> rows.stream().map(row -> row.getString(0)).toList()));

        assertThat(plan).anyMatch(line -> line.contains("using event_definition on event"));
    }

    @Test
    void readsAStay() {
        assertThat(await(journal.readStay("KAL", "V1")))
                .extracting(EventRow::seq)
                .containsExactly(1L, 4L, 7L, 10L);
        assertThat(await(journal.readStay("KAL", "V9"))).isEmpty();
    }

    @Test
    void findsTheLastEventUpToAMoment() {
        assertThat(await(journal.seqAt("KAL", DAY.plusSeconds(5)))).isEqualTo(OptionalLong.of(5));
        assertThat(await(journal.seqAt("KAL", DAY.plusMillis(5_999)))).isEqualTo(OptionalLong.of(5));
        assertThat(await(journal.seqAt("KAL", DAY.plusSeconds(99)))).isEqualTo(OptionalLong.of(10));
        assertThat(await(journal.seqAt("KAL", DAY))).isEqualTo(OptionalLong.empty());
    }
}
