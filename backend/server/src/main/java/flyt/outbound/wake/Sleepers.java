package flyt.outbound.wake;

import flyt.journal.Database;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.StreamSupport;

/** Whose browsers may be woken, in PostgreSQL: each as long as somebody is signed in with it. */
public final class Sleepers {
    /** As it is left to sessions that ended by themselves and are not swept yet. */
    private static final String LIVE =
            """
            SELECT s.account, w.endpoint FROM wake w JOIN session s ON s.hash = w.session JOIN account a ON a.id = s.account
            WHERE a.disabled_at IS NULL AND s.until > $1 AND s.last_seen + make_interval(secs => s.idle_seconds) > $1
            """;

    private final Database database;

    public Sleepers(Database database) {
        this.database = database;
    }

    /** A browser. {@code endpoint}: its address at its push service. */
    record Sleeper(String account, String endpoint) {}

    /** Whether the browser of this sign-in may be woken. */
    public Future<Boolean> has(String session) {
        return database.query("SELECT FROM wake WHERE session = $1", Tuple.of(hash(session)))
                .map(rows -> rows.size() == 1);
    }

    /** From now on it may, at this address and no other; whoever had this browser before is not called there any more. */
    public Future<Void> add(String session, String endpoint) {
        Tuple row = Tuple.of(hash(session), endpoint);
        return database.together(connection -> connection
                        .preparedQuery("DELETE FROM wake WHERE session = $1 OR endpoint = $2")
                        .execute(row)
                        .compose(gone -> connection
                                .preparedQuery("INSERT INTO wake (session, endpoint) VALUES ($1, $2)")
                                .execute(row)))
                .mapEmpty();
    }

    /** It may not any more. */
    public Future<Void> remove(String session) {
        return database.query("DELETE FROM wake WHERE session = $1", Tuple.of(hash(session)))
                .mapEmpty();
    }

    /** The push service does not know it any more. */
    Future<Void> gone(String endpoint) {
        return database.query("DELETE FROM wake WHERE endpoint = $1", Tuple.of(endpoint))
                .mapEmpty();
    }

    /** Those that may be woken now. */
    Future<List<Sleeper>> all(Instant now) {
        return database.search(LIVE, Tuple.of(now.atOffset(ZoneOffset.UTC)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Sleeper(row.getString("account"), row.getString("endpoint")))
                        .toList());
    }

    private static Buffer hash(String session) {
        return Buffer.buffer(HexFormat.of().parseHex(session));
    }
}
