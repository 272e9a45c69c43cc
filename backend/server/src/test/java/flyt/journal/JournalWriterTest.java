package flyt.journal;

import static flyt.journal.Rows.DAY;
import static flyt.journal.Rows.await;
import static flyt.journal.Rows.event;
import static flyt.journal.Rows.events;
import static flyt.journal.Rows.input;
import static flyt.journal.Rows.key;
import static flyt.journal.Rows.patient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flyt.journal.Appended.Committed;
import flyt.journal.Appended.Fenced;
import flyt.journal.Appended.RepeatedInputs;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fence, repeats, and text that cannot be stored. */
class JournalWriterTest {
    private static final AtomicInteger HOSPITALS = new AtomicInteger();
    private static TestDatabase testDatabase;
    private static Vertx vertx;
    private static Database database;

    private final String hospital = "H" + HOSPITALS.incrementAndGet();
    private Journal journal;
    private JournalWriter writer;

    @BeforeAll
    static void open() {
        testDatabase = TestDatabase.fresh();
        vertx = Vertx.vertx();
        database = testDatabase.open(vertx);
    }

    @AfterAll
    static void close() {
        await(database.close());
        await(vertx.close());
        testDatabase.close();
    }

    @BeforeEach
    void create() {
        journal = new Journal(database);
        await(journal.create(hospital));
        writer = journal.writer(hospital);
    }

    @AfterEach
    void closeWriter() {
        await(writer.close());
    }

    @Test
    void eventsComeBackAsTheyWentIn() {
        List<EventRow> events = List.of(
                new EventRow(1, DAY, DAY.minusNanos(1), "bed-closed", "pas", "m1", "N-12", "V1", "{\"æ\": \"𝄞\"}"),
                new EventRow(2, DAY.plusSeconds(1), DAY, "bed-opened", "pas", "m2", null, null, "{}"));

        assertThat(append(0, events)).isEqualTo(new Committed(2));

        assertThat(all()).isEqualTo(events);
    }

    @Test
    void aHospitalThatNobodyCreatedIsFenced() {
        JournalWriter stranger = journal.writer("nowhere");

        assertThat(await(stranger.append(0, events(1, 1), List.of(), List.of())))
                .isEqualTo(new Fenced());

        assertThat(await(journal.head("nowhere"))).isEqualTo(OptionalLong.empty());
        await(stranger.close());
    }

    @Test
    void aStaleHeadIsFencedAndNothingIsWritten() {
        assertThat(append(0, events(1, 3))).isEqualTo(new Committed(3));

        assertThat(await(writer.append(
                        2,
                        List.of(event(3, "late", "{}"), event(4, "late", "{}")),
                        List.of(input("late", 4L)),
                        List.of(patient("p", "P1", "Kari", DAY)))))
                .isEqualTo(new Fenced());

        assertThat(all()).isEqualTo(events(1, 3));
        assertThat(await(journal.findInput(hospital, key("late", "content")))).isEmpty();
        assertThat(await(new Identities(database).all(hospital))).isEmpty();
    }

    @Test
    void aHeadThatIsNotThereYetIsFenced() {
        assertThat(append(5, events(6, 7))).isEqualTo(new Fenced());

        assertThat(all()).isEmpty();
    }

    @Test
    void anAnswerWithoutEventsNeedsTheHeadToo() {
        assertThat(append(0, events(1, 2))).isEqualTo(new Committed(2));

        assertThat(append(2, List.of())).isEqualTo(new Committed(2));
        assertThat(append(1, List.of())).isEqualTo(new Fenced());
        assertThat(append(3, List.of())).isEqualTo(new Fenced());
    }

    @Test
    void anInputWithoutEventsIsKept() {
        InputRow rejected = new InputRow(key("m1", "content"), "{\"outcome\": \"rejected\"}", null, DAY);

        assertThat(await(writer.append(0, List.of(), List.of(rejected), List.of())))
                .isEqualTo(new Committed(0));

        assertThat(await(journal.findInput(hospital, rejected.key()))).contains(rejected);
    }

    @Test
    void aRepeatedInputNamesItsFirstOutcomeAndWritesNothing() {
        InputRow first = new InputRow(key("m1", "content"), "{\"outcome\": \"accepted\"}", 1L, DAY);
        assertThat(await(writer.append(0, events(1, 1), List.of(first), List.of())))
                .isEqualTo(new Committed(1));

        assertThat(await(writer.append(
                        1,
                        events(2, 3),
                        List.of(new InputRow(first.key(), "{}", 2L, DAY.plusSeconds(9)), input("m2", 3L)),
                        List.of())))
                .isEqualTo(new RepeatedInputs(List.of(first)));

        assertThat(all()).isEqualTo(events(1, 1));
        assertThat(await(journal.findInput(hospital, key("m2", "content")))).isEmpty();
    }

    @Test
    void theSameIdWithOtherContentIsAnotherInputAndIsNamed() {
        assertThat(await(writer.append(0, List.of(), List.of(input("m1", null)), List.of())))
                .isEqualTo(new Committed(0));

        InputRow other = new InputRow(key("m1", "other content"), "{}", null, DAY);
        assertThat(await(writer.append(0, List.of(), List.of(input("m0", null), other), List.of())))
                .isEqualTo(new Committed(0, Set.of(other.key())));
    }

    @Test
    void anAppendFindsTheHeadAndTheKeysOfPeopleByThePrimaryKeyFromTheFirstEventOn() {
        PgConnection connection = await(PgConnection.connect(vertx, database.address()));
        for (String sql : List.of(AppendStatement.SQL, AppendStatement.SQL_WITH_PEOPLE)) {
            String plan = await(
                    connection.query("EXPLAIN (GENERIC_PLAN) " + sql).execute().map(rows -> rows.stream()
                            .map(row -> row.getString(0))
                            .collect(Collectors.joining("\n"))));

            assertThat(plan)
                    .contains("Index Only Scan Backward using event_pkey")
                    .doesNotContain("event_recorded", "hashed");
        }
        await(connection.close());
    }

    @Test
    void twoWritersWithTheSameInputWithoutEventsGiveItOneOutcome() {
        JournalWriter other = journal.writer(hospital);
        for (int i = 0; i < 200; i++) {
            List<InputRow> inputs = List.of(input("m" + i, null));
            var mine = writer.append(0, List.of(), inputs, List.of());
            var theirs = other.append(0, List.of(), inputs, List.of());

            assertThat(List.of(await(mine), await(theirs)))
                    .containsExactlyInAnyOrder(new Committed(0), new RepeatedInputs(List.of(stored(inputs.get(0)))));
        }
        await(other.close());
    }

    @Test
    void aPipelinedBatchAfterAFailedOneDoesNotCommit() {
        assertThat(append(0, events(1, 1))).isEqualTo(new Committed(1));

        Future<Appended> poisoned = writer.append(1, List.of(event(2, "m", "not json")), List.of(), List.of());
        Future<Appended> behind = writer.append(2, events(3, 4), List.of(), List.of());

        assertThatThrownBy(() -> await(poisoned)).isInstanceOf(Unstorable.class);
        assertThat(await(behind)).isEqualTo(new Fenced());
        assertThat(all()).isEqualTo(events(1, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\ud83d", "a\udca9b", "\ud83d\ud83d"})
    void textThatCannotBeStoredIsUnstorableInEveryColumn(String text) {
        List<EventRow> faulty = List.of(
                new EventRow(1, DAY, DAY, "t" + text, "pas", "m", null, null, "{}"),
                new EventRow(1, DAY, DAY, "t", "pas" + text, "m", null, null, "{}"),
                new EventRow(1, DAY, DAY, "t", "pas", "m" + text, null, null, "{}"),
                new EventRow(1, DAY, DAY, "t", "pas", "m", text, null, "{}"),
                new EventRow(1, DAY, DAY, "t", "pas", "m", null, text, "{}"),
                new EventRow(1, DAY, DAY, "t", "pas", "m", null, null, "{\"a\":\"" + text + "\"}"));
        for (EventRow event : faulty) {
            assertThatThrownBy(() -> append(0, List.of(event))).isInstanceOf(Unstorable.class);
        }
        assertThatThrownBy(() ->
                        await(writer.append(0, List.of(), List.of(), List.of(patient("p", "P1", "Kari" + text, DAY)))))
                .isInstanceOf(Unstorable.class);

        assertThat(append(0, events(1, 1))).isEqualTo(new Committed(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\":\"\\u0000\"}", "{\"a\":\"\\ud83d\"}"})
    void aBodyThatCannotBeStoredIsUnstorableAndTheMessageDoesNotShowIt(String body) {
        assertThatThrownBy(() -> append(0, List.of(event(1, "m", body))))
                .isInstanceOf(Unstorable.class)
                .hasNoCause()
                .hasMessageMatching("PostgreSQL cannot store a value \\(SQL state 22\\w{3}\\)");

        assertThat(append(0, events(1, 1))).isEqualTo(new Committed(1));
    }

    @Test
    void wrongNumbersAndDoubledKeysAreRefusedBeforeTheDatabase() {
        assertThatThrownBy(() -> append(0, events(2, 3))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> append(0, List.of(event(1), event(3)))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        await(writer.append(0, List.of(), List.of(input("m", null), input("m", null)), List.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aClosedWriterSaysSo() {
        await(writer.close());

        assertThatThrownBy(() -> append(0, events(1, 1))).isInstanceOf(IllegalStateException.class);
    }

    private Appended append(long head, List<EventRow> events) {
        return await(writer.append(head, events, List.of(), List.of()));
    }

    private List<EventRow> all() {
        List<EventRow> read = new ArrayList<>();
        long unused = await(journal.read(hospital, 1, Long.MAX_VALUE, read::addAll));
        return read;
    }

    /** As PostgreSQL writes the outcome: jsonb has its own spacing. */
    private static InputRow stored(InputRow row) {
        return new InputRow(row.key(), row.outcome().replace(":", ": "), row.seq(), row.recordedAt());
    }
}
