package flyt.journal;

import static flyt.journal.Rows.await;
import static flyt.journal.Rows.events;
import static flyt.journal.Rows.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flyt.journal.Appended.Committed;
import flyt.ops.LocalPostgres;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL stops, hangs, is too slow, and comes back. */
@Timeout(120)
class OutageTest {
    @TempDir
    Path folder;

    private LocalPostgres postgres;
    private Vertx vertx;
    private Wire wire;
    private Database database;
    private Journal journal;
    private JournalWriter writer;

    @BeforeEach
    void open() {
        postgres = LocalPostgres.start(folder, TestDatabase.programs());
        Database.migrate(postgres.url(), TestDatabase.KEYS);
        vertx = Vertx.vertx();
        wire = new Wire(vertx, postgres.port());
        String url = postgres.url().replace(":" + postgres.port() + "/", ":" + wire.port() + "/");
        database = Database.at(vertx, url, TestDatabase.KEYS, Duration.ofMillis(500));
        journal = new Journal(database);
        await(journal.create("FJO"));
        writer = journal.writer("FJO");
        assertThat(await(append(0, 1))).isEqualTo(new Committed(1));
    }

    @AfterEach
    void close() {
        await(writer.close());
        await(database.close());
        await(vertx.close());
        postgres.close();
    }

    @Test
    void stoppedItIsAwayAndBackItGoesOn() {
        postgres.close();

        assertThatThrownBy(() -> await(append(1, 2))).isInstanceOf(JournalAway.class);
        assertThatThrownBy(() -> await(append(1, 2))).isInstanceOf(JournalAway.class);
        assertThatThrownBy(() -> await(journal.head("FJO"))).isInstanceOf(JournalAway.class);

        postgres = LocalPostgres.start(folder, TestDatabase.programs());
        wire.leadTo(postgres.port());

        assertThat(await(untilThere(() -> journal.head("FJO")))).isEqualTo(OptionalLong.of(1));
        assertThat(await(untilThere(() -> append(1, 2)))).isEqualTo(new Committed(2));
    }

    @Test
    void hungItIsAwayInTimeAndTheHeldBackBatchIsNotWrittenTwice() {
        wire.freeze();

        assertThatThrownBy(() -> await(append(1, 2))).isInstanceOf(JournalAway.class);
        assertThatThrownBy(() -> await(journal.head("FJO"))).isInstanceOf(JournalAway.class);

        wire.thaw();

        // The batch may have gone in when the wire thawed; a writer that sends it again sees that.
        await(untilThere(() -> append(1, 2)).<Void>mapEmpty());
        assertThat(await(untilThere(() -> journal.head("FJO")))).isEqualTo(OptionalLong.of(2));
    }

    @Test
    void tooSlowItIsAwayAndNothingIsWritten() {
        SqlConnection other = await(database.pool().getConnection());
        var unused = await(other.query("BEGIN; LOCK TABLE event IN SHARE MODE").execute());

        assertThatThrownBy(() -> await(append(1, 2)))
                .isInstanceOf(JournalAway.class)
                .hasMessageContaining("57014");

        unused = await(other.query("COMMIT").execute());
        await(other.close());
        assertThat(await(journal.head("FJO"))).isEqualTo(OptionalLong.of(1));
        assertThat(await(untilThere(() -> append(1, 2)))).isEqualTo(new Committed(2));
    }

    @Test
    void aConnectionThatBreaksWhileIdleIsReplacedUnnoticed() {
        wire.leadTo(postgres.port());
        await(pause());

        assertThat(await(append(1, 2))).isEqualTo(new Committed(2));
    }

    private Future<Appended> append(long head, long seq) {
        return writer.append(head, events(seq, seq), List.of(input("m" + seq, seq)), List.of());
    }

    /** Asks again every 50 ms while the journal is away. */
    private <T> Future<T> untilThere(Supplier<Future<T>> asked) {
        return asked.get()
                .recover(failure -> failure instanceof JournalAway
                        ? pause().compose(again -> untilThere(asked))
                        : Future.failedFuture(failure));
    }

    private Future<Void> pause() {
        Promise<Void> over = Promise.promise();
        long unused = vertx.setTimer(50, timer -> over.complete());
        return over.future();
    }
}
