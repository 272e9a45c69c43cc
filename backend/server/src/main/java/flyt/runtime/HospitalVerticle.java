package flyt.runtime;

import flyt.board.Stream;
import flyt.board.StreamRows;
import flyt.domain.Hospital;
import flyt.domain.Input;
import flyt.domain.TimeRules;
import flyt.domain.event.Recorded;
import flyt.domain.event.Source;
import flyt.domain.place.HospitalDefinition.ClockKind;
import flyt.domain.place.PlaceEvent.ClockSet;
import flyt.domain.place.PlaceEvent.HospitalDefined;
import flyt.domain.place.Places;
import flyt.journal.Appended;
import flyt.journal.IdentityRow;
import flyt.journal.JournalAway;
import flyt.journal.JournalWriter;
import flyt.journal.StateCodec;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of one hospital: owns its state, its rows and its clock on one event loop. Deployed where the hospital's
 * partition is; undeploying closes it.
 */
final class HospitalVerticle extends VerticleBase {
    /*
     * One turn at a time. What comes in meanwhile waits and makes up the next turn: the longer a commit takes, the more
     * it carries (group commit without a timer).
     *
     *    queue ──> Turn (provisional state, events) ──> journal.append ──┬─ Committed: state, rows, push, answers
     *                                                                    ├─ Fenced: reload, same submissions again
     *                                                                    ├─ RepeatedInputs: remembered, again
     *                                                                    ├─ JournalAway: all fail (503), reload later
     *                                                                    └─ other: one by one, so that the bad one shows
     */
    private static final Logger LOG = LoggerFactory.getLogger(HospitalVerticle.class);
    private static final int MOST_IN_A_TURN = 1_000;
    private static final int MOST_WAITING = 50_000;
    private static final int MOST_FENCES = 20;
    private static final long BEAT_MS = 5_000;
    private static final long LOOK_MS = 1_000;

    private final String id;
    private final Workplace work;
    private final Onlookers onlookers;
    private final Consumer<String> definitionChanged;
    private final FeedWatch feeds = new FeedWatch();
    private final RecentInputs recent = new RecentInputs();
    private final Deque<Request.Pending> queue = new ArrayDeque<>();
    private final HospitalClock clock;

    private @Nullable JournalWriter writer;
    private @Nullable Hospital hospital;
    private @Nullable RowDisplay display;
    private long head;
    private long lastSnapshot;
    private boolean snapshotting;
    private boolean busy;
    private boolean stopped;
    private boolean journalAway;
    private int oneByOne;
    private int fences;
    private long deadlineTimer = -1;
    private volatile Optional<byte[]> beat = Optional.empty();
    private volatile long behind;
    private volatile Map<String, Double> feedAges = Map.of();

    /** {@code definitionChanged} is told the hospital's id after each definition. */
    HospitalVerticle(String id, Workplace work, Onlookers onlookers, Consumer<String> definitionChanged) {
        this.id = id;
        this.work = work;
        this.onlookers = onlookers;
        this.definitionChanged = definitionChanged;
        this.clock = new HospitalClock(work.system(), work.nanos());
    }

    @Override
    public Future<?> start() {
        writer = work.journal().writer(id);
        display = new RowDisplay(id, work, onlookers, this::onContext);
        return loadAnew().onSuccess(done -> {
            long beats = vertx.setPeriodic(BEAT_MS, tick -> sendBeat());
            long looks = vertx.setPeriodic(LOOK_MS, tick -> look());
            work.metrics().owns(id, new Figures());
            LOG.info("Writing for hospital {} from event {}", id, head);
        });
    }

    @Override
    public Future<?> stop() {
        stopped = true;
        work.metrics().gaveUp(id);
        failAll(new JournalAway("The hospital has moved to another member"));
        return writer == null ? Future.succeededFuture() : writer.close();
    }

    /** Takes submissions and answers them together, in order. Callable from any thread; answers on the caller's context. */
    Future<List<Answer>> submit(List<Submission> submissions) {
        Promise<List<Answer>> promise = Promise.promise();
        long born = work.nanos().getAsLong();
        onContext(() -> {
            if (stopped || journalAway || queue.size() > MOST_WAITING) {
                promise.fail(
                        journalAway || stopped
                                ? new JournalAway("The journal of " + id + " cannot be written")
                                : new TooBusy("Too many submissions wait for " + id));
                return;
            }
            Request request = new Request(submissions, promise, born);
            for (int index = 0; index < submissions.size(); index++) {
                queue.add(new Request.Pending(request, index));
            }
            turn();
        });
        return promise.future();
    }

    /** Notes a sign of life of a feed. */
    void feedAlive(Source source) {
        onContext(() -> feeds.heard(source, clock.now()));
    }

    /** The rows of a stream as they are now. */
    Future<StreamRows> snapshot(Stream stream) {
        return onContext(() -> display().snapshot(stream));
    }

    /** The hospital as it is now, with its journal's head. */
    Future<StateLoader.Loaded> state() {
        return onContext(() -> Future.succeededFuture(new StateLoader.Loaded(hospital, head)));
    }

    Future<ClockReading> clock() {
        return onContext(() -> Future.succeededFuture(new ClockReading(clock.now(), clock.rate())));
    }

    /** The last beat, for a client that has just come. */
    Optional<byte[]> beat() {
        return beat;
    }

    /** Fills the grid again after it lost this hospital's rows. */
    void refill() {
        onContext(() -> display().fillGrid());
    }

    // --- turns ---------------------------------------------------------------------------------------------------

    private void turn() {
        if (busy || stopped || journalAway) {
            return;
        }
        Turn turn = new Turn(hospital, head, clock, recent, work.codec());
        List<Request.Pending> taken = new ArrayList<>();
        int most = oneByOne > 0 ? 1 : MOST_IN_A_TURN;
        for (Request.Pending next = queue.peek(); next != null && taken.size() < most; next = queue.peek()) {
            queue.remove();
            taken.add(next);
            try {
                prepareClock(next);
                turn.take(next);
            } catch (RuntimeException e) {
                LOG.error("An input of {} could not be decided", id, e);
                taken.remove(next);
                next.fail(e);
            }
        }
        turn.letTimePass();
        if (turn.isEmpty()) {
            scheduleDeadline();
            return;
        }
        commit(turn, taken);
    }

    /** A driven hospital begins at the beginning of time, so that whoever drives it can choose where it starts. */
    private void prepareClock(Request.Pending next) {
        if (hospital == null
                && next.submission().input() instanceof Input.Define define
                && define.definition().clock() == ClockKind.DRIVEN) {
            clock.drive(Instant.EPOCH, 0);
        }
    }

    private void commit(Turn turn, List<Request.Pending> taken) {
        busy = true;
        long begun = work.nanos().getAsLong();
        var unused = writer().append(head, turn.eventRows(), turn.inputRows(), turn.identityRows())
                .onComplete(done -> {
                    busy = false;
                    work.metrics().committed(Duration.ofNanos(work.nanos().getAsLong() - begun));
                    if (done.failed()) {
                        failed(done.cause(), taken);
                    } else {
                        appended(done.result(), turn, taken);
                    }
                });
    }

    private void appended(Appended outcome, Turn turn, List<Request.Pending> taken) {
        if (outcome instanceof Appended.Committed committed) {
            fences = 0;
            oneByOne = Math.max(0, oneByOne - 1);
            committed(committed.head(), turn);
            turn();
        } else if (outcome instanceof Appended.RepeatedInputs repeated) {
            repeated.known().forEach(row -> recent.remember(row.key(), InputOutcome.read(row)));
            again(taken);
            turn();
        } else {
            again(taken);
            fences++;
            if (fences > MOST_FENCES) {
                fences = 0;
                failAll(new JournalAway("Another writer keeps writing for " + id));
            }
            catchUp();
        }
    }

    private void committed(long newHead, Turn turn) {
        turn.remember();
        hospital = turn.after();
        head = newHead;
        followClock(turn.events());
        show(turn.events(), turn.identityRows(), turn.bornNanos());
        turn.answerAll();
        if (concernsBeat(turn.events())) {
            sendBeat();
        }
        if (turn.events().stream().anyMatch(recorded -> recorded.event() instanceof HospitalDefined)) {
            definitionChanged.accept(id);
        }
        saveSnapshotIfDue();
    }

    private void failed(Throwable cause, List<Request.Pending> taken) {
        if (cause instanceof JournalAway) {
            taken.forEach(pending -> pending.fail(cause));
            away(cause);
        } else if (taken.size() > 1) {
            LOG.warn("A batch of {} inputs for {} failed; taking them one by one", taken.size(), id);
            oneByOne = taken.size();
            again(taken);
            catchUp();
        } else {
            LOG.warn(
                    "An input for {} could not be stored: {}",
                    id,
                    cause.getClass().getSimpleName());
            taken.forEach(pending -> pending.fail(cause));
            catchUp();
        }
    }

    private void again(List<Request.Pending> taken) {
        for (int i = taken.size() - 1; i >= 0; i--) {
            queue.addFirst(taken.get(i));
        }
    }

    private void failAll(Throwable cause) {
        queue.forEach(pending -> pending.fail(cause));
        queue.clear();
    }

    // --- the journal ---------------------------------------------------------------------------------------------

    private Future<Void> loadAnew() {
        return work.loader()
                .load(id, Long.MAX_VALUE)
                .compose(loaded -> work.identities().all(id).map(known -> {
                    hospital = loaded.hospital();
                    head = loaded.seq();
                    lastSnapshot = head;
                    startClock();
                    display().begin(hospital, head, known.values());
                    scheduleDeadline();
                    sendBeat();
                    return null;
                }));
    }

    /** Reads what others have written, then goes on with what waits. */
    private void catchUp() {
        busy = true;
        List<Recorded> missed = new ArrayList<>();
        List<IdentityRow> met = new ArrayList<>();
        var unused = work.loader()
                .goOn(id, new StateLoader.Loaded(hospital, head), Long.MAX_VALUE, missed::add)
                .compose(loaded -> missed.isEmpty()
                        ? Future.succeededFuture(loaded)
                        : work.identities().all(id).map(known -> {
                            met.addAll(known.values());
                            return loaded;
                        }))
                .onComplete(done -> {
                    busy = false;
                    if (done.failed()) {
                        away(done.cause());
                        return;
                    }
                    boolean wasAway = journalAway;
                    journalAway = false;
                    hospital = done.result().hospital();
                    head = done.result().seq();
                    followClock(missed);
                    show(missed, met, Long.MAX_VALUE);
                    if (wasAway) {
                        LOG.info("The journal of {} is back at event {}", id, head);
                        sendBeat();
                    }
                    turn();
                });
    }

    private void away(Throwable cause) {
        if (stopped) {
            return;
        }
        if (!journalAway) {
            LOG.warn("The journal of {} is away: {}", id, cause.getClass().getSimpleName());
        }
        journalAway = true;
        failAll(cause instanceof JournalAway ? cause : new JournalAway(cause));
        sendBeat();
        long unused = vertx.setTimer(500, tick -> {
            if (!stopped) {
                catchUp();
            }
        });
    }

    /** Once a second: has another writer been here, is a feed silent? */
    private void look() {
        if (busy || stopped || journalAway) {
            return;
        }
        if (hospital != null) {
            watchFeeds(hospital);
        }
        var unused = work.journal().head(id).onComplete(done -> {
            if (done.succeeded()) {
                behind = Math.max(0, done.result().orElse(0) - head);
                if (behind > 0 && !busy && !journalAway) {
                    catchUp();
                }
            } else if (!busy && !journalAway) {
                away(done.cause());
            }
        });
    }

    private void watchFeeds(Hospital now) {
        List<Submission> changes = feeds.changes(now, clock.now()).stream()
                .map(Submission::internal)
                .toList();
        if (!changes.isEmpty()) {
            var unused = submit(changes);
        }
        feedAges = ages(now);
    }

    private Map<String, Double> ages(Hospital now) {
        Map<String, Double> ages = new java.util.TreeMap<>();
        now.places().definition().feeds().forEach(feed -> {
            Instant last = feeds.lastHeard(now, new Source(feed.source()));
            if (last != null) {
                ages.put(feed.source(), Duration.between(last, clock.now()).toMillis() / 1000.0);
            }
        });
        return ages;
    }

    private void saveSnapshotIfDue() {
        Hospital state = hospital;
        if (snapshotting || state == null || head - lastSnapshot < work.snapshotEvery()) {
            return;
        }
        snapshotting = true;
        long seq = head;
        var unused = vertx.executeBlocking(() -> Buffer.buffer(StateCodec.encode(state)))
                .compose(body -> work.snapshots().save(id, seq, StateCodec.FORMAT, body))
                .compose(saved -> work.snapshots().prune(id, state.recordedAt()))
                .onComplete(done -> {
                    snapshotting = false;
                    if (done.succeeded()) {
                        lastSnapshot = seq;
                    } else {
                        LOG.warn(
                                "No snapshot of {}: {}",
                                id,
                                done.cause().getClass().getSimpleName());
                    }
                });
    }

    // --- clock, beats --------------------------------------------------------------------------------------------

    private void show(List<Recorded> events, List<IdentityRow> met, long bornNanos) {
        if (hospital != null) {
            display().show(hospital, head, events, met, bornNanos);
            scheduleDeadline();
        }
    }

    private void startClock() {
        Hospital now = hospital;
        if (now == null) {
            return;
        }
        if (now.places().definition().clock() == ClockKind.DRIVEN) {
            Places.Clock set = now.places().clock();
            clock.drive(now.recordedAt(), set == null ? 0 : set.rate());
        }
        clock.notBefore(now.recordedAt());
    }

    private void followClock(List<Recorded> events) {
        for (Recorded recorded : events) {
            if (recorded.event() instanceof ClockSet set) {
                clock.drive(set.time(), set.rate());
            } else if (recorded.event() instanceof HospitalDefined defined) {
                if (defined.definition().clock() == ClockKind.SYSTEM) {
                    clock.followSystem();
                } else if (!clock.isDriven()) {
                    clock.drive(recorded.header().recordedAt(), 0);
                }
            }
            clock.notBefore(recorded.header().recordedAt());
        }
    }

    private static boolean concernsBeat(List<Recorded> events) {
        return events.stream()
                .map(Recorded::event)
                .anyMatch(event -> event instanceof ClockSet
                        || event instanceof HospitalDefined
                        || event instanceof flyt.domain.feed.FeedEvent);
    }

    private void sendBeat() {
        Hospital now = hospital;
        if (now == null || stopped) {
            return;
        }
        byte[] frame = Beat.frame(now, head, clock, feeds, journalAway);
        beat = Optional.of(frame);
        onlookers.beat(id, frame);
    }

    private void scheduleDeadline() {
        if (deadlineTimer >= 0) {
            boolean unused = vertx.cancelTimer(deadlineTimer);
            deadlineTimer = -1;
        }
        if (hospital == null || stopped) {
            return;
        }
        long wait = clock.rate() == 0 ? 60_000 : clock.millisUntil(TimeRules.nextDeadline(hospital));
        deadlineTimer = vertx.setTimer(wait, tick -> {
            deadlineTimer = -1;
            turn();
        });
    }

    // --- small things --------------------------------------------------------------------------------------------

    private RowDisplay display() {
        if (display == null) {
            throw new IllegalStateException("not started");
        }
        return display;
    }

    private JournalWriter writer() {
        if (writer == null) {
            throw new IllegalStateException("not started");
        }
        return writer;
    }

    /** Later, on the writer's own event loop. */
    private void onContext(Runnable action) {
        Context own = context;
        own.runOnContext(now -> action.run());
    }

    private <T> Future<T> onContext(java.util.function.Supplier<Future<T>> question) {
        Promise<T> promise = Promise.promise();
        context.runOnContext(now -> {
            var unused = question.get().onComplete(promise);
        });
        return promise.future();
    }

    private final class Figures implements flyt.ops.Metrics.HospitalFigures {
        @Override
        public long rows() {
            return display().count();
        }

        @Override
        public long journalLag() {
            return behind;
        }

        @Override
        public Map<String, Double> feedAgesSeconds() {
            return feedAges;
        }
    }
}
