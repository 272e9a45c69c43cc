package flyt.grid;

import flyt.board.RowBatch;
import flyt.board.RowUpdate;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The writes of one hospital, one at a time; while one is under way the rest wait with one value per row, the newest.
 * Guarded by its own lock; the lock is not held while the grid is called.
 */
final class RowChain {
    private static final Logger log = LoggerFactory.getLogger(RowChain.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(250);

    private final Vertx vertx;
    private final String hospital;
    private final Function<Map<RowKey, RowValue>, CompletionStage<?>> write;
    private Map<RowKey, RowValue> waiting = new LinkedHashMap<>();
    private List<Promise<Void>> watchers = new ArrayList<>();
    private boolean underWay;

    /** @param write writes all of these values in one go, or fails and has written none or all */
    RowChain(Vertx vertx, String hospital, Function<Map<RowKey, RowValue>, CompletionStage<?>> write) {
        this.vertx = vertx;
        this.hospital = hospital;
        this.write = write;
    }

    void add(RowBatch batch) {
        synchronized (this) {
            for (RowUpdate row : batch.rows()) {
                keepNewer(RowKey.of(row.stream(), row.key()), new RowValue(batch.seq(), row.json()));
            }
            keepNewer(RowKey.head(hospital), new RowValue(batch.seq(), null));
        }
        next();
    }

    Future<Void> settled() {
        Promise<Void> promise = Promise.promise();
        synchronized (this) {
            watchers.add(promise);
        }
        next();
        return promise.future();
    }

    private void next() {
        Map<RowKey, RowValue> values;
        List<Promise<Void>> told = List.of();
        synchronized (this) {
            if (underWay) {
                return;
            }
            values = waiting;
            if (values.isEmpty()) {
                told = watchers;
                watchers = new ArrayList<>();
            } else {
                waiting = new LinkedHashMap<>();
                underWay = true;
            }
        }
        if (values.isEmpty()) {
            told.forEach(Promise::complete);
        } else {
            write(values);
        }
    }

    private void write(Map<RowKey, RowValue> values) {
        CompletionStage<?> written;
        try {
            written = write.apply(values);
        } catch (RuntimeException e) {
            ended(values, e);
            return;
        }
        written.whenComplete((nothing, failure) -> ended(values, failure));
    }

    private void ended(Map<RowKey, RowValue> values, @Nullable Throwable failure) {
        if (failure == null) {
            free();
            return;
        }
        log.warn("rows of {} did not reach the grid, trying again: {}", hospital, failure.toString());
        synchronized (this) {
            values.forEach(this::keepNewer);
        }
        var unused = vertx.setTimer(PAUSE_AFTER_FAILURE.toMillis(), timer -> free());
    }

    private void free() {
        synchronized (this) {
            underWay = false;
        }
        next();
    }

    private void keepNewer(RowKey key, RowValue value) {
        waiting.merge(key, value, (one, other) -> one.seq() > other.seq() ? one : other);
    }
}
