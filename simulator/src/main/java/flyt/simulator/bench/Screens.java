package flyt.simulator.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The screens of one side: several sockets to a ward, each frame kept with the moment it came.
 * Owned by one event loop while it runs, read when all is quiet.
 */
final class Screens {

    /** A frame as it came; {@code nanos} by {@link System#nanoTime}. */
    record Received(long nanos, String text) {}

    /** One socket and all it was sent. */
    static final class Screen {
        private final String ward;
        private final List<Received> received = new ArrayList<>();

        Screen(String ward) {
            this.ward = ward;
        }

        String ward() {
            return ward;
        }

        /** In order of arrival. */
        List<Received> received() {
            return received;
        }
    }

    private final Side side;
    private final WebSocketClient client;
    private final Map<String, List<Screen>> byWard = new TreeMap<>();
    private String extensions = "none";

    Screens(Vertx vertx, Side side) {
        this.side = side;
        // offered as a browser would, so that what the server chooses is seen
        this.client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setTryUsePerMessageCompression(true)
                .setMaxConnections(10_000)
                .setMaxFrameSize(16 << 20)
                .setMaxMessageSize(16 << 20));
    }

    /** Connects this many sockets to each ward's board. Asks for the header first, and waits for it. */
    Future<Void> open(List<String> wards, int each) {
        String authorization = MainThread.await(Future.fromCompletionStage(side.authorization()));
        List<Future<WebSocket>> opened = new ArrayList<>();
        for (String ward : wards) {
            List<Screen> screens = new ArrayList<>();
            for (int i = 0; i < each; i++) {
                Screen screen = new Screen(ward);
                screens.add(screen);
                opened.add(open(screen, authorization));
            }
            byWard.put(ward, screens);
        }
        return Future.all(opened).mapEmpty();
    }

    private Future<WebSocket> open(Screen screen, String authorization) {
        WebSocketConnectOptions options = new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(side.port())
                .setURI(side.socketPath())
                .putHeader("authorization", authorization);
        return client.connect(options).compose(socket -> {
            String negotiated = socket.headers().get("Sec-WebSocket-Extensions");
            if (negotiated != null) {
                extensions = negotiated;
            }
            var unused = socket.textMessageHandler(text -> screen.received.add(new Received(System.nanoTime(), text)));
            return socket.writeTextMessage(side.subscription(screen.ward)).map(socket);
        });
    }

    /** WebSocket extensions that were agreed upon; {@code none} where the server took up none. */
    String extensions() {
        return extensions;
    }

    List<Screen> of(String ward) {
        return byWard.getOrDefault(ward, List.of());
    }

    Stream<Screen> all() {
        return byWard.values().stream().flatMap(List::stream);
    }

    Future<Void> close() {
        return client.close();
    }
}
