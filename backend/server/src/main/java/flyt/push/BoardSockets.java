package flyt.push;

import flyt.access.Gone;
import flyt.board.RowBatch;
import flyt.push.Audience.TurnedAway;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.ServerWebSocketHandshake;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.http.WebSocketInternal;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * The WebSocket gateway of one member: clients at {@code /ws} on one side, committed batches on the other.
 *
 * <p>Batches and beats may come from any thread, those of one hospital one after another. Clients sit on the event loops of
 * the HTTP servers that hand them over; each loop has its lane, and each hospital its streams behind a lock of its own.
 */
public final class BoardSockets {
    /** Where clients connect. */
    public static final String PATH = "/ws";

    /** Longer than between two pings: a connection on which nothing at all moves is one nobody is at. */
    private static final int IDLE_SECONDS = 90;

    private static final int MOST_BYTES_FROM_A_CLIENT = 64 * 1024;
    /** So many look back at the same time: each has a hospital of its own in memory. */
    private static final int JOURNEYS = 16;

    private static final String TOO_LARGE = "more than 64 kB";

    private final Vertx vertx;
    private final Context context;
    private final LongSupplier nanoClock;
    private final PushCounters counters;
    private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(true);
    private final Frames frames = new Frames(allocator);
    private final BoardSocket.Gateway gateway;
    private final Audience audience;
    private final StreamSource source;
    private final ConcurrentHashMap<String, HospitalStreams> hospitals = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<EventLoop, SocketLane> lanes = new ConcurrentHashMap<>();
    private final long timer;
    private volatile boolean closed;

    public BoardSockets(
            Vertx vertx,
            Audience audience,
            StreamSource source,
            PushSettings settings,
            PushCounters counters,
            LongSupplier nanoClock) {
        this.vertx = vertx;
        this.audience = audience;
        this.context = vertx.getOrCreateContext();
        this.source = source;
        this.nanoClock = nanoClock;
        this.counters = counters;
        this.gateway =
                new BoardSocket.Gateway(source, this::streamsOf, frames, settings, counters, new Semaphore(JOURNEYS));
        long shortest = Stream.of(settings.pingEvery(), settings.stalledAfter(), settings.lookEvery())
                .mapToLong(Duration::toMillis)
                .min()
                .orElseThrow();
        long lookMillis = Math.max(1, shortest / 4);
        this.timer = vertx.setPeriodic(lookMillis, now -> lanes.values().forEach(lane -> lane.execute(lane::tick)));
    }

    /**
     * What an HTTP server must be set to for its clients to be served as here: no compression of frames (Vert.x would
     * compress each frame for each client), messages of at most 64 kB from a client.
     */
    public static HttpServerOptions serverOptions(String host, int port) {
        return new HttpServerOptions()
                .setHost(host)
                .setPort(port)
                .setTcpNoDelay(true)
                .setIdleTimeout(IDLE_SECONDS)
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setRegisterWebSocketWriteHandlers(false)
                .setMaxWebSocketFrameSize(MOST_BYTES_FROM_A_CLIENT)
                .setMaxWebSocketMessageSize(MOST_BYTES_FROM_A_CLIENT)
                .setWebSocketClosingTimeout(2);
    }

    /**
     * Lets a client in or turns it away: 404 for another path, 403 for a page of another site, 401 for nobody, 503 when closing
     * or when it cannot be found out who it is. To be given to {@code HttpServer.webSocketHandshakeHandler}; runs on an event
     * loop.
     */
    public void handshake(ServerWebSocketHandshake handshake) {
        if (!PATH.equals(handshake.path())) {
            var unused = handshake.reject(404);
        } else if (closed) {
            var unused = handshake.reject(503);
        } else {
            // not webSocketHandler: what that hands over is the handshake, which has no channel to write to
            var unused = audience.viewer(handshake)
                    .onFailure(failure -> {
                        var rejected = handshake.reject(failure instanceof TurnedAway known ? known.status() : 503);
                    })
                    .onSuccess(viewer -> {
                        var accepted = handshake
                                .accept()
                                .onSuccess(socket -> open(socket, viewer))
                                .onFailure(gone -> viewer.leave());
                    });
        }
    }

    /** Closes the sockets of somebody who is gone, with {@value ClientMessage#WHO_ARE_YOU}; who still may comes again. */
    public void onGone(Gone.Note note) {
        lanes.values()
                .forEach(lane -> lane.execute(() -> lane.sockets().stream()
                        .filter(socket -> socket.isMeant(note))
                        .forEach(BoardSocket::askWho)));
    }

    /** Takes a committed batch; its way to the sockets is timed from now. */
    public void onBatch(RowBatch batch) {
        onBatch(batch, nanoClock.getAsLong());
    }

    /**
     * Takes a committed batch. One that was taken before, or is older, changes nothing; a gap makes this member ask its
     * source for the hospital's streams again.
     *
     * @param bornNanos when the first event of the batch came in, by this member's nano clock
     */
    public void onBatch(RowBatch batch, long bornNanos) {
        streamsOf(batch.hospital()).onBatch(batch, bornNanos);
    }

    /**
     * Takes a hospital's beat.
     *
     * @param json a whole {@code beat} frame, UTF-8
     */
    public void onBeat(String hospital, byte[] json) {
        streamsOf(hospital).onBeat(json);
    }

    /** Bytes that frames hold just now, shared ones counted once. */
    public long bytesHeld() {
        return allocator.metric().usedDirectMemory();
    }

    /** Asks all clients to come back later, and lets none in. Done when they have been asked. */
    public Future<Void> close() {
        closed = true;
        var unused = vertx.cancelTimer(timer);
        return Future.all(lanes.values().stream().map(this::empty).toList()).mapEmpty();
    }

    private Future<Void> empty(SocketLane lane) {
        return Future.future(done -> lane.execute(() -> {
            for (BoardSocket socket : lane.sockets()) {
                socket.close(ClientMessage.TRY_AGAIN_LATER, "the server is going down");
            }
            done.complete();
        }));
    }

    private void open(ServerWebSocket socket, Viewer viewer) {
        EventLoop loop = ((ContextInternal) vertx.getOrCreateContext()).nettyEventLoop();
        SocketLane lane = lanes.computeIfAbsent(loop, l -> new SocketLane(l, nanoClock, counters));
        BoardSocket client = new BoardSocket(socket, viewer, lane, gateway);
        lane.enter(client);
        var text = socket.textMessageHandler(client::onText);
        var binary = socket.binaryMessageHandler(message -> client.close(ClientMessage.NOT_TEXT, "not text"));
        var pong = socket.pongHandler(answer -> client.onPong());
        var end = socket.closeHandler(gone -> client.onClosed());
        var tooLarge = socket.exceptionHandler(e -> {
            if (e instanceof IllegalStateException) {
                client.close(ClientMessage.TOO_LARGE, TOO_LARGE);
            }
        });
        if (socket instanceof WebSocketInternal internal) {
            ChannelHandlerContext channel = internal.channelHandlerContext();
            channel.pipeline()
                    .addBefore(
                            channel.name(),
                            "oversize",
                            new OversizeGuard(code -> client.close(
                                    (short) code, code == ClientMessage.TOO_LARGE ? TOO_LARGE : "not a frame")));
        }
    }

    private HospitalStreams streamsOf(String hospital) {
        return hospitals.computeIfAbsent(hospital, id -> new HospitalStreams(id, source, frames, context));
    }
}
