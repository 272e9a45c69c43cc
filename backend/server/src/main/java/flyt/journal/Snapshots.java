package flyt.journal;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;

/**
 * States of hospitals, kept so that start-up and questions about the past need not replay from the
 * first event.
 *
 * <p>A snapshot may always be thrown away: the journal makes it again. Bodies are compressed here,
 * off the event loop.
 */
public final class Snapshots {
    /** Of what is older than two days one in so many events stays: whoever asks for a moment there goes no farther than twice that. */
    public static final int SPACING = 10_000;

    private static final int DAYS_KEPT_WHOLE = 2;

    private final Database database;

    /** The snapshots in a database whose schema is in place. */
    public Snapshots(Database database) {
        this.database = database;
    }

    /**
     * A state as it was saved.
     *
     * @param seq number of the last event in it
     * @param state what was read from the body given to {@link #save}
     */
    public record Snapshot<T>(long seq, T state) {}

    /**
     * Keeps the state after an event; one of the same event and an older format is replaced.
     *
     * @param seq number of a journaled event; without such an event nothing is kept
     * @param format number of the body's format, growing
     */
    public Future<Void> save(String hospital, long seq, int format, Buffer body) {
        return database.vertx()
                .executeBlocking(() -> Zip.zip(body))
                .compose(zipped -> database.query(
                        """
                        INSERT INTO snapshot (hospital, seq, recorded_at, format, body)
                        SELECT $1, $2, recorded_at, $3, $4 FROM event WHERE hospital = $1 AND seq = $2
                        ON CONFLICT (hospital, seq) DO UPDATE SET format = excluded.format, body = excluded.body
                            WHERE excluded.format >= snapshot.format
                        """,
                        Tuple.of(hospital, seq, format, zipped)))
                .mapEmpty();
    }

    /**
     * The last snapshot of this format whose events all have a number up to the given one.
     *
     * @param upTo inclusive; {@link Long#MAX_VALUE} for the newest of all
     * @param reading makes the state of the body, on a worker thread; what it throws fails the future
     */
    public <T> Future<Optional<Snapshot<T>>> latest(
            String hospital, int format, long upTo, Function<Buffer, T> reading) {
        return database.query(
                        "SELECT seq, body FROM snapshot WHERE hospital = $1 AND format = $2 AND seq <= $3"
                                + " ORDER BY seq DESC LIMIT 1",
                        Tuple.of(hospital, format, upTo))
                .compose(rows -> {
                    Optional<Row> row = rows.stream().findFirst();
                    if (row.isEmpty()) {
                        return Future.succeededFuture(Optional.empty());
                    }
                    return database.vertx()
                            .executeBlocking(() -> Optional.of(new Snapshot<>(
                                    row.get().getLong("seq"),
                                    reading.apply(Zip.unzip(row.get().getBuffer("body"))))));
                });
    }

    /**
     * Thins out: all of the last two days stay, and before them the last of every {@value #SPACING} events. So the way from a
     * snapshot to any moment does not grow with the journal, however much or little happens in a day. One of an older format
     * never takes the place of a newer one.
     *
     * @param now hospital time
     * @return how many were removed
     */
    public Future<Integer> prune(String hospital, Instant now) {
        return prune(hospital, now, SPACING);
    }

    Future<Integer> prune(String hospital, Instant now, long spacing) {
        Instant whole = now.minus(DAYS_KEPT_WHOLE, ChronoUnit.DAYS);
        return database.query(
                        """
                        DELETE FROM snapshot old
                        WHERE hospital = $1 AND recorded_at < $2 AND EXISTS (
                            SELECT FROM snapshot later
                            WHERE later.hospital = $1 AND later.format >= old.format
                                AND later.seq BETWEEN old.seq + 1 AND ((old.seq - 1) / $3::bigint + 1) * $3)
                        """,
                        Tuple.of(hospital, AppendStatement.utc(whole), spacing))
                .map(rows -> rows.rowCount());
    }
}
