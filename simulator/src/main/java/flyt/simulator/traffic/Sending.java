package flyt.simulator.traffic;

import flyt.simulator.traffic.ServerDoor.ClockFace;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Sends the traffic of a simulated hospital to a server: past days as fast as the server takes them, then in hospital
 * time, at the rate that the server's clock shows and anyone may change.
 *
 * <p>Owns the traffic while it runs; everything happens on one event loop, one request at a time, so the order is kept.
 */
public final class Sending {

    private static final int BATCH = 1_000;
    private static final Duration STEP = Duration.ofHours(2);
    private static final long LOOK_EVERY_MILLIS = 250;
    private static final long CLOCK_EVERY_NANOS = 1_000_000_000L;

    private final Vertx vertx;
    private final ServerDoor door;
    private Outlet outlet;
    private final Traffic traffic;
    private final Promises promises;
    private final LongSupplier nanoTime;
    private ClockFace face = new ClockFace(Instant.EPOCH, 0);
    private long faceSeenAt;
    private boolean beside;
    private boolean stopped;

    /** @param nanoTime a clock that only goes forward, {@code System::nanoTime} */
    public Sending(Vertx vertx, ServerDoor door, Traffic traffic, LongSupplier nanoTime) {
        this.vertx = vertx;
        this.door = door;
        this.outlet = door;
        this.traffic = traffic;
        this.promises = new Promises(door);
        this.nanoTime = nanoTime;
    }

    /**
     * Sends all that is sent up to this moment, as fast as the server takes it.
     *
     * @param progress hears after each step how far it has come, in hospital time
     */
    public Future<Void> upTo(Instant end, Consumer<Instant> progress) {
        Promise<Void> there = Promise.promise();
        // the simulated hospital knows whole seconds
        step(end.truncatedTo(ChronoUnit.SECONDS), progress, there);
        return there.future();
    }

    /** One step after the other, each on its own, for the reason that {@link #look} gives. */
    private void step(Instant end, Consumer<Instant> progress, Promise<Void> there) {
        if (!traffic.now().isBefore(end) || stopped) {
            there.complete();
            return;
        }
        Instant next = traffic.now().plus(STEP);
        Instant until = next.isBefore(end) ? next : end;
        var unused = sendAll(traffic.until(until))
                .onSuccess(sent -> {
                    progress.accept(until);
                    step(end, progress, there);
                })
                .onFailure(there::fail);
    }

    /** Sends what is still under way: afterwards the server knows all that has happened. */
    public Future<Void> rest() {
        return sendAll(traffic.rest());
    }

    /** Follows the server's clock until it shows {@code end} or {@link #stop} is called. */
    public Future<Void> follow(Instant end) {
        traffic.sayAlive();
        Promise<Void> ended = Promise.promise();
        look(end, ended);
        return ended.future();
    }

    /** From now on reports go this way. */
    public void by(Outlet other) {
        outlet = other;
    }

    /**
     * From now on looks what people at the server have taken, about once a second, and leaves it to them, whom they have sent to
     * help where blood is drawn, and which beds they have promised to whom; and simulated cleaners come on duty as those do.
     */
    public void besidePeople() {
        beside = true;
        traffic.besidePeople();
    }

    /** Ends {@link #follow} and {@link #upTo} after the request under way. */
    public void stop() {
        stopped = true;
    }

    /** One look after the other, each on its own: a chain of futures would grow for as long as it is followed. */
    private void look(Instant end, Promise<Void> ended) {
        if (stopped || !traffic.now().isBefore(end)) {
            ended.complete();
            return;
        }
        var unused = readClock()
                .compose(read -> {
                    Instant now = hospitalTime();
                    Instant until = now.isBefore(end) ? now : end;
                    return until.isAfter(traffic.now()) ? sendAll(traffic.until(until)) : Future.succeededFuture();
                })
                .compose(sent -> vertx.timer(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS))
                .onSuccess(paused -> look(end, ended))
                .onFailure(ended::fail);
    }

    private Future<Void> readClock() {
        if (faceSeenAt != 0 && nanoTime.getAsLong() - faceSeenAt < CLOCK_EVERY_NANOS) {
            return Future.succeededFuture();
        }
        return leaveToPeople().compose(left -> door.clock()).map(seen -> {
            face = seen;
            faceSeenAt = nanoTime.getAsLong();
            return null;
        });
    }

    private Future<Void> leaveToPeople() {
        return beside
                ? door.cleans()
                        .onSuccess(traffic::leaveToPeople)
                        .compose(left -> door.helpers())
                        .onSuccess(traffic::helpAtSampling)
                        .compose(helped -> promises.of(traffic.waitingForBed()))
                        .onSuccess(traffic::placedByPeople)
                        .mapEmpty()
                : Future.succeededFuture();
    }

    /** The server's clock, reckoned on from when it was read. */
    private Instant hospitalTime() {
        double seconds = (nanoTime.getAsLong() - faceSeenAt) / 1e9 * face.rate();
        return face.time().plusMillis((long) (seconds * 1000));
    }

    private Future<Void> sendAll(List<Report> reports) {
        if (reports.size() <= BATCH) {
            return outlet.send(reports);
        }
        return outlet.send(reports.subList(0, BATCH)).compose(sent -> sendAll(reports.subList(BATCH, reports.size())));
    }
}
