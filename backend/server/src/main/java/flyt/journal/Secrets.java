package flyt.journal;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;

/**
 * Random values that belong to this installation, the same on all its members and for ever. The database has them wrapped by
 * the master key.
 */
public final class Secrets {
    private final Database database;

    /** The secrets in a database whose schema is in place. */
    public Secrets(Database database) {
        this.database = database;
    }

    /** The secret of this name, 32 random bytes; whoever asks first makes it. Fails with {@link LostKey}. */
    public Future<Buffer> get(String name) {
        Buffer fresh = Buffer.buffer(database.keys().wrap(MasterKeys.fresh()));
        return database.query(
                        "INSERT INTO secret (name, wrapped) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                        Tuple.of(name, fresh))
                .compose(made -> database.query("SELECT wrapped FROM secret WHERE name = $1", Tuple.of(name)))
                .map(rows -> rows.iterator().next().getBuffer("wrapped").getBytes())
                .map(wrapped -> Buffer.buffer(database.keys().unwrap(wrapped).getEncoded()));
    }
}
