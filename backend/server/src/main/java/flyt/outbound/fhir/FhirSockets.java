package flyt.outbound.fhir;

import flyt.fhir.Subscribed;
import flyt.outbound.fhir.Hooks.Parts;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.ServerWebSocketHandshake;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The channel {@code websocket}: whoever binds a subscription by its token is told over this connection what has not been taken yet,
 * and what happens from then on. On any member: what there is to tell stands in the database.
 */
public final class FhirSockets {
    /** The last part of the address, behind the hospital's. */
    public static final String PATH = "/$subscriptions";

    private static final String BIND = "bind-with-token ";
    private static final long LOOK_MS = 250;
    private static final long PING_MS = 30_000;
    private static final long UNBOUND_MS = 30_000;
    private static final int SOCKETS_MAX = 500;
    private static final int BOUND_MAX = 50;
    private static final short POLICY = 1008;

    private final Vertx vertx;
    private final Parts parts;
    private final AtomicInteger sockets = new AtomicInteger();

    public FhirSockets(Vertx vertx, Parts parts) {
        this.vertx = vertx;
        this.parts = parts;
    }

    /** Whether an address is one of these. */
    public static boolean isOne(String path) {
        return path.startsWith("/fhir/") && path.endsWith(PATH);
    }

    /** Lets anybody in who may bind something within half a minute. */
    public void handshake(ServerWebSocketHandshake handshake) {
        if (sockets.get() >= SOCKETS_MAX) {
            var rejected = handshake.reject(503);
            return;
        }
        var accepted = handshake.accept().onSuccess(socket -> new Line(socket).open());
    }

    /** One connection, on its event loop. */
    private final class Line {
        private final ServerWebSocket socket;
        private final Map<String, Telling> bound = new ConcurrentHashMap<>();
        private final Map<String, String> hospitals = new ConcurrentHashMap<>();

        Line(ServerWebSocket socket) {
            this.socket = socket;
        }

        void open() {
            int unused = sockets.incrementAndGet();
            long looks = vertx.setPeriodic(LOOK_MS, tick -> bound.forEach(this::look));
            long pings = vertx.setPeriodic(PING_MS, tick -> {
                var sent = socket.writePing(Buffer.buffer("flyt"));
            });
            long unbound = vertx.setTimer(UNBOUND_MS, tick -> {
                if (bound.isEmpty()) {
                    var closed = socket.close(POLICY, "nothing was bound");
                }
            });
            var listening = socket.textMessageHandler(this::take).closeHandler(closed -> {
                int left = sockets.decrementAndGet();
                boolean stopped = vertx.cancelTimer(looks) | vertx.cancelTimer(pings) | vertx.cancelTimer(unbound);
                bound.clear();
            });
        }

        private void take(String text) {
            if (!text.startsWith(BIND) || bound.size() >= BOUND_MAX) {
                var closed = socket.close(POLICY, "bind-with-token and a token is all that is understood");
                return;
            }
            var unused = parts.subscriptions()
                    .boundBy(text.substring(BIND.length()).strip())
                    .onSuccess(found -> found.ifPresentOrElse(this::bind, () -> {
                        var closed = socket.close(POLICY, "the token is unknown or has run out");
                    }))
                    .onFailure(failure -> {
                        var closed = socket.close((short) 1013, "try again later");
                    });
        }

        private void bind(Subscribed one) {
            hospitals.put(one.id(), one.hospital());
            bound.put(one.id(), new Telling(parts, new Frames(), true));
        }

        private void look(String id, Telling telling) {
            var unused = parts.subscriptions()
                    .one(hospitals.getOrDefault(id, ""), id)
                    .onSuccess(found -> {
                        if (found.isEmpty() || found.get().status() == Subscribed.Status.OFF) {
                            bound.remove(id);
                        } else if (!socket.isClosed()) {
                            telling.look(found.get());
                        }
                    });
        }

        /** Whoever does not read is not written to. */
        private final class Frames implements Carrier {
            @Override
            public @Nullable String refusal(Subscribed one) {
                return null;
            }

            @Override
            public Future<Void> carry(Subscribed one, Buffer notification) {
                return socket.writeTextMessage(notification.toString());
            }
        }
    }
}
