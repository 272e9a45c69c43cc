package flyt.runtime;

import flyt.domain.Hospital;
import flyt.domain.Input;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Recorded;
import flyt.domain.place.HospitalDefinition.ClockKind;
import flyt.domain.place.PlaceEvent.IdentitiesErased;
import flyt.journal.Appended;
import flyt.journal.IdentityRow;
import flyt.journal.JournalAway;
import flyt.journal.JournalWriter;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what a hospital is told into its journal, turn by turn, and reads what another pen wrote there. Owned by the writer's
 * event loop.
 */
final class Pen {
    /*
     * One turn at a time. What comes in meanwhile waits and makes up the next turn: the longer a commit takes, the more
     * it carries (group commit without a timer). While the disk works the rows are worked out, and held.
     *
     *    line ──> Turn (provisional state, events) ──┬─> journal.append ──┬─ Committed: state, rows, push, answers
     *                                                └─> rows foreseen    ├─ Fenced: reload, same submissions again
     *                                                                     ├─ RepeatedInputs: remembered, again
     *                                                                     ├─ JournalAway: all fail (503), reload later
     *                                                                     └─ other: one by one, so that the bad one shows
     *
     * After all but Committed what was foreseen is taken back before anything else is done.
     */
    private static final Logger LOG = LoggerFactory.getLogger(Pen.class);
    private static final int MOST_IN_A_TURN = 1_000;
    private static final int MOST_FENCES = 20;
    private static final long REST_MS = 500;

    private final String id;
    private final Workplace work;
    private final Vertx vertx;
    private final HospitalClock clock;
    private final Standing standing;
    private final JournalWriter writer;
    private final RecentInputs recent = new RecentInputs();
    private final WaitingLine line = new WaitingLine();
    private final Deque<Erasure> erasures = new ArrayDeque<>();
    private boolean busy;
    private boolean laidDown;
    private boolean foresight = true;
    private int oneByOne;
    private int fences;

    /** What is in the journal now, and who is known. */
    private record CaughtUp(StateLoader.Loaded loaded, Map<String, IdentityRow> people) {}

    /** {@code whom}: the keys of the people and texts to forget; {@code done}: how many of them stood for somebody. */
    private record Erasure(Function<Hospital, Set<String>> whom, Promise<Integer> done) {}

    Pen(String id, Workplace work, Vertx vertx, HospitalClock clock, Standing standing) {
        this.id = id;
        this.work = work;
        this.vertx = vertx;
        this.clock = clock;
        this.standing = standing;
        this.writer = work.journal().writer(id);
    }

    /** Takes a request for one of the next turns, or fails it. */
    void take(Request request) {
        if (laidDown || standing.isJournalAway()) {
            request.fail(new JournalAway("The journal of " + id + " cannot be written"));
        } else if (line.isTooLong()) {
            request.fail(new TooBusy("Too many submissions wait for " + id));
        } else {
            line.add(request);
            turn();
        }
    }

    /** Writes no more; who waits is told so. */
    Future<Void> layDown() {
        laidDown = true;
        turnAway();
        return writer.close();
    }

    private void turnAway() {
        failAll(new JournalAway("The hospital has moved to another member"));
    }

    private void failAll(JournalAway cause) {
        line.failAll(cause);
        erasures.forEach(erasure -> erasure.done().fail(cause));
        erasures.clear();
    }

    /** Who is known in the hospital, read before the first turn; see {@link JournalWriter#readPeople}. */
    Future<Map<String, IdentityRow>> readPeople() {
        return writer.readPeople();
    }

    /**
     * Erases people and texts between two turns, so that nothing that is being written brings them back; then journals that it
     * was done.
     *
     * @param whom their keys, asked when it is time, with the hospital as it is then
     * @return how many there were; fails with {@link JournalAway}
     */
    Future<Integer> erase(Function<Hospital, Set<String>> whom) {
        Promise<Integer> done = Promise.promise();
        if (laidDown || standing.isJournalAway()) {
            done.fail(new JournalAway("The journal of " + id + " cannot be written"));
        } else {
            erasures.add(new Erasure(whom, done));
            turn();
        }
        return done.future();
    }

    private void erase(Erasure erasure) {
        Hospital hospital = standing.hospital();
        Set<String> keys = hospital == null ? Set.of() : erasure.whom().apply(hospital);
        if (keys.isEmpty()) {
            erasure.done().complete(0);
            turn();
            return;
        }
        busy = true;
        var unused = work.identities().erase(id, keys).onComplete(done -> {
            busy = false;
            if (done.succeeded()) {
                writer.forget(keys);
                standing.forget(keys);
                tellErased(erasure, done.result());
            } else {
                erasure.done().fail(done.cause());
            }
            turn();
        });
    }

    private void tellErased(Erasure erasure, int count) {
        if (count == 0 || laidDown) {
            erasure.done().complete(count);
            return;
        }
        Promise<List<Answer>> told = Promise.promise();
        var unused = told.future().map(count).onComplete(erasure.done());
        line.add(new Request(List.of(erased(count)), told, work.nanos().getAsLong()));
    }

    private Submission erased(int count) {
        MessageKey message = new MessageKey(Turn.FLYT, "erasure/" + UUID.randomUUID());
        return Submission.internal(new Input.Report(message, clock.now(), null, new IdentitiesErased(count)));
    }

    /** Whether it neither writes nor reads just now, but could. */
    boolean isAtRest() {
        return !busy && !laidDown && !standing.isJournalAway();
    }

    /** Has a turn if somebody waits for one, or time has passed. */
    void turn() {
        if (laidDown) {
            // what was being written when the pen was laid down and now waits again, for nobody
            turnAway();
            return;
        }
        if (!isAtRest()) {
            return;
        }
        Erasure erasure = erasures.poll();
        if (erasure != null) {
            erase(erasure);
            return;
        }
        Turn turn = new Turn(standing.hospital(), standing.head(), clock, recent, work.codec());
        List<Request.Pending> taken = fill(turn);
        turn.letTimePass();
        if (turn.isEmpty()) {
            standing.setAlarm();
        } else {
            write(turn, taken);
        }
    }

    private List<Request.Pending> fill(Turn turn) {
        List<Request.Pending> taken = new ArrayList<>();
        int most = oneByOne > 0 ? 1 : MOST_IN_A_TURN;
        while (taken.size() < most) {
            Request.Pending next = line.next();
            if (next == null) {
                break;
            }
            try {
                prepareClock(next);
                turn.take(next);
                taken.add(next);
            } catch (RuntimeException e) {
                LOG.error("An input of {} could not be decided", id, e);
                next.fail(e);
            }
        }
        return taken;
    }

    /** A driven hospital begins at the beginning of time, so that whoever drives it can choose where it starts. */
    private void prepareClock(Request.Pending next) {
        if (standing.hospital() == null
                && next.submission().input() instanceof Input.Define define
                && define.definition().clock() == ClockKind.DRIVEN) {
            clock.drive(Instant.EPOCH, 0);
        }
    }

    private void write(Turn turn, List<Request.Pending> taken) {
        busy = true;
        long begun = work.nanos().getAsLong();
        Future<Appended> append =
                writer.append(standing.head(), turn.eventRows(), turn.inputRows(), turn.identityRows());
        if (foresight) {
            standing.foresee(turn.after(), turn.events(), turn.identityRows());
        }
        var unused = append.onComplete(done -> {
            busy = false;
            work.metrics().committed(Duration.ofNanos(work.nanos().getAsLong() - begun));
            if (done.succeeded() && done.result() instanceof Appended.Committed committed) {
                committed(committed, turn);
            } else {
                standing.takeBack();
                turn.drop();
                if (done.failed()) {
                    failed(done.cause(), taken);
                } else {
                    notWritten(done.result(), taken);
                }
            }
        });
    }

    private void committed(Appended.Committed committed, Turn turn) {
        fences = 0;
        oneByOne = Math.max(0, oneByOne - 1);
        foresight = true;
        turn.remember();
        try {
            StateLoader.Loaded after = new StateLoader.Loaded(turn.after(), committed.head(), 0);
            standing.advance(after, turn.events(), turn.identityRows(), turn.bornNanos());
        } finally {
            turn.answerAll(committed.otherContent());
        }
        turn();
    }

    private void notWritten(Appended outcome, List<Request.Pending> taken) {
        line.again(taken);
        if (outcome instanceof Appended.RepeatedInputs repeated) {
            // who repeats once often goes on to, and what is foreseen for a repeat is foreseen in vain
            foresight = false;
            repeated.known().forEach(row -> recent.remember(row.key(), InputOutcome.read(row)));
            turn();
            return;
        }
        fences++;
        if (fences > MOST_FENCES) {
            fences = 0;
            line.failAll(new JournalAway("Another writer keeps writing for " + id));
        }
        catchUp();
    }

    private void failed(Throwable cause, List<Request.Pending> taken) {
        if (laidDown) {
            line.again(taken);
            turnAway();
        } else if (cause instanceof JournalAway) {
            taken.forEach(pending -> pending.fail(cause));
            away(cause);
        } else if (taken.size() > 1) {
            LOG.warn("A batch of {} inputs for {} failed; taking them one by one", taken.size(), id);
            oneByOne = taken.size();
            line.again(taken);
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

    /** Reads what others have written, then goes on with what waits. */
    void catchUp() {
        busy = true;
        List<Recorded> missed = new ArrayList<>();
        var unused = work.loader()
                .goOn(id, standing.now(), Long.MAX_VALUE, (recorded, after) -> missed.add(recorded))
                .compose(loaded -> writer.readPeople().map(people -> new CaughtUp(loaded, people)))
                .onComplete(done -> {
                    busy = false;
                    if (laidDown) {
                        turnAway();
                        return;
                    }
                    if (done.failed()) {
                        away(done.cause());
                        return;
                    }
                    CaughtUp there = done.result();
                    standing.forgetAllBut(there.people().keySet());
                    standing.advance(
                            there.loaded(), missed, List.copyOf(there.people().values()), Long.MAX_VALUE);
                    if (standing.isJournalAway()) {
                        LOG.info("The journal of {} is back at event {}", id, standing.head());
                        standing.journalAway(false);
                    }
                    turn();
                });
    }

    /** The journal cannot be reached: nothing is taken until it can be read again. */
    void away(Throwable cause) {
        if (!standing.isJournalAway()) {
            LOG.warn("The journal of {} is away: {}", id, cause.getClass().getSimpleName());
        }
        failAll(cause instanceof JournalAway known ? known : new JournalAway(cause));
        standing.journalAway(true);
        long unused = vertx.setTimer(REST_MS, tick -> {
            if (!laidDown) {
                catchUp();
            }
        });
    }
}
