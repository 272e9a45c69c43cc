package flyt;

import flyt.intake.http.HttpDoor;
import flyt.push.BoardSockets;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One listener of the HTTP port, on one event loop; as many as there are cores share the port. Closed with its deployment. */
final class Listener extends VerticleBase {
    /** What is behind the door. {@code port} 0: a free one. */
    record Parts(HttpDoor door, BoardSockets sockets, String host, int port) {}

    /** To Vert.x: a free port, the same one for all instances of a deployment. */
    private static final int SHARED_FREE_PORT = -1;

    private final Parts parts;
    private final AtomicInteger boundPort;
    private @Nullable HttpServer server;

    private Listener(Parts parts, AtomicInteger boundPort) {
        this.parts = parts;
        this.boundPort = boundPort;
    }

    /** Opens the port; the number it got. */
    static Future<Integer> open(Vertx vertx, Parts parts) {
        AtomicInteger boundPort = new AtomicInteger();
        return vertx.deployVerticle(
                        () -> new Listener(parts, boundPort),
                        new DeploymentOptions()
                                .setInstances(Runtime.getRuntime().availableProcessors()))
                .map(all -> boundPort.get());
    }

    @Override
    public Future<?> start() {
        Router router = Router.router(vertx);
        parts.door().mount(router);
        server = vertx.createHttpServer(
                        BoardSockets.serverOptions(parts.host(), parts.port() == 0 ? SHARED_FREE_PORT : parts.port()))
                .webSocketHandshakeHandler(parts.sockets()::handshake)
                .requestHandler(router);
        return server.listen().onSuccess(listening -> boundPort.set(listening.actualPort()));
    }
}
