package flyt.journal;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.PreparedStatement;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection with its prepared statements, made when needed and thrown away at the first sign of
 * trouble.
 *
 * <p>Not taken from the pool: pool operations are not pipelined, and a writer must never wait
 * behind readers.
 */
public final class WriterLink {
    private static final Logger LOG = LoggerFactory.getLogger(WriterLink.class);
    private static final long SHORTEST_REST_MS = 100;
    private static final long LONGEST_REST_MS = 2_000;

    private record Open(PgConnection connection, Map<String, PreparedStatement> statements) {}

    private final Database database;
    private final List<String> texts;
    private final AtomicReference<@Nullable Future<Open>> current = new AtomicReference<>();
    private volatile boolean resting;
    private volatile boolean closed;
    private volatile long restMs = SHORTEST_REST_MS;

    /** A link that connects with its first statement, and prepares all of them. */
    public WriterLink(Database database, List<String> texts) {
        this.database = database;
        this.texts = texts;
    }

    /** Runs one of the statements; a {@link JournalAway} also drops the connection. */
    public Future<RowSet<Row>> execute(String text, Tuple values) {
        Future<Open> link = open();
        Future<RowSet<Row>> answer = link.compose(open ->
                open.statements().get(text).query().execute(values).timeout(database.limitMs(), TimeUnit.MILLISECONDS));
        return Outage.told(answer).onFailure(failure -> {
            if (failure instanceof JournalAway) {
                drop(link);
            }
        });
    }

    /** Closes the connection; a statement under way may still be committed. */
    public Future<Void> close() {
        closed = true;
        Future<Open> link = current.getAndSet(null);
        return link == null
                ? Future.succeededFuture()
                : link.compose(open -> open.connection().close()).otherwiseEmpty();
    }

    private Future<Open> open() {
        Future<Open> link = current.get();
        if (link != null) {
            return link;
        }
        if (closed) {
            return Future.failedFuture(new IllegalStateException("the writer is closed"));
        }
        if (resting) {
            return Future.failedFuture(new JournalAway("The journal is away: waiting to connect again"));
        }
        Future<Open> fresh = connect();
        current.set(fresh);
        // Only now: the handlers compare with what is current.
        return fresh.onSuccess(open -> {
                    restMs = SHORTEST_REST_MS;
                    PgConnection unused = open.connection().closeHandler(gone -> drop(fresh));
                })
                .onFailure(failure -> rest(fresh));
    }

    private Future<Open> connect() {
        Vertx vertx = database.vertx();
        Future<PgConnection> connecting = PgConnection.connect(vertx, database.address());
        return connecting
                .compose(connection -> {
                    // Without a handler the driver reports a broken connection as an unhandled
                    // exception.
                    PgConnection unused = connection.exceptionHandler(
                            failure -> LOG.debug("Journal connection: {}", "broken", failure));
                    return prepare(connection);
                })
                .timeout(database.limitMs(), TimeUnit.MILLISECONDS)
                .recover(failure -> {
                    // A connection that comes after all, or that could not prepare, must not stay
                    // open.
                    Future<PgConnection> unused = connecting.onSuccess(late -> {
                        Future<Void> closing = late.close();
                    });
                    return Future.failedFuture(new JournalAway(failure));
                });
    }

    private Future<Open> prepare(PgConnection connection) {
        List<Future<PreparedStatement>> prepared =
                texts.stream().map(connection::prepare).toList();
        return Future.all(prepared).map(all -> {
            Map<String, PreparedStatement> statements = new HashMap<>();
            for (int i = 0; i < texts.size(); i++) {
                statements.put(texts.get(i), prepared.get(i).result());
            }
            return new Open(connection, Map.copyOf(statements));
        });
    }

    private void drop(Future<Open> link) {
        if (current.compareAndSet(link, null)) {
            Future<Open> unused = link.onSuccess(open -> {
                Future<Void> closing = open.connection().close();
            });
        }
    }

    private void rest(Future<Open> failed) {
        resting = true;
        if (current.compareAndSet(failed, null)) {
            long jitter = ThreadLocalRandom.current().nextLong(restMs / 2 + 1);
            long unused = database.vertx().setTimer(restMs + jitter, timer -> resting = false);
            restMs = Math.min(LONGEST_REST_MS, restMs * 2);
        }
    }
}
