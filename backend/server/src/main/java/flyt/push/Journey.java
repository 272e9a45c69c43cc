package flyt.push;

import flyt.board.RowUpdate;
import flyt.board.Stream;
import flyt.push.ClientMessage.Back;
import flyt.runtime.Playback;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One client's look back on one hospital: the streams it watches, as they were, going on together from a moment. They come in the
 * very frames of the present, and the moment in beats.
 *
 * <p>Owned by the client's event loop; the work is done elsewhere, one thing at a time. A client that does not read makes its own
 * past stand still.
 */
final class Journey {
    /*
     *    tick ──> busy, or the client is behind: nothing, and time has not gone on
     *         └─> else: on to at + time since the last step * rate ──> a frame for each stream that changed, and a beat
     *    seek ──> while busy it is kept, the last one alone
     *
     * Forwards by less than NEAR it goes on from where it is; any other moment is opened anew, and so is this one as soon as somebody who
     * has a name for being treated now is treated no longer.
     */
    private static final Duration STEP = Duration.ofMillis(250);
    private static final Duration BEAT = Duration.ofSeconds(5);
    private static final Duration NEAR = Duration.ofHours(1);

    /** After being busy for longer than this it goes on where it was. */
    private static final Duration LONGEST_STEP = Duration.ofSeconds(1);

    /** Who sees names sees them for so long; then they say again why. */
    private static final Duration NAMED = Duration.ofMinutes(15);

    private static final Refusal AWAY = new Refusal("past-away", "What was cannot be read just now.");
    private static final Refusal LAPSED =
            new Refusal("reason-lapsed", "Names are shown for 15 minutes for one reason.");

    private final String hospital;
    private final NamedBy names;
    private final Traveller traveller;
    private final StreamSource source;
    private final Frames frames;
    private final SocketLane lane;
    private final Runnable timer;
    private final long begunNanos;

    /** The seq that the client is at in each stream; {@link Frame#WHOLE}: it has nothing yet. */
    private final Map<Stream, Long> sent = new HashMap<>();

    private @Nullable Playback playback;
    private @Nullable Back asked;
    private @Nullable Instant wanted;
    private double rate;
    private long steppedNanos;
    private long beatNanos;
    private long askedNanos;
    private boolean busy;
    private boolean over;

    /** Who looks back. Called on the event loop. */
    interface Traveller {
        boolean canTake();

        /** Sends a frame, with the next flush; takes over the caller's count of it. */
        void send(Frame frame);

        void flush();

        /** The journey cannot go on. */
        void ended(Refusal why);
    }

    Journey(String hospital, NamedBy names, Traveller traveller, BoardSocket.Gateway gateway, SocketLane lane) {
        this.hospital = hospital;
        this.names = names;
        this.traveller = traveller;
        this.source = gateway.source();
        this.frames = gateway.frames();
        this.lane = lane;
        this.begunNanos = lane.now();
        this.askedNanos = begunNanos;
        this.timer = lane.every(STEP, this::tick);
    }

    /** Whether a stream can be looked back on together with what is: in one hospital, by the same names; and one reason is for one ward. */
    boolean takes(Stream stream, NamedBy other) {
        return hospital.equals(stream.hospital())
                && names.equals(other)
                && (names.reason() == null || sent.isEmpty() || sent.keySet().equals(Set.of(stream)));
    }

    /** By what it has names. */
    NamedBy names() {
        return names;
    }

    Set<Stream> streams() {
        return Set.copyOf(sent.keySet());
    }

    /** Shows a stream from the start; all that are watched move to the moment asked for. */
    void watch(Stream stream, Back back) {
        sent.put(stream, Frame.WHOLE);
        if (!back.equals(asked)) {
            asked = back;
            rate = back.rate();
            wanted = back.at();
        }
        next();
    }

    /** Shows a stream no longer. */
    void leave(Stream stream) {
        sent.remove(stream);
    }

    /** Goes on at another rate from where it is. */
    void play(double newRate) {
        asked = null;
        rate = newRate;
        steppedNanos = lane.now();
        if (!busy && playback != null) {
            beat();
        }
    }

    void end() {
        over = true;
        timer.run();
    }

    private void tick() {
        long now = lane.now();
        if (names.reason() != null && now - begunNanos > NAMED.toNanos()) {
            traveller.ended(LAPSED);
        } else if (names.isByTreatment() && !busy && playback != null && now - askedNanos >= BEAT.toNanos()) {
            askedNanos = now;
            askWhetherStillTreated(playback);
        } else if (!busy && playback != null && traveller.canTake()) {
            if (rate > 0) {
                long millis = Math.min(now - steppedNanos, LONGEST_STEP.toNanos()) / 1_000_000;
                steppedNanos = now;
                step(playback, playback.at().plusMillis((long) (millis * rate)));
            } else if (now - beatNanos >= BEAT.toNanos()) {
                beat();
            }
            traveller.flush();
        }
    }

    private void askWhetherStillTreated(Playback here) {
        work(here.stillTreated(), still -> {
            if (!still) {
                wanted = wanted == null ? here.at() : wanted;
                playback = null;
            }
        });
    }

    /** What is to be done when nothing else is. */
    private void next() {
        if (busy) {
            return;
        }
        Instant to = wanted;
        Playback here = playback;
        wanted = null;
        if (to != null && here != null && isNear(here.at(), to)) {
            step(here, to);
        } else if (to != null) {
            work(source.past(hospital, names.at(to)), opened -> {
                playback = opened;
                sent.replaceAll((stream, seq) -> Frame.WHOLE);
                show(opened, List.of());
            });
        } else if (here != null) {
            show(here, List.of());
        }
    }

    private static boolean isNear(Instant from, Instant to) {
        return !to.isBefore(from) && Duration.between(from, to).compareTo(NEAR) <= 0;
    }

    private void step(Playback here, Instant to) {
        work(here.goOn(to), changed -> show(here, changed));
    }

    private <T> void work(Future<T> work, Consumer<T> then) {
        busy = true;
        var unused = work.onComplete(done -> lane.execute(() -> worked(done, then)));
    }

    private <T> void worked(AsyncResult<T> done, Consumer<T> then) {
        busy = false;
        if (over) {
            return;
        }
        if (done.failed()) {
            traveller.ended(AWAY);
            return;
        }
        then.accept(done.result());
        if (wanted != null) {
            next();
        }
        traveller.flush();
    }

    private void show(Playback here, List<RowUpdate> changed) {
        for (Stream stream : streams()) {
            long prev = sent.get(stream);
            List<RowUpdate> ofStream =
                    changed.stream().filter(row -> row.stream().equals(stream)).toList();
            if (prev == Frame.WHOLE) {
                send(stream, frames.snapshot(stream, here.seq(), json(here.rows(stream))));
            } else if (!ofStream.isEmpty()) {
                send(stream, frames.rows(stream, prev, here.seq(), json(ofStream), dropped(ofStream)));
            }
        }
        if (here.isAtEnd()) {
            rate = 0;
        }
        steppedNanos = lane.now();
        beat();
    }

    private static List<byte[]> json(List<RowUpdate> rows) {
        return rows.stream()
                .filter(row -> !row.dropped())
                .map(row -> Objects.requireNonNull(row.json()))
                .toList();
    }

    private static List<String> dropped(List<RowUpdate> rows) {
        return rows.stream().filter(RowUpdate::dropped).map(RowUpdate::key).toList();
    }

    private void send(Stream stream, Frame frame) {
        sent.put(stream, frame.seq());
        traveller.send(frame);
    }

    private void beat() {
        beatNanos = lane.now();
        traveller.send(frames.beat(Objects.requireNonNull(playback).beat(rate)));
    }
}
