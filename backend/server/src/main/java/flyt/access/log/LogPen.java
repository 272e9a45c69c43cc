package flyt.access.log;

import flyt.access.log.Stroke.End;
import flyt.access.log.Stroke.Line;
import flyt.journal.Database;
import flyt.journal.JournalAway;
import flyt.journal.WriterLink;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes strokes to the access log in batches, on one connection. Usable from any thread.
 *
 * <p>A future made here comes back on the context that asked.
 */
final class LogPen {
    /*
     * One batch is under way at a time; what comes meanwhile makes the next. So a lone line is
     * written at once, many lines share commits, and a sitting's end never overtakes its line.
     *
     * Lines that somebody waits for go first, and fail with the database: their reader asks again.
     * The others stay until they are written. When the database cannot hold a batch for its
     * content, its strokes are tried one by one, so that one of them cannot hold up the rest.
     */
    private static final Logger LOG = LoggerFactory.getLogger(LogPen.class);
    private static final int BATCH_MAX = 1_000;
    private static final int WAITED_FOR_MAX = 10_000;
    private static final long REST_MS = 250;

    private final Vertx vertx;
    private final WriterLink link;
    private final int behindMax;
    private final LogCounters counters;
    private final Deque<Line> waitedFor = new ArrayDeque<>();
    private final Deque<Stroke> behind = new ArrayDeque<>();
    private final List<Promise<Void>> settling = new ArrayList<>();
    private boolean writing;
    private boolean resting;
    private int oneByOne;

    /** {@code behindMax}: how many strokes may wait that nobody waits for. */
    LogPen(Vertx vertx, Database database, int behindMax, LogCounters counters) {
        this.vertx = vertx;
        this.link = new WriterLink(database, List.of(StrokeStatement.SQL));
        this.behindMax = behindMax;
        this.counters = counters;
    }

    /** A promise whose future comes back on the context that is asking now. */
    Promise<Void> promise() {
        return ((ContextInternal) vertx.getOrCreateContext()).promise();
    }

    /** Writes a line that somebody waits for; false when too much waits. */
    synchronized boolean now(Line line) {
        if (waitedFor.size() >= WAITED_FOR_MAX || behind.size() >= behindMax) {
            return false;
        }
        waitedFor.add(line);
        next();
        return true;
    }

    /** Writes a line when there is time; false when too much waits. */
    synchronized boolean later(Line line) {
        if (behind.size() >= behindMax) {
            return false;
        }
        behind.add(line);
        next();
        return true;
    }

    /** Writes the end of a sitting when there is time; there are never more of these than sittings. */
    synchronized void later(End end) {
        behind.add(end);
        next();
    }

    /** Done when nothing waits any more. */
    synchronized Future<Void> settled() {
        Promise<Void> promise = promise();
        settling.add(promise);
        next();
        return promise.future();
    }

    Future<Void> close() {
        return link.close();
    }

    private synchronized void next() {
        if (writing) {
            return;
        }
        List<Stroke> batch = batch();
        if (!batch.isEmpty()) {
            writing = true;
            var unused = Future.succeededFuture(batch)
                    .map(StrokeStatement::values)
                    .compose(values -> link.execute(StrokeStatement.SQL, values))
                    .onSuccess(rows -> written(batch))
                    .onFailure(failure -> failed(batch, failure));
        } else if (behind.isEmpty()) {
            settling.forEach(Promise::complete);
            settling.clear();
        }
    }

    private List<Stroke> batch() {
        int most = oneByOne > 0 ? 1 : BATCH_MAX;
        List<Stroke> batch = new ArrayList<>();
        while (batch.size() < most && !waitedFor.isEmpty()) {
            batch.add(waitedFor.remove());
        }
        while (batch.size() < most && !behind.isEmpty() && !resting) {
            batch.add(behind.remove());
        }
        oneByOne = Math.max(0, oneByOne - batch.size());
        return batch;
    }

    private void written(List<Stroke> batch) {
        for (Stroke stroke : batch) {
            if (stroke instanceof Line line && line.written() != null) {
                line.written().complete();
            }
        }
        goOn();
    }

    private synchronized void goOn() {
        writing = false;
        next();
    }

    private void failed(List<Stroke> batch, Throwable failure) {
        if (failure instanceof JournalAway) {
            putBack(batch.stream().filter(stroke -> !isWaitedFor(stroke)).toList());
            batch.stream().filter(LogPen::isWaitedFor).forEach(stroke -> tell((Line) stroke, failure));
            rest();
        } else if (batch.size() > 1) {
            putBack(batch);
            startOneByOne(batch.size());
        } else {
            LOG.error("A line of the access log cannot be stored", failure);
            counters.notKept();
            batch.stream().filter(LogPen::isWaitedFor).forEach(stroke -> tell((Line) stroke, failure));
        }
        goOn();
    }

    private synchronized void putBack(List<Stroke> batch) {
        for (int i = batch.size() - 1; i >= 0; i--) {
            if (isWaitedFor(batch.get(i))) {
                waitedFor.addFirst((Line) batch.get(i));
            } else {
                behind.addFirst(batch.get(i));
            }
        }
    }

    private synchronized void startOneByOne(int strokes) {
        oneByOne = strokes;
    }

    private synchronized void rest() {
        if (!resting) {
            resting = true;
            long unused = vertx.setTimer(REST_MS, timer -> rested());
        }
    }

    private synchronized void rested() {
        resting = false;
        next();
    }

    private static boolean isWaitedFor(Stroke stroke) {
        return stroke instanceof Line line && line.written() != null;
    }

    private static void tell(Line line, Throwable failure) {
        if (line.written() != null) {
            line.written().fail(failure);
        }
    }
}
