package flyt.journal;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One reading of a hospital's events in order: a batch is taken on a worker thread while the next is on its way. */
final class EventReading {
    /*
     * A loop and not a chain of futures: a chain would hold every batch until the last is read.
     *
     *    caller's context   page 1 ──┬─ page 2 ──────┬─ page 3 ────── done
     *    worker thread               └─ take batch 1 ┴─ take batch 2 ─┘
     */
    private final Database database;
    private final String hospital;
    private final long to;
    private final Consumer<List<EventRow>> batches;
    private final Promise<Long> done = Promise.promise();

    EventReading(Database database, String hospital, long to, Consumer<List<EventRow>> batches) {
        this.database = database;
        this.hospital = hospital;
        this.to = to;
        this.batches = batches;
    }

    /** Begins with this number; gives the number of the last event read. */
    Future<Long> from(long first) {
        take(first, page(first));
        return done.future();
    }

    private void take(long from, Future<RowSet<Row>> page) {
        var unused = page.onFailure(this::fail).onSuccess(rows -> {
            long next = from + rows.size();
            Future<RowSet<Row>> following = rows.size() == Journal.BATCH && next <= to ? page(next) : null;
            var taken = taken(rows, from).onFailure(this::fail).onSuccess(batch -> {
                if (following == null) {
                    done.complete(next - 1);
                } else {
                    take(next, following);
                }
            });
        });
    }

    private void fail(Throwable failure) {
        boolean first = done.tryFail(failure);
    }

    private Future<RowSet<Row>> page(long from) {
        return database.query(Journal.PAGE, Tuple.of(hospital, from, to));
    }

    private Future<Void> taken(RowSet<Row> rows, long from) {
        if (rows.size() == 0) {
            return Future.succeededFuture();
        }
        return database.vertx()
                .executeBlocking(
                        () -> {
                            batches.accept(eventRows(rows, from));
                            return null;
                        },
                        false);
    }

    private static List<EventRow> eventRows(RowSet<Row> rows, long from) {
        List<EventRow> events = new ArrayList<>(rows.size());
        long expected = from;
        for (Row row : rows) {
            EventRow event = Journal.eventRow(row);
            if (event.seq() != expected) {
                throw new IllegalStateException("the journal lacks event " + expected);
            }
            events.add(event);
            expected++;
        }
        return events;
    }
}
