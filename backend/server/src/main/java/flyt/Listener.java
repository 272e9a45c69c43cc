package flyt;

import flyt.intake.http.HttpDoor;
import flyt.outbound.fhir.FhirSockets;
import flyt.push.BoardSockets;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.ext.web.Router;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One listener of the HTTP port, on one event loop; as many as there are cores share the port. Closed with its deployment. */
final class Listener extends VerticleBase {
    /** What is behind the door. {@code port} 0: a free one; {@code certificate} and {@code key} null: no TLS here. */
    record Parts(
            HttpDoor door,
            BoardSockets sockets,
            FhirSockets fhir,
            String host,
            int port,
            @Nullable Path certificate,
            @Nullable Path key) {}

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
        server = vertx.createHttpServer(options())
                .webSocketHandshakeHandler(handshake -> {
                    if (FhirSockets.isOne(handshake.path())) {
                        parts.fhir().handshake(handshake);
                    } else {
                        parts.sockets().handshake(handshake);
                    }
                })
                .invalidRequestHandler(parts.door()::unreadable)
                .requestHandler(router);
        return server.listen().onSuccess(listening -> boundPort.set(listening.actualPort()));
    }

    private HttpServerOptions options() {
        HttpServerOptions options =
                BoardSockets.serverOptions(parts.host(), parts.port() == 0 ? SHARED_FREE_PORT : parts.port());
        Path certificate = parts.certificate();
        Path key = parts.key();
        return certificate == null || key == null
                ? options
                : options.setSsl(true)
                        .setUseAlpn(false)
                        .setEnabledSecureTransportProtocols(Set.of("TLSv1.3", "TLSv1.2"))
                        .setKeyCertOptions(new PemKeyCertOptions()
                                .setCertPath(certificate.toString())
                                .setKeyPath(key.toString()));
    }
}
