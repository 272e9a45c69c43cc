package flyt.intake.hl7;

import flyt.access.client.Client;
import flyt.ops.Metrics;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One listener of a port for HL7 v2 over MLLP, on one event loop; several may share it. Closed with its deployment. */
public final class MllpServer extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(MllpServer.class);

    private final Supplier<MllpPort> inForce;
    private final MllpPort port;
    private final Hl7Intake intake;
    private final Metrics metrics;
    private final InstantSource clock;
    private final AtomicInteger boundPort;
    private final AtomicInteger connections;
    private @Nullable NetServer server;

    private MllpServer(
            Supplier<MllpPort> inForce,
            Hl7Intake intake,
            Metrics metrics,
            InstantSource clock,
            AtomicInteger boundPort,
            AtomicInteger connections) {
        this.inForce = inForce;
        this.port = inForce.get();
        this.intake = intake;
        this.metrics = metrics;
        this.clock = clock;
        this.boundPort = boundPort;
        this.connections = connections;
    }

    /** Opens these ports in their order; the numbers they got. Loads the library that reads messages. */
    public static Future<List<Integer>> open(
            Vertx vertx, PortsInForce ports, Hl7Intake intake, Metrics metrics, InstantSource clock) {
        return vertx.executeBlocking(() -> {
                    Hl7Message.warmUp();
                    return ports.ports().size();
                })
                .compose(size -> Future.all(IntStream.range(0, size)
                                .mapToObj(number -> open(vertx, () -> ports.port(number), intake, metrics, clock))
                                .toList())
                        .map(opened -> opened.<Integer>list()));
    }

    private static Future<Integer> open(
            Vertx vertx, Supplier<MllpPort> inForce, Hl7Intake intake, Metrics metrics, InstantSource clock) {
        MllpPort port = inForce.get();
        AtomicInteger boundPort = new AtomicInteger();
        AtomicInteger connections = new AtomicInteger();
        return vertx.deployVerticle(
                        () -> new MllpServer(inForce, intake, metrics, clock, boundPort, connections),
                        new DeploymentOptions().setInstances(instances(port)))
                .map(all -> {
                    LOG.info("HL7 v2 is taken on {}:{}", port.host(), boundPort.get());
                    return boundPort.get();
                });
    }

    /**
     * As many as there are cores, but one where they cannot share: a free port is another for each, and of those that share a port
     * Vert.x 5.0 gives the certificates to the first alone.
     */
    private static int instances(MllpPort port) {
        return port.tls() == null && port.port() != 0 ? Runtime.getRuntime().availableProcessors() : 1;
    }

    @Override
    public Future<?> start() {
        server = vertx.createNetServer(options()).connectHandler(this::connected);
        return server.listen().onSuccess(listening -> boundPort.set(listening.actualPort()));
    }

    private void connected(NetSocket socket) {
        String address =
                socket.remoteAddress() == null ? "" : socket.remoteAddress().hostAddress();
        List<String> allowed = port.addresses();
        if (allowed != null && !Client.comesFrom(allowed, address == null ? "" : address)) {
            metrics.mllp("not-from-there");
            var unused = socket.close();
            return;
        }
        if (connections.incrementAndGet() > port.limits().mostConnections()) {
            metrics.mllp("too-many-connections");
            connections.decrementAndGet();
            var unused = socket.close();
            return;
        }
        metrics.mllpConnections(1);
        new Conversation(vertx, socket, inForce, intake, metrics, clock, () -> {
                    connections.decrementAndGet();
                    metrics.mllpConnections(-1);
                })
                .begin();
    }

    private NetServerOptions options() {
        NetServerOptions options = new NetServerOptions()
                .setHost(port.host())
                .setPort(port.port())
                .setTcpKeepAlive(true)
                .setIdleTimeout((int) port.limits().idle().toSeconds());
        MllpPort.Tls tls = port.tls();
        if (tls == null) {
            return options;
        }
        NetServerOptions closed = options.setSsl(true)
                .setEnabledSecureTransportProtocols(Set.of("TLSv1.3", "TLSv1.2"))
                .setKeyCertOptions(new PemKeyCertOptions()
                        .setCertPath(tls.certificate().toString())
                        .setKeyPath(tls.key().toString()));
        return tls.clients() == null
                ? closed
                : closed.setClientAuth(ClientAuth.REQUIRED)
                        .setTrustOptions(
                                new PemTrustOptions().addCertPath(tls.clients().toString()));
    }
}
