package flyt.access.log;

import static flyt.access.log.StrokeStatement.utc;

import flyt.journal.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;

/** Forgets old lines of the access log; nothing else may delete there. */
public final class LogRetention {
    /** Five years (domain 3.13), where nobody has set another time. */
    public static final int DAYS = 1_826;

    private final Database database;

    public LogRetention(Database database) {
        this.database = database;
    }

    /**
     * Forgets what ended more than so many days ago, a part at a time.
     *
     * @param days at least 1
     * @return how many lines that were
     */
    public Future<Long> forget(Instant now, int days) {
        return database.query("SELECT forget_access_log($1, $2) AS gone", Tuple.of(utc(now), days))
                .map(rows -> rows.iterator().next().getLong("gone"))
                .compose(gone -> gone == 0
                        ? Future.succeededFuture(0L)
                        : forget(now, days).map(more -> gone + more));
    }
}
