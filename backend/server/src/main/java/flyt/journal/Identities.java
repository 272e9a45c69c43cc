package flyt.journal;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The names and free texts behind the opaque keys. They come in with the events that brought them, see
 * {@link JournalWriter#append}; each is closed with a key of its own, and destroying that key erases it.
 *
 * <p>Whoever reads here shows names to people: ask first whether those may see them. Reading fails with
 * {@link LostKey} when the master key that closed a row is not known.
 */
public final class Identities {
    private static final Logger LOG = LoggerFactory.getLogger(Identities.class);
    private static final String ORDERED = " ORDER BY i.key";

    private final Database database;

    /** The identities in a database whose schema is in place. */
    public Identities(Database database) {
        this.database = database;
    }

    /** The known ones of these keys, by key; an erased or unknown key is absent. */
    public Future<Map<String, IdentityRow>> of(String hospital, Collection<String> keys) {
        Tuple values = Tuple.of(hospital).addArrayOfString(keys.toArray(String[]::new));
        return database.query(KnownIdentity.SELECT + " AND i.key = ANY($2)" + ORDERED, values)
                .compose(rows -> opened(hospital, rows))
                .map(Identities::byKey);
    }

    /** All of a hospital, by key, in the order of the keys. */
    public Future<Map<String, IdentityRow>> all(String hospital) {
        return known(hospital).map(Identities::byKey);
    }

    /** As {@link #all}, with what it takes to write the next word about them. */
    Future<List<KnownIdentity>> known(String hospital) {
        return database.query(KnownIdentity.SELECT + ORDERED, Tuple.of(hospital))
                .compose(rows -> opened(hospital, rows));
    }

    /**
     * Notes until when people are known to have had to do with the hospital, so that {@link #lapsed} counts from there.
     *
     * @param until hospital time by key; an earlier time than the one noted changes nothing
     */
    public Future<Void> seen(String hospital, Map<String, Instant> until) {
        List<Map.Entry<String, Instant>> all = List.copyOf(until.entrySet());
        Tuple values = Tuple.of(hospital)
                .addArrayOfString(all.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .addArrayOfOffsetDateTime(all.stream()
                        .map(entry -> AppendStatement.utc(entry.getValue()))
                        .toArray(OffsetDateTime[]::new));
        return database.query(
                        """
                        UPDATE identity SET seen_at = n.until
                        FROM unnest($2::text[], $3::timestamptz[]) AS n (key, until)
                        WHERE hospital = $1 AND identity.key = n.key AND seen_at < n.until
                        """,
                        values)
                .mapEmpty();
    }

    /** The keys of a kind that nobody has mentioned since, and that nobody was seen with. */
    public Future<List<String>> lapsed(String hospital, String kind, Instant since) {
        return database.query(
                        "SELECT key FROM identity WHERE hospital = $1 AND kind = $2 AND seen_at < $3",
                        Tuple.of(hospital, kind, AppendStatement.utc(since)))
                .map(rows -> rows.stream().map(row -> row.getString(0)).toList());
    }

    /**
     * Erases: the keys that close these rows are destroyed, and the rows with them; and those of the messages in the inbox that
     * are about them. The history of the opaque keys stays. A
     * writer that knows them has to forget them too: {@link JournalWriter#forget}.
     *
     * @return how many there were
     */
    public Future<Integer> erase(String hospital, Collection<String> keys) {
        Tuple values = Tuple.of(hospital).addArrayOfString(keys.toArray(String[]::new));
        return database.together(connection -> connection
                        .preparedQuery("DELETE FROM identity_key WHERE hospital = $1 AND key = ANY($2)")
                        .execute(values)
                        .compose(gone -> connection.preparedQuery(Inbox.ERASE).execute(values))
                        .compose(gone -> connection
                                .preparedQuery("DELETE FROM identity WHERE hospital = $1 AND key = ANY($2)")
                                .execute(values)))
                .map(rows -> rows.rowCount())
                .onSuccess(count -> {
                    if (count > 0) {
                        wipe();
                    }
                });
    }

    /**
     * PostgreSQL keeps a deleted row on its page until that is needed again, and overwriting would only make a second one: so
     * the table of keys, a small one, is written anew. When somebody holds it just then, the next erasure does it.
     */
    private void wipe() {
        var unused = database.pool()
                .withConnection(connection -> connection
                        .query("SET lock_timeout = '300ms'")
                        .execute()
                        .compose(set ->
                                connection.query("VACUUM (FULL) identity_key").execute())
                        .compose(wiped ->
                                connection.query("VACUUM (FULL) inbox_key").execute())
                        .eventually(() -> connection.query("RESET lock_timeout").execute()))
                .onFailure(failure -> LOG.info(
                        "Erased keys wait for the next erasure to be wiped from the disk: {}",
                        failure.getClass().getSimpleName()));
    }

    private Future<List<KnownIdentity>> opened(String hospital, RowSet<Row> rows) {
        return database.vertx()
                .executeBlocking(
                        () -> rows.stream()
                                .map(row -> KnownIdentity.read(hospital, row, database.keys()))
                                .toList(),
                        false);
    }

    private static Map<String, IdentityRow> byKey(List<KnownIdentity> known) {
        Map<String, IdentityRow> identities = new LinkedHashMap<>();
        known.forEach(one -> identities.put(one.row().key(), one.row()));
        return identities;
    }
}
