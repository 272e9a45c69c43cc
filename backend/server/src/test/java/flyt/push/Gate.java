package flyt.push;

import flyt.access.Gone;
import flyt.board.Stream;
import flyt.domain.place.WardId;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A gateway behind a real server on loopback, and screens that connect to it. */
final class Gate implements AutoCloseable {
    static final PushSettings PATIENT =
            new PushSettings(Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofSeconds(10), true);
    static final int SMALL_BUFFER = 32 * 1024;

    /** Counts for tests. */
    static final class Counts implements PushCounters {
        final AtomicInteger clients = new AtomicInteger();
        final AtomicInteger frames = new AtomicInteger();
        final AtomicInteger caughtUp = new AtomicInteger();
        final AtomicInteger lastClosed = new AtomicInteger();
        final AtomicInteger timed = new AtomicInteger();
        final AtomicLong shortestNanos = new AtomicLong(Long.MAX_VALUE);

        @Override
        public void clients(int change) {
            clients.addAndGet(change);
        }

        @Override
        public void frames(int written, long bytes) {
            frames.addAndGet(written);
        }

        @Override
        public void caughtUp() {
            caughtUp.incrementAndGet();
        }

        @Override
        public void closed(int code) {
            lastClosed.set(code);
        }

        @Override
        public void eventToSocket(long nanos) {
            timed.incrementAndGet();
            shortestNanos.accumulateAndGet(nanos, Math::min);
        }
    }

    /** Who may see everything, for tests that are about something else. */
    static class Anybody implements Viewer {
        @Override
        public Optional<Refusal> refusal(Stream stream) {
            return Optional.empty();
        }

        @Override
        public Future<Runnable> watch(Stream stream) {
            return Future.succeededFuture(() -> {});
        }

        @Override
        public Optional<Refusal> refusalOfPast(Stream stream) {
            return Optional.empty();
        }

        @Override
        public @Nullable WardId treats(Stream stream) {
            return null;
        }

        @Override
        public Future<Runnable> lookBack(Stream stream, @Nullable String reason) {
            return Future.succeededFuture(() -> {});
        }

        @Override
        public Future<Boolean> look() {
            return Future.succeededFuture(true);
        }

        @Override
        public boolean isMeant(Gone.Note note) {
            return false;
        }

        @Override
        public void leave() {}
    }

    final Vertx vertx;
    final BoardSockets sockets;
    final Counts counts = new Counts();
    private final HttpServer server;

    /** A client that nobody holds is closed by the garbage collector. */
    private final List<WebSocketClient> held = new ArrayList<>();

    Gate(StreamSource source, PushSettings settings) {
        this(Vertx.vertx(new VertxOptions().setPreferNativeTransport(true)), source, settings);
    }

    Gate(Vertx vertx, StreamSource source, PushSettings settings) {
        this(vertx, handshake -> Future.succeededFuture(new Anybody()), source, settings);
    }

    Gate(Vertx vertx, Audience audience, StreamSource source, PushSettings settings) {
        this.vertx = vertx;
        sockets = new BoardSockets(vertx, audience, source, settings, counts, System::nanoTime);
        HttpServerOptions options = BoardSockets.serverOptions("127.0.0.1", 0);
        options = options.setSendBufferSize(SMALL_BUFFER);
        server = within(vertx.createHttpServer(options)
                .webSocketHandshakeHandler(sockets::handshake)
                .listen());
    }

    int port() {
        return server.actualPort();
    }

    /** A screen that has connected; each one sits on an event loop of its own choosing. */
    Screen screen() {
        return screen(new WebSocketClientOptions(), new WebSocketConnectOptions());
    }

    Screen screen(WebSocketClientOptions client, WebSocketConnectOptions connect) {
        client = client.setMaxFrameSize(16 << 20).setMaxMessageSize(16 << 20).setReceiveBufferSize(SMALL_BUFFER);
        connect = connect.setHost("127.0.0.1").setPort(port()).setURI(BoardSockets.PATH);
        WebSocketClient made = vertx.createWebSocketClient(client);
        held.add(made);
        Screen screen = new Screen(made.webSocket());
        within(screen.connect(connect));
        return screen;
    }

    static <T> T within(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    @Override
    public void close() {
        within(sockets.close());
        within(vertx.close());
    }
}
