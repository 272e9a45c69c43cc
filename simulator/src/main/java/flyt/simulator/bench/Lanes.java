package flyt.simulator.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Several connections to one side, each of which sends, waits for its answer and sends the next: closed loops, for what is done a
 * second, not for how long one takes. On one event loop.
 */
final class Lanes {

    /** Sends one thing over one connection; done when it is answered as it should be. */
    interface Lane {
        Future<Void> send(Posting posting);
    }

    private final List<Lane> lanes;
    private long sent;

    Lanes(List<? extends Lane> lanes) {
        this.lanes = List.copyOf(lanes);
    }

    /** How many were answered since the beginning. */
    long sent() {
        return sent;
    }

    /** Sends so many over all of them. */
    Future<Void> send(int count, Supplier<Posting> next) {
        long until = sent + count;
        return run(() -> sent < until, next);
    }

    /** Sends for so long; how many were answered a second. */
    Future<Double> send(Duration time, Supplier<Posting> next) {
        long before = sent;
        long begun = System.nanoTime();
        return run(() -> System.nanoTime() - begun < time.toNanos(), next)
                .map(done -> (sent - before) * 1e9 / (System.nanoTime() - begun));
    }

    private Future<Void> run(BooleanSupplier more, Supplier<Posting> next) {
        List<Future<Void>> all = new ArrayList<>();
        for (Lane lane : lanes) {
            Promise<Void> done = Promise.promise();
            step(lane, more, next, done);
            all.add(done.future());
        }
        return Future.all(all).mapEmpty();
    }

    private void step(Lane lane, BooleanSupplier more, Supplier<Posting> next, Promise<Void> done) {
        if (!more.getAsBoolean()) {
            done.complete();
            return;
        }
        var unused = lane.send(next.get()).onFailure(done::fail).onSuccess(answered -> {
            sent++;
            step(lane, more, next, done);
        });
    }
}
