package flyt.runtime;

import flyt.board.Projections;
import flyt.domain.Hospital;
import flyt.domain.Input;
import flyt.domain.RollCalls;
import flyt.domain.event.EventHeader;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Recorded;
import flyt.domain.forecast.Experience;
import flyt.domain.forecast.ForecastEvent.ForecastMade;
import flyt.domain.forecast.RollCall;
import flyt.domain.forecast.WhatIf;
import flyt.domain.forecast.WhatIf.Contradiction;
import flyt.domain.priority.Team;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the forecasts of a hospital, for its writer and beside it: learns from the journal, holds a roll call each full hour and
 * tells the writer what it forecasts. Used on the writer's event loop; all that takes time is done on a worker thread, one thing
 * after another, with the hospital as it was when it began.
 */
final class Forecaster {
    private static final Logger LOG = LoggerFactory.getLogger(Forecaster.class);
    private static final int ROLL_CALLS_OF_A_DAY = 24;

    private final String hospital;
    private final Workplace work;
    private final Vertx vertx;
    private final Function<List<Submission>, Future<List<Answer>>> tell;

    /** Touched on a worker thread while {@link #busy}, else by nobody. Null: it is learning. */
    private @Nullable Experience experience;

    private boolean busy;
    private int unsaved;
    private volatile boolean closed;

    /** {@code tell}: takes what was forecast to the writer, who may have been replaced by then. */
    Forecaster(String hospital, Workplace work, Vertx vertx, Function<List<Submission>, Future<List<Answer>>> tell) {
        this.hospital = hospital;
        this.work = work;
        this.vertx = vertx;
        this.tell = tell;
    }

    /** No more roll calls and forecasts: another member makes them. */
    void close() {
        closed = true;
    }

    /** Looks at the clock; {@code now}: hospital time. What fails is tried again at the next look. */
    void look(Hospital state, Instant now) {
        if (work.forecastEvery().isZero()
                || busy
                || closed
                || state.stays().courses().isEmpty()) {
            return;
        }
        Experience learned = experience;
        if (learned == null) {
            doing(learn(now));
        } else if (isRollCallDue(learned, now) || isForecastDue(state, now)) {
            doing(caughtUp(learned, now)
                    .compose(there -> vertx.executeBlocking(() -> make(there, state, now)))
                    .compose(this::keep));
        }
    }

    private void doing(Future<?> something) {
        busy = true;
        var unused = something.onComplete(done -> {
            busy = false;
            if (done.failed() && !(done.cause() instanceof CancellationException)) {
                LOG.info(
                        "No forecast of {} yet: {}",
                        hospital,
                        done.cause().getClass().getSimpleName());
            }
        });
    }

    private Future<?> learn(Instant now) {
        return Schooling.of(work, hospital, now, () -> closed).compose(learned -> {
            experience = learned;
            LOG.info("Learned to forecast {} from {} roll calls", hospital, learned.heard());
            return save(learned);
        });
    }

    /** Hours that went by too fast, or while the journal was away, are learned from the journal. */
    private Future<Experience> caughtUp(Experience learned, Instant now) {
        Instant upTo = learned.upTo();
        return upTo == null || Duration.between(upTo, hour(now)).toHours() <= 1
                ? Future.succeededFuture(learned)
                : Schooling.goOn(work, hospital, learned, () -> closed);
    }

    private static boolean isRollCallDue(Experience learned, Instant now) {
        return learned.upTo() == null || hour(now).isAfter(learned.upTo());
    }

    private boolean isForecastDue(Hospital state, Instant now) {
        ForecastMade newest = state.forecasts().newest();
        return newest == null || !now.isBefore(newest.forecast().madeAt().plus(work.forecastEvery()));
    }

    /** On a worker thread. An hour's roll call is learned from, any other moment is only looked at. */
    private ForecastMade make(Experience learned, Hospital state, Instant now) {
        boolean learns = isRollCallDue(learned, now);
        RollCall call = RollCalls.of(state, learns ? hour(now) : now);
        unsaved += learns ? 1 : 0;
        return ForecastMade.of(learns ? learned.hear(call) : learned.forecast(call), call, learned.heard());
    }

    private Future<?> keep(ForecastMade made) {
        if (closed) {
            return Future.failedFuture(new CancellationException("The hospital has moved to another member"));
        }
        Instant at = made.forecast().madeAt();
        Input.Report report = new Input.Report(new MessageKey(Turn.FLYT, "forecast/" + at), at, null, made);
        Future<?> told = tell.apply(List.of(Submission.internal(report)));
        Experience learned = experience;
        return learned != null && unsaved >= ROLL_CALLS_OF_A_DAY ? told.compose(kept -> save(learned)) : told;
    }

    private Future<?> save(Experience learned) {
        return vertx.executeBlocking(learned::memory)
                .compose(memory -> work.experiences().save(hospital, memory))
                .onSuccess(saved -> unsaved = 0);
    }

    /** What would come if that were so. Nothing is told and nothing learned; before it has learned, of what is stated for nobody. */
    Future<Imagined> imagine(Hospital state, Instant now, WhatIf whatIf) {
        Experience learned = Objects.requireNonNullElseGet(experience, Experience::new);
        return vertx.executeBlocking(() -> {
            RollCall call = RollCalls.of(state, now);
            Contradiction why = whatIf.contradiction(call);
            if (why != null) {
                return Imagined.not(why);
            }
            Experience.Beside both = learned.imagine(call, whatIf, cleaners(state));
            return Imagined.of(
                    rows(state, now, ForecastMade.of(both.asItIs(), call, learned.heard())),
                    rows(state, now, ForecastMade.of(both.imagined(), whatIf.withBeds(call), learned.heard())));
        });
    }

    private static List<byte[]> rows(Hospital state, Instant now, ForecastMade made) {
        EventHeader header = new EventHeader(now, now, new MessageKey(Turn.FLYT, "what-if"), null);
        return Projections.forecast(state.apply(new Recorded(header, made)));
    }

    private static int cleaners(Hospital state) {
        return (int) state.duties().workers().values().stream()
                .filter(worker -> worker.team() == Team.CLEANING)
                .count();
    }

    private static Instant hour(Instant now) {
        return now.truncatedTo(ChronoUnit.HOURS);
    }
}
