package flyt.push;

import flyt.access.Gone;
import flyt.board.Stream;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * One client: what it watches, and whether it keeps up.
 *
 * <p>Owned by its event loop; nothing here is called from elsewhere.
 */
final class BoardSocket {
    private static final int MOST_STREAMS = 16;
    private static final int MOST_MESSAGES_A_MINUTE = 240;
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final ServerWebSocket socket;
    private final Viewer viewer;
    private final Wire wire;
    private final SocketLane lane;
    private final Gateway gateway;
    private final LookingBack lookingBack;
    private final Map<Stream, Subscription> subscriptions = new HashMap<>();
    private final Map<Stream, Runnable> seats = new HashMap<>();

    /** Asked for, and not shown before that is remembered. */
    private final Set<Stream> coming = new HashSet<>();

    private long heardNanos;
    private long tookNanos;
    private long pingedNanos;
    private long lookedNanos;
    private long minuteNanos;
    private int messagesThisMinute;
    private boolean waitsForDrain;
    private boolean closing;
    private long closingNanos;

    static final Refusal NOT_REMEMBERED =
            new Refusal("log-away", "The access log cannot keep up, and nothing is shown without it.");

    /**
     * What a client needs to know of the gateway it came through.
     *
     * @param journeys how many more may look back at the same time
     */
    record Gateway(
            StreamSource source,
            Function<String, HospitalStreams> hospitals,
            Frames frames,
            PushSettings settings,
            PushCounters counters,
            Semaphore journeys) {}

    BoardSocket(ServerWebSocket socket, Viewer viewer, SocketLane lane, Gateway gateway) {
        long now = lane.now();
        this.socket = socket;
        this.viewer = viewer;
        this.lane = lane;
        this.gateway = gateway;
        this.wire = Wire.to(socket, gateway.settings.sharedFrames());
        this.lookingBack = new LookingBack(this, viewer, lane, gateway);
        this.heardNanos = now;
        this.tookNanos = now;
        this.pingedNanos = now;
        this.lookedNanos = now;
        this.minuteNanos = now;
    }

    /** Takes a text message. */
    void onText(String text) {
        if (closing) {
            return;
        }
        heardNanos = lane.now();
        if (tooMany()) {
            close(ClientMessage.AGAINST_THE_RULES, "more than " + MOST_MESSAGES_A_MINUTE + " messages a minute");
            return;
        }
        ClientMessage message = ClientMessage.read(text);
        if (message instanceof ClientMessage.Subscribe subscribe) {
            if (subscribe.back() == null) {
                lookingBack.unsubscribe(subscribe.stream());
                subscribe(subscribe.stream());
            } else {
                unsubscribe(subscribe.stream());
                lookingBack.subscribe(subscribe.stream(), subscribe.back());
            }
        } else if (message instanceof ClientMessage.Play play) {
            lookingBack.play(play.rate());
        } else if (message instanceof ClientMessage.Unsubscribe unsubscribe) {
            unsubscribe(unsubscribe.stream());
            lookingBack.unsubscribe(unsubscribe.stream());
        } else if (message instanceof ClientMessage.Offence offence) {
            close(offence.code(), offence.reason());
        }
        lane.flush();
    }

    void onPong() {
        heardNanos = lane.now();
    }

    /** The connection is gone. */
    void onClosed() {
        closing = true;
        coming.clear();
        lookingBack.end();
        List.copyOf(subscriptions.keySet()).forEach(this::unsubscribe);
        lane.exit(this);
        viewer.leave();
    }

    boolean isMeant(Gone.Note note) {
        return viewer.isMeant(note);
    }

    /** Lets the client come again and say who it is. */
    void askWho() {
        close(ClientMessage.WHO_ARE_YOU, "who are you");
    }

    /** Sends a close frame, once, and stops sending anything else. */
    void close(short code, String reason) {
        if (!closing) {
            closing = true;
            closingNanos = lane.now();
            gateway.counters.closed(code);
            var unused = socket.close(code, reason);
        }
    }

    /** Looks after the client: pings it, and gives up on one that is not there or does not read. */
    void tick() {
        long now = lane.now();
        if (closing) {
            if (now - closingNanos > GRACE.toNanos()) {
                wire.cut();
            }
            return;
        }
        if (!waitsForDrain && wire.canTake()) {
            tookNanos = now;
        }
        long patience = gateway.settings.stalledAfter().toNanos();
        if (now - heardNanos > patience) {
            close(ClientMessage.TRY_AGAIN_LATER, "not heard for too long");
        } else if (now - tookNanos > patience) {
            close(ClientMessage.TRY_AGAIN_LATER, "not reading for too long");
        } else if (now - pingedNanos >= gateway.settings.pingEvery().toNanos() && wire.canTake()) {
            pingedNanos = now;
            var unused = socket.writePing(Buffer.buffer());
        }
        if (now - lookedNanos >= gateway.settings.lookEvery().toNanos()) {
            lookedNanos = now;
            var unused = viewer.look().onSuccess(here -> lane.execute(() -> looked(here)));
        }
    }

    /** Who may be here no more, or may watch no more what is watched, comes again; while nobody can say, all stays as it is. */
    private void looked(boolean here) {
        if (!here
                || lookingBack.isRefused()
                || subscriptions.keySet().stream()
                        .anyMatch(stream -> viewer.refusal(stream).isPresent())) {
            askWho();
        }
    }

    boolean canTake() {
        return !closing && wire.canTake();
    }

    void write(Frame frame) {
        if (!closing) {
            wire.write(frame);
            lane.wrote(this, frame);
        }
    }

    void flush() {
        wire.flush();
    }

    /** Takes a beat if this client watches the hospital and keeps up; another one comes soon. */
    void beat(String hospital, Frame frame) {
        if (canTake()
                && subscriptions.keySet().stream()
                        .anyMatch(stream -> stream.hospital().equals(hospital))) {
            write(frame);
        }
    }

    /** A subscription could not be served: it will be when the client has read what is on its way. */
    void onBehind() {
        if (!waitsForDrain && !closing && !socket.isClosed()) {
            waitsForDrain = true;
            wire.whenDrained(this::onDrained);
        }
    }

    private void onDrained() {
        waitsForDrain = false;
        tookNanos = lane.now();
        catchUp();
        lane.flush();
    }

    private void catchUp() {
        for (Subscription subscription : subscriptions.values()) {
            if (subscription.isBehind()) {
                if (!canTake()) {
                    onBehind();
                    return;
                }
                subscription.catchUp(gateway.counters);
            }
        }
    }

    private void subscribe(Stream stream) {
        Subscription there = subscriptions.get(stream);
        if (there != null) {
            there.restart();
            catchUp();
            return;
        }
        Refusal refusal =
                viewer.refusal(stream).or(() -> gateway.source.refusal(stream)).orElse(null);
        if (refusal != null) {
            refuse(stream, refusal);
        } else if (subscriptions.size() + coming.size() >= MOST_STREAMS) {
            close(ClientMessage.AGAINST_THE_RULES, "more than " + MOST_STREAMS + " streams");
        } else if (coming.add(stream)) {
            Future<Runnable> seat = viewer.watch(stream);
            if (seat.isComplete()) {
                seated(stream, seat);
            } else {
                var unused = seat.onComplete(written -> lane.execute(() -> {
                    seated(stream, seat);
                    lane.flush();
                }));
            }
        }
    }

    private void seated(Stream stream, Future<Runnable> seat) {
        if (!coming.remove(stream)) {
            // gone or unsubscribed meanwhile
            if (seat.succeeded()) {
                seat.result().run();
            }
        } else if (seat.failed()) {
            refuse(stream, NOT_REMEMBERED);
        } else {
            seats.put(stream, seat.result());
            join(stream);
        }
    }

    private void join(Stream stream) {
        HospitalStreams hospital = gateway.hospitals.apply(stream.hospital());
        Subscription subscription = new Subscription(this, hospital, stream);
        subscriptions.put(stream, subscription);
        lane.add(subscription);
        hospital.join(stream, lane);
        catchUp();
    }

    void refuse(Stream stream, Refusal refusal) {
        Frame frame = gateway.frames.refused(stream, refusal);
        write(frame);
        frame.release();
    }

    private void unsubscribe(Stream stream) {
        coming.remove(stream);
        Subscription subscription = subscriptions.remove(stream);
        if (subscription != null) {
            seats.remove(stream).run();
            lane.remove(subscription);
            gateway.hospitals.apply(stream.hospital()).leave(stream, lane);
        }
    }

    private boolean tooMany() {
        long now = lane.now();
        if (now - minuteNanos > Duration.ofMinutes(1).toNanos()) {
            minuteNanos = now;
            messagesThisMinute = 0;
        }
        messagesThisMinute++;
        return messagesThisMinute > MOST_MESSAGES_A_MINUTE;
    }
}
