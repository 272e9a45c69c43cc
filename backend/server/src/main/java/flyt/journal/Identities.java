package flyt.journal;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The names behind the opaque keys. They come in with the events that brought them, see
 * {@link JournalWriter#append}.
 *
 * <p>Whoever reads here shows names to people: ask first whether those may see them.
 */
public final class Identities {
    private static final String SELECT = "SELECT key, kind, number, given, family, birth_date, protected, changed_at"
            + " FROM identity WHERE hospital = $1";

    private final Database database;

    /** The identities in a database whose schema is in place. */
    public Identities(Database database) {
        this.database = database;
    }

    /** The known ones of these keys, by key; an erased or unknown key is absent. */
    public Future<Map<String, IdentityRow>> of(String hospital, Collection<String> keys) {
        return database.query(
                        SELECT + " AND key = ANY($2) ORDER BY key",
                        Tuple.of(hospital).addArrayOfString(keys.toArray(String[]::new)))
                .map(Identities::byKey);
    }

    /** All of a hospital, by key, in the order of the keys. */
    public Future<Map<String, IdentityRow>> all(String hospital) {
        return database.query(SELECT + " ORDER BY key", Tuple.of(hospital)).map(Identities::byKey);
    }

    /** Forgets a person; true when there was something to forget. The history of the key stays. */
    public Future<Boolean> erase(String hospital, String key) {
        return database.query("DELETE FROM identity WHERE hospital = $1 AND key = $2", Tuple.of(hospital, key))
                .map(rows -> rows.rowCount() == 1);
    }

    private static Map<String, IdentityRow> byKey(RowSet<Row> rows) {
        Map<String, IdentityRow> identities = new LinkedHashMap<>();
        for (Row row : rows) {
            identities.put(
                    row.getString("key"),
                    new IdentityRow(
                            row.getString("key"),
                            row.getString("kind"),
                            row.getString("number"),
                            row.getString("given"),
                            row.getString("family"),
                            row.getLocalDate("birth_date"),
                            row.getBoolean("protected"),
                            row.getOffsetDateTime("changed_at").toInstant()));
        }
        return identities;
    }
}
