package flyt.push;

import flyt.board.Stream;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The clients that sit on one event loop, and the frames on their way to them.
 *
 * <p>Threads: {@link #add}, {@link #addBeat} and {@link #wake} from anywhere; all else on the loop, which alone touches the
 * sockets. What has queued up when the loop comes round goes out together: each socket is flushed once.
 */
final class SocketLane {
    /** Time of birth of a frame whose way is not timed. */
    static final long UNTIMED = Long.MIN_VALUE;

    private record Delivery(@Nullable Stream stream, String hospital, Frame frame, long bornNanos) {}

    private final EventLoop loop;
    private final LongSupplier nanoClock;
    private final PushCounters counters;
    private final Queue<Delivery> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean awake = new AtomicBoolean();
    private final Set<BoardSocket> sockets = new LinkedHashSet<>();
    private final Map<Stream, Set<Subscription>> viewers = new HashMap<>();
    private final Set<BoardSocket> unflushed = new HashSet<>();
    private int framesWritten;
    private long bytesWritten;

    SocketLane(EventLoop loop, LongSupplier nanoClock, PushCounters counters) {
        this.loop = loop;
        this.nanoClock = nanoClock;
        this.counters = counters;
    }

    /** Queues a frame for all viewers of a stream; takes over the caller's count of it. */
    void add(Stream stream, Frame frame, long bornNanos) {
        queue.add(new Delivery(stream, stream.hospital(), frame, bornNanos));
    }

    /** Queues a beat for all who watch the hospital; takes over the caller's count of it. */
    void addBeat(String hospital, Frame frame) {
        queue.add(new Delivery(null, hospital, frame, UNTIMED));
    }

    /** Lets the loop come round for what was queued. */
    void wake() {
        if (awake.compareAndSet(false, true)) {
            loop.execute(this::deliver);
        }
    }

    void execute(Runnable work) {
        loop.execute(work);
    }

    /** Does something on the loop again and again, from one interval from now on; the answer ends it. */
    Runnable every(Duration interval, Runnable work) {
        var timer = loop.scheduleAtFixedRate(work, interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
        return () -> {
            boolean unused = timer.cancel(false);
        };
    }

    void enter(BoardSocket socket) {
        sockets.add(socket);
        counters.clients(1);
    }

    void exit(BoardSocket socket) {
        if (sockets.remove(socket)) {
            counters.clients(-1);
        }
    }

    /** Looks after each client. */
    void tick() {
        sockets().forEach(BoardSocket::tick);
    }

    long now() {
        return nanoClock.getAsLong();
    }

    List<BoardSocket> sockets() {
        return List.copyOf(sockets);
    }

    void add(Subscription subscription) {
        viewers.computeIfAbsent(subscription.stream(), stream -> new LinkedHashSet<>())
                .add(subscription);
    }

    void remove(Subscription subscription) {
        viewers.computeIfPresent(subscription.stream(), (stream, there) -> {
            there.remove(subscription);
            return there.isEmpty() ? null : there;
        });
    }

    /** A socket took a frame and wants to be flushed when this turn ends. */
    void wrote(BoardSocket socket, Frame frame) {
        unflushed.add(socket);
        framesWritten++;
        bytesWritten += frame.size();
    }

    /** Ends a turn: what was written goes out. */
    void flush() {
        unflushed.forEach(BoardSocket::flush);
        unflushed.clear();
        if (framesWritten > 0) {
            counters.frames(framesWritten, bytesWritten);
            framesWritten = 0;
            bytesWritten = 0;
        }
    }

    private void deliver() {
        awake.set(false);
        List<Delivery> turn = new ArrayList<>();
        for (Delivery next = queue.poll(); next != null; next = queue.poll()) {
            turn.add(next);
        }
        turn.forEach(this::deliver);
        flush();
        long now = now();
        for (Delivery delivery : turn) {
            delivery.frame.release();
            if (delivery.bornNanos != UNTIMED) {
                counters.eventToSocket(now - delivery.bornNanos);
            }
        }
    }

    private void deliver(Delivery delivery) {
        if (delivery.stream == null) {
            sockets.forEach(socket -> socket.beat(delivery.hospital, delivery.frame));
        } else {
            viewers.getOrDefault(delivery.stream, Set.of()).forEach(viewer -> viewer.offer(delivery.frame));
        }
    }
}
