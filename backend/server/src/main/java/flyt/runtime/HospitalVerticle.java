package flyt.runtime;

import flyt.board.Stream;
import flyt.board.StreamRows;
import flyt.domain.Hospital;
import flyt.domain.event.Source;
import flyt.domain.forecast.WhatIf;
import flyt.domain.stay.PatientKey;
import flyt.domain.stay.StayId;
import flyt.ops.Metrics;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of one hospital: owns its {@link Pen} and its {@link Standing} on one event loop. Deployed where the hospital's
 * partition is; undeploying closes it. All methods may be called from any thread.
 */
final class HospitalVerticle extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(HospitalVerticle.class);
    private static final long BEAT_MS = 5_000;
    private static final long LOOK_MS = 1_000;

    private final String id;
    private final Workplace work;
    private final Consumer<String> definitionChanged;
    private final HospitalClock clock;
    private final RowDisplay display;
    private final Pulse pulse;
    private volatile long behind;

    @SuppressWarnings("NullAway.Init") // start makes them, before anybody has this verticle
    private Standing standing;

    @SuppressWarnings("NullAway.Init")
    private Pen pen;

    @SuppressWarnings("NullAway.Init")
    private Retention retention;

    @SuppressWarnings("NullAway.Init")
    private Forecaster forecaster;

    /** {@code definitionChanged} is told the hospital's id after each definition. */
    HospitalVerticle(String id, Workplace work, Onlookers onlookers, Consumer<String> definitionChanged) {
        this.id = id;
        this.work = work;
        this.definitionChanged = definitionChanged;
        this.clock = new HospitalClock(work.system(), work.nanos());
        this.display = new RowDisplay(id, work, onlookers, this::later);
        this.pulse = new Pulse(id, clock, onlookers);
    }

    @Override
    public Future<?> start() {
        Standing.Parts parts = new Standing.Parts(clock, display, pulse, new SnapshotKeeper(id, work, vertx));
        standing = new Standing(id, parts, vertx, definitionChanged, () -> pen.turn());
        pen = new Pen(id, work, vertx, clock, standing);
        retention = new Retention(id, work, pen, standing);
        forecaster = new Forecaster(id, work, vertx, this::submit);
        return work.loader().load(id, Long.MAX_VALUE).compose(loaded -> pen.readPeople()
                .onSuccess(known -> {
                    standing.begin(loaded, known.values());
                    long beats = vertx.setPeriodic(BEAT_MS, tick -> standing.beat());
                    long looks = vertx.setPeriodic(LOOK_MS, tick -> look());
                    work.metrics().owns(id, new Figures());
                    LOG.info("Writing for hospital {} from event {}", id, loaded.seq());
                }));
    }

    @Override
    public Future<?> stop() {
        work.metrics().gaveUp(id);
        forecaster.close();
        standing.close();
        return pen.layDown();
    }

    /** Takes submissions and answers them together, in order, on the caller's context. */
    Future<List<Answer>> submit(List<Submission> submissions) {
        Promise<List<Answer>> promise = Promise.promise();
        Request request = new Request(submissions, promise, work.nanos().getAsLong());
        later(() -> pen.take(request));
        return promise.future();
    }

    /** Notes a sign of a feed. */
    void feedHeard(Source source, FeedSign sign) {
        later(() -> pulse.heard(source, sign));
    }

    /** How the feeds are; none before the hospital is defined. */
    Future<List<FeedState>> feeds() {
        return ask(() -> {
            Hospital hospital = standing.hospital();
            return Future.succeededFuture(hospital == null ? List.of() : pulse.feeds(hospital));
        });
    }

    /** Erases a patient, under all numbers, with every text that may be about that one; whether anybody was known. */
    Future<Boolean> erase(PatientKey patient) {
        return ask(() -> {
            boolean known = standing.knows(patient.value());
            return pen.erase(hospital -> keysOf(hospital, patient)).map(known);
        });
    }

    private Set<String> keysOf(Hospital hospital, PatientKey patient) {
        SortedSet<PatientKey> person = Forgetting.allKeysOf(hospital, patient);
        Set<String> keys = new HashSet<>(standing.texts());
        keys.removeAll(Forgetting.textsAboutOthers(hospital, person));
        person.forEach(key -> keys.add(key.value()));
        return keys;
    }

    /** The rows of a stream as they are now. */
    Future<StreamRows> snapshot(Stream stream) {
        return ask(() -> display.snapshot(stream));
    }

    /** The hospital as it is now, with its journal's head. */
    Future<StateLoader.Loaded> state() {
        return ask(() -> Future.succeededFuture(standing.now()));
    }

    /** As {@link flyt.board.RowBook#namesakes}. */
    Future<Map<StayId, SortedSet<StayId>>> namesakes() {
        return ask(() -> Future.succeededFuture(display.namesakes()));
    }

    /** What would come if that were so; nothing becomes of it. */
    Future<Imagined> imagine(WhatIf whatIf) {
        return ask(() -> {
            Hospital hospital = standing.hospital();
            return hospital == null
                    ? Future.failedFuture(new OwnerAway("The writer of " + id + " is getting ready"))
                    : forecaster.imagine(hospital, clock.now(), whatIf);
        });
    }

    Future<ClockReading> clock() {
        return ask(() -> Future.succeededFuture(new ClockReading(clock.now(), clock.rate())));
    }

    /** The last beat, for a client that has just come. */
    Optional<byte[]> beat() {
        return pulse.last();
    }

    /** Fills the grid again after it lost this hospital's rows. */
    void refill() {
        later(display::fillGrid);
    }

    /** Once a second: is a feed silent, has another writer been here? */
    private void look() {
        if (!pen.isAtRest()) {
            return;
        }
        Hospital hospital = standing.hospital();
        List<Submission> changes = hospital == null ? List.of() : pulse.listen(hospital);
        if (!changes.isEmpty()) {
            var unused = submit(changes);
        }
        if (hospital != null) {
            retention.look(hospital, clock.now());
            forecaster.look(hospital, clock.now());
        }
        var unused = work.journal().head(id).onComplete(done -> {
            if (done.succeeded()) {
                behind = Math.max(0, done.result().orElse(0) - standing.head());
            }
            if (pen.isAtRest() && done.failed()) {
                pen.away(done.cause());
            } else if (pen.isAtRest() && behind > 0) {
                pen.catchUp();
            }
        });
    }

    private void later(Runnable action) {
        context.runOnContext(now -> action.run());
    }

    private <T> Future<T> ask(Supplier<Future<T>> question) {
        Promise<T> promise = Promise.promise();
        later(() -> {
            var unused = question.get().onComplete(promise);
        });
        return promise.future();
    }

    private final class Figures implements Metrics.HospitalFigures {
        @Override
        public long rows() {
            return display.count();
        }

        @Override
        public long journalLag() {
            return behind;
        }

        @Override
        public Map<String, Double> feedAgesSeconds() {
            return pulse.feedAgesSeconds();
        }
    }
}
