package flyt.journal;

import static flyt.journal.Rows.DAY;
import static flyt.journal.Rows.await;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.journal.Appended.Committed;
import flyt.journal.Appended.Fenced;
import flyt.journal.Appended.RepeatedInputs;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two writers on one hospital, thousands of batches, with and without connections that break. */
@Timeout(180)
class RaceTest {
    private static final int BATCHES_BETWEEN_BREAKS = 8;

    private TestDatabase testDatabase;
    private Vertx vertx;
    private Database database;
    private Journal journal;

    /** Batches that went in since a connection was broken. */
    private final AtomicInteger written = new AtomicInteger();

    @BeforeEach
    void open() {
        testDatabase = TestDatabase.fresh();
        vertx = Vertx.vertx();
        database = testDatabase.open(vertx);
        journal = new Journal(database);
        await(journal.create("FJO"));
    }

    @AfterEach
    void close() {
        await(database.close());
        await(vertx.close());
        testDatabase.close();
    }

    @Test
    void twoWritersLoseNothingDoubleNothingAndEndEqual() {
        assertThat(race(1_000)).as("broken connections").isZero();
    }

    @Test
    void norDoTheyWhenTheirConnectionsBreak() {
        // one connection after every few commits, however fast the machine: both always get on
        long saboteur = vertx.setPeriodic(5, timer -> {
            if (written.get() >= BATCHES_BETWEEN_BREAKS) {
                written.set(0);
                var unused = database.pool()
                        .query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
                                + " AND datname = current_database() AND query LIKE 'WITH fence%'"
                                + " ORDER BY random() LIMIT 1")
                        .execute();
            }
        });
        int away = race(150);
        assertThat(vertx.cancelTimer(saboteur)).isTrue();
        assertThat(away).as("broken connections").isGreaterThan(3);
    }

    /** Both writers commit this many batches; answers how often the journal was away for them. */
    private int race(int batches) {
        long seed = System.nanoTime();
        var one = new Racer("one", batches, new Random(seed));
        var two = new Racer("two", batches, new Random(seed + 1));
        one.start();
        two.start();
        await(one.finished());
        await(two.finished());

        List<EventRow> journaled = new ArrayList<>();
        long head = await(journal.read("FJO", 1, Long.MAX_VALUE, journaled::addAll));
        assertThat(journaled)
                .as("seed %d: numbers without a gap", seed)
                .extracting(EventRow::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, head).boxed().toList());
        Set<String> sent = new HashSet<>(one.sent);
        sent.addAll(two.sent);
        assertThat(journaled)
                .as("seed %d: each event once", seed)
                .extracting(EventRow::messageId)
                .containsExactlyInAnyOrderElementsOf(sent);
        assertThat(await(one.catchUp())).as("seed %d: as the journal", seed).isEqualTo(journaled);
        assertThat(await(two.catchUp())).as("seed %d: as the journal", seed).isEqualTo(journaled);
        assertThat(one.fenced + two.fenced).as("they met").isGreaterThan(batches / 50);
        await(one.writer.close());
        await(two.writer.close());
        return one.away + two.away;
    }

    /**
     * A writer as the runtime's: keeps what it knows, and after anything but a commit reloads and
     * sends again.
     */
    private final class Racer {
        final Context context = vertx.getOrCreateContext();
        final Promise<Void> done = Promise.promise();
        final List<EventRow> state = new ArrayList<>();
        final Set<String> sent = new HashSet<>();
        final JournalWriter writer = journal.writer("FJO");
        final String name;
        final Random random;
        int left;
        int size;
        int fenced;
        int away;

        Racer(String name, int batches, Random random) {
            this.name = name;
            this.left = batches;
            this.random = random;
            this.size = 1 + random.nextInt(5);
        }

        Future<Void> finished() {
            return done.future();
        }

        void start() {
            context.runOnContext(start -> send());
        }

        void fail(Throwable failure) {
            boolean unused = done.tryFail(failure);
        }

        void send() {
            List<EventRow> events = new ArrayList<>();
            List<InputRow> inputs = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                String messageId = name + "-" + left + "-" + i;
                sent.add(messageId);
                long seq = state.size() + 1L + i;
                events.add(Rows.event(seq, messageId, "{}"));
                inputs.add(new InputRow(new InputKey("pas", messageId, Buffer.buffer("x")), "{}", seq, DAY));
            }
            Future<Appended> unused = writer.append(state.size(), events, inputs, List.of())
                    .onSuccess(outcome -> {
                        if (outcome instanceof Committed committed) {
                            state.addAll(events);
                            if (committed.head() != state.size()) {
                                fail(new AssertionError("head " + committed.head() + " is not " + state.size()));
                            }
                            next();
                        } else if (outcome instanceof RepeatedInputs repeated) {
                            // An append of unknown outcome had gone in after all, whole.
                            if (repeated.known().size() != size) {
                                fail(new AssertionError("part of a batch is known"));
                            }
                            reload(this::next);
                        } else if (outcome instanceof Fenced) {
                            fenced++;
                            reload(this::send);
                        }
                    })
                    .onFailure(failure -> {
                        if (failure instanceof JournalAway) {
                            away++;
                            long timer = vertx.setTimer(5, again -> reload(this::send));
                        } else {
                            fail(failure);
                        }
                    });
        }

        void next() {
            written.incrementAndGet();
            left--;
            size = 1 + random.nextInt(5);
            if (left == 0) {
                boolean unused = done.tryComplete();
            } else {
                send();
            }
        }

        void reload(Runnable then) {
            Future<List<EventRow>> unused =
                    catchUp().onSuccess(all -> then.run()).onFailure(this::fail);
        }

        Future<List<EventRow>> catchUp() {
            return journal.read("FJO", state.size() + 1L, Long.MAX_VALUE, state::addAll)
                    .map(head -> state);
        }
    }
}
