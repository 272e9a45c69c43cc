package flyt.journal;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.security.SecureRandom;

/** Random values that belong to this installation, the same on all its members and for ever. */
public final class Secrets {
    private static final int BYTES = 32;

    private final Database database;

    /** The secrets in a database whose schema is in place. */
    public Secrets(Database database) {
        this.database = database;
    }

    /** The secret of this name, 32 random bytes; whoever asks first makes it. */
    public Future<Buffer> get(String name) {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return database.query(
                        "INSERT INTO secret (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                        Tuple.of(name, Buffer.buffer(random)))
                .compose(made -> database.query("SELECT value FROM secret WHERE name = $1", Tuple.of(name)))
                .map(rows -> rows.iterator().next().getBuffer("value"));
    }
}
