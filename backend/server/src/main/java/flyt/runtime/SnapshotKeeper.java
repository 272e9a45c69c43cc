package flyt.runtime;

import flyt.domain.Hospital;
import flyt.journal.StateCodec;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Saves the state of a hospital every so many events, off the event loop, one at a time. Used by one writer. */
final class SnapshotKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotKeeper.class);

    private final String hospital;
    private final Workplace work;
    private final Vertx vertx;
    private long last;
    private boolean saving;

    SnapshotKeeper(String hospital, Workplace work, Vertx vertx) {
        this.hospital = hospital;
        this.work = work;
        this.vertx = vertx;
    }

    /** Counts from here: the state as of this event was loaded. */
    void begin(long head) {
        last = head;
    }

    /** The state after an event; saved when enough have come since the last that was. */
    void see(Hospital state, long head) {
        if (saving || head - last < work.snapshotEvery()) {
            return;
        }
        saving = true;
        var unused = vertx.executeBlocking(() -> Buffer.buffer(StateCodec.encode(state)))
                .compose(body -> work.snapshots().save(hospital, head, StateCodec.FORMAT, body))
                .compose(saved -> work.snapshots().prune(hospital, state.recordedAt()))
                .onComplete(done -> {
                    saving = false;
                    if (done.succeeded()) {
                        last = head;
                    } else {
                        LOG.warn(
                                "No snapshot of {}: {}",
                                hospital,
                                done.cause().getClass().getSimpleName());
                    }
                });
    }
}
