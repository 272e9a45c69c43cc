package flyt.push;

import flyt.board.RowBatch;
import flyt.board.RowUpdate;
import flyt.board.Stream;
import flyt.board.StreamRows;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The streams of one hospital that clients of this member watch, and on which event loops they sit.
 *
 * <p>Threads: guarded by its own lock, held for memory work of microseconds and never while the source is asked or a socket
 * written. Frames are put into the loops' queues under the lock, so each loop gets a stream's frames in their order; and a
 * client that joins gets its snapshot under the same lock, so no frame falls between the snapshot and the frames after it.
 */
final class HospitalStreams {
    private static final Logger log = LoggerFactory.getLogger(HospitalStreams.class);
    private static final long FIRST_RETRY_MILLIS = 5;
    private static final long LAST_RETRY_MILLIS = 1_000;

    private static final class Watched {
        final StreamState state;
        final Map<SocketLane, Integer> viewers = new HashMap<>();
        boolean asking;

        Watched(StreamState state) {
            this.state = state;
        }
    }

    private final String hospital;
    private final StreamSource source;
    private final Frames frames;
    private final Context context;
    private final Map<Stream, Watched> streams = new HashMap<>();
    private byte @Nullable [] lastBeat;
    private long seen;

    /** @param context where the source is asked */
    HospitalStreams(String hospital, StreamSource source, Frames frames, Context context) {
        this.hospital = hospital;
        this.source = source;
        this.frames = frames;
        this.context = context;
    }

    /** Takes the next batch of the hospital; one that was taken before changes nothing. */
    synchronized void onBatch(RowBatch batch, long bornNanos) {
        if (batch.seq() <= seen) {
            return;
        }
        seen = batch.seq();
        Map<Stream, List<RowUpdate>> byStream = new HashMap<>();
        for (RowUpdate row : batch.rows()) {
            if (streams.containsKey(row.stream())) {
                byStream.computeIfAbsent(row.stream(), stream -> new ArrayList<>())
                        .add(row);
            }
        }
        Set<SocketLane> touched = new HashSet<>();
        for (Watched watched : streams.values()) {
            Frame frame = watched.state.take(batch, byStream.getOrDefault(watched.state.stream(), List.of()));
            if (frame != null) {
                post(watched, frame, bornNanos, touched);
            } else if (!watched.state.isLoaded()) {
                ask(watched);
            }
        }
        touched.forEach(SocketLane::wake);
    }

    /** Takes the hospital's beat and hands it to every loop where somebody watches the hospital. */
    synchronized void onBeat(byte[] json) {
        lastBeat = json;
        Set<SocketLane> lanes = new HashSet<>();
        streams.values().forEach(watched -> lanes.addAll(watched.viewers.keySet()));
        Frame frame = frames.beat(json);
        for (SocketLane lane : lanes) {
            lane.addBeat(hospital, frame.retain());
            lane.wake();
        }
        frame.release();
    }

    /** One more viewer of the stream sits on this loop. */
    synchronized void join(Stream stream, SocketLane lane) {
        Watched watched = streams.computeIfAbsent(stream, s -> new Watched(new StreamState(s, frames, seen)));
        watched.viewers.merge(lane, 1, Integer::sum);
        if (!watched.state.isLoaded()) {
            ask(watched);
        }
    }

    /** One viewer fewer; the last one takes the stream with it. */
    synchronized void leave(Stream stream, SocketLane lane) {
        Watched watched = streams.get(stream);
        if (watched == null) {
            return;
        }
        watched.viewers.computeIfPresent(lane, (l, count) -> count == 1 ? null : count - 1);
        if (watched.viewers.isEmpty()) {
            streams.remove(stream);
            watched.state.forget();
        }
    }

    /** See {@link StreamState#catchUp(long)}. */
    synchronized @Nullable Frame catchUp(Stream stream, long since) {
        Watched watched = streams.get(stream);
        return watched == null ? null : watched.state.catchUp(since);
    }

    /** The beat for a client that has just come, to be released; null when none is known. */
    @Nullable
    Frame beat() {
        byte[] json = source.beat(hospital).orElse(null);
        if (json == null) {
            synchronized (this) {
                json = lastBeat;
            }
        }
        return json == null ? null : frames.beat(json);
    }

    private void ask(Watched watched) {
        if (!watched.asking) {
            watched.asking = true;
            context.runOnContext(now -> ask(watched, FIRST_RETRY_MILLIS));
        }
    }

    private void ask(Watched watched, long retryMillis) {
        Stream stream = watched.state.stream();
        var unused = Future.succeededFuture()
                .compose(now -> source.snapshot(stream))
                .onComplete(answer -> answered(watched, answer, retryMillis));
    }

    private synchronized void answered(Watched watched, AsyncResult<StreamRows> answer, long retryMillis) {
        if (watched.viewers.isEmpty()) {
            return;
        }
        if (answer.succeeded() && watched.state.load(answer.result())) {
            watched.asking = false;
            Set<SocketLane> touched = new HashSet<>();
            post(watched, watched.state.snapshot(), SocketLane.UNTIMED, touched);
            touched.forEach(SocketLane::wake);
            return;
        }
        if (retryMillis >= LAST_RETRY_MILLIS) {
            log.warn("no rows yet for {}: {}", watched.state.stream().name(), reason(answer));
        }
        long nextMillis = Math.min(2 * retryMillis, LAST_RETRY_MILLIS);
        var unused =
                context.owner().setTimer(retryMillis, timer -> context.runOnContext(now -> ask(watched, nextMillis)));
    }

    private static String reason(AsyncResult<StreamRows> answer) {
        return answer.succeeded()
                ? "they are older than what was pushed before"
                : answer.cause().toString();
    }

    private static void post(Watched watched, Frame frame, long bornNanos, Set<SocketLane> touched) {
        for (SocketLane lane : watched.viewers.keySet()) {
            lane.add(watched.state.stream(), frame.retain(), bornNanos);
            touched.add(lane);
        }
        frame.release();
    }
}
