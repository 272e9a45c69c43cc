package flyt.journal;

import static flyt.journal.Rows.await;
import static flyt.journal.Rows.events;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers come on the context that asked, so a verticle needs no locks. */
class ContextTest {
    private TestDatabase testDatabase;
    private Vertx vertx;
    private Database database;
    private Journal journal;

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
    void theWriterAnswersWhereItWasAsked() {
        Context context = vertx.getOrCreateContext();
        JournalWriter writer = journal.writer("FJO");

        for (int seq = 1; seq <= 3; seq++) {
            int next = seq;
            assertThat(asker(context, () -> writer.append(next - 1, events(next, next), List.of(), List.of())))
                    .isSameAs(context);
        }
        assertThat(asker(context, () -> writer.append(9, List.of(), List.of(), List.of())))
                .isSameAs(context);
        assertThat(asker(context, writer::close)).isSameAs(context);
    }

    @Test
    void theJournalAnswersWhereItWasAskedWhoeverAskedBefore() {
        Context one = vertx.getOrCreateContext();
        Context two = vertx.getOrCreateContext();
        var snapshots = new Snapshots(database);

        for (Context context : List.of(one, two, one, two)) {
            assertThat(asker(context, () -> journal.head("FJO"))).isSameAs(context);
            assertThat(asker(context, () -> journal.read("FJO", 1, 10, batch -> {})))
                    .isSameAs(context);
            assertThat(asker(context, () -> snapshots.save("FJO", 1, 1, Buffer.buffer("x"))))
                    .isSameAs(context);
            assertThat(asker(context, () -> snapshots.latest("FJO", 1, 1, body -> body)))
                    .isSameAs(context);
            assertThat(asker(context, () -> new Secrets(database).get("keys"))).isSameAs(context);
        }
    }

    /** The context on which the answer to a question asked on another comes. */
    private static Context asker(Context context, Supplier<Future<?>> question) {
        Promise<Context> answered = Promise.promise();
        context.runOnContext(start -> {
            var unused = question.get().onComplete(answer -> answered.complete(Vertx.currentContext()));
        });
        return await(answered.future());
    }
}
