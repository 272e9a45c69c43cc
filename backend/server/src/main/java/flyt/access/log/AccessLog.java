package flyt.access.log;

import flyt.access.log.Stroke.Line;
import flyt.journal.Database;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

/**
 * Writes who saw what about whom. One per member; usable from any thread.
 *
 * <p>Whoever shows something sensitive (a stay's history, this log, a ward at level 4, anything by
 * break-glass) waits for {@link #write} first: what cannot be logged is not shown.
 */
public final class AccessLog implements LogBook {
    /** How many lines may wait that nobody waits for: every screen of a region, coming back at once. */
    public static final int BEHIND_MAX = 20_000;

    private final LogPen pen;
    private final LogCounters counters;

    /** A log in a database whose schema is in place; connects with the first line. */
    public AccessLog(Vertx vertx, Database database, LogCounters counters) {
        this(vertx, database, BEHIND_MAX, counters);
    }

    /** As {@link #AccessLog(Vertx, Database, LogCounters)} with another limit for what may wait. */
    AccessLog(Vertx vertx, Database database, int behindMax, LogCounters counters) {
        this.pen = new LogPen(vertx, database, behindMax, counters);
        this.counters = counters;
    }

    @Override
    public Future<Void> write(LogEntry entry) {
        Promise<Void> written = pen.promise();
        if (!pen.now(new Line(LogKeys.next(entry.at()), entry, null, written))) {
            written.fail(new LogFull());
        }
        return written.future().onFailure(failure -> counters.notShown());
    }

    /** As the book says; a line that finds the queue full is counted. */
    @Override
    public void note(LogEntry entry) {
        if (!pen.later(new Line(LogKeys.next(entry.at()), entry, null, null))) {
            counters.notKept();
        }
    }

    /** Done when everything is written, which takes as long as the database is away. */
    public Future<Void> settled() {
        return pen.settled();
    }

    /** Closes the connection; what waits is lost, so ask {@link #settled} first. */
    public Future<Void> close() {
        return pen.close();
    }

    LogPen pen() {
        return pen;
    }

    LogCounters counters() {
        return counters;
    }
}
