package flyt.journal;

import com.fasterxml.jackson.databind.json.JsonMapper;
import flyt.domain.forecast.Memory;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/**
 * What the forecasts of hospitals have learned, kept so that a start need not learn it again. It may always be thrown away: the
 * journal teaches it again.
 */
public final class Experiences {
    /** Number of what is learned and how. It grows whenever {@link Memory} changes, or what its numbers mean. */
    private static final int VERSION = 2;

    private static final JsonMapper JSON = JournalJson.mapper();

    private final Database database;

    /** Those in a database whose schema is in place. */
    public Experiences(Database database) {
        this.database = database;
    }

    /** Keeps what was learned, in the place of what was kept before; nothing where no roll call was heard. */
    public Future<Void> save(String hospital, Memory memory) {
        if (memory.upTo() == null) {
            return Future.succeededFuture();
        }
        return database.vertx()
                .executeBlocking(() -> Zip.zip(Buffer.buffer(JSON.writeValueAsBytes(memory))))
                .compose(zipped -> database.query(
                        """
                        INSERT INTO experience (hospital, version, up_to, body) VALUES ($1, $2, $3, $4)
                        ON CONFLICT (hospital) DO UPDATE
                            SET version = excluded.version, up_to = excluded.up_to, body = excluded.body
                        """,
                        Tuple.of(hospital, VERSION, AppendStatement.utc(memory.upTo()), zipped)))
                .mapEmpty();
    }

    /** What was kept last; empty where nothing was, or by a program that learned otherwise. */
    public Future<Optional<Memory>> load(String hospital) {
        return database.query(
                        "SELECT body FROM experience WHERE hospital = $1 AND version = $2", Tuple.of(hospital, VERSION))
                .compose(rows -> {
                    Optional<Row> row = rows.stream().findFirst();
                    return row.isEmpty()
                            ? Future.succeededFuture(Optional.empty())
                            : database.vertx()
                                    .executeBlocking(() -> Optional.of(JSON.readValue(
                                            Zip.unzip(row.get().getBuffer(0)).getBytes(), Memory.class)));
                });
    }
}
