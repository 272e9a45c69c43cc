package flyt;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client of the WebSocket that keeps every character it is sent. */
final class Onlooker implements WebSocket.Listener {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** The code that the server closed with, and when by {@link System#nanoTime()}. */
    record Closed(int code, long nanos) {}

    private final BlockingQueue<JsonObject> frames = new LinkedBlockingQueue<>();
    private final StringBuilder all = new StringBuilder();
    private final StringBuilder frame = new StringBuilder();
    private final CompletableFuture<Closed> closed = new CompletableFuture<>();
    private WebSocket socket;

    private Onlooker() {}

    /** Connects as one of our pages, or a system, does. */
    static Onlooker of(DemoHouse house, Caller caller) {
        return with(house, caller, Map.of("Sec-Fetch-Site", "same-origin"));
    }

    /**
     * Connects.
     *
     * @throws java.util.concurrent.CompletionException of a {@link java.net.http.WebSocketHandshakeException} when it is turned away
     */
    static Onlooker with(DemoHouse house, Caller caller, Map<String, String> headers) {
        WebSocket.Builder builder = CLIENT.newWebSocketBuilder();
        for (var header : headers.entrySet()) {
            builder = builder.header(header.getKey(), header.getValue());
        }
        if (!caller.header().isEmpty()) {
            builder = builder.header(caller.header(), caller.credential());
        }
        Onlooker onlooker = new Onlooker();
        URI address = URI.create(house.server.url().replaceFirst("http", "ws") + "/ws");
        onlooker.socket = builder.buildAsync(address, onlooker)
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
        return onlooker;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        frame.append(text);
        if (last) {
            synchronized (all) {
                all.append(frame).append('\n');
            }
            boolean kept = frames.add(new JsonObject(frame.toString()));
            frame.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        boolean first = closed.complete(new Closed(code, System.nanoTime()));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        boolean first = closed.completeExceptionally(failure);
    }

    Onlooker subscribe(Asked asked) {
        return say(new JsonObject()
                .put("type", "subscribe")
                .put("hospital", asked.spot().hospital())
                .put("view", asked.wire())
                .put("scope", asked.scope())
                .put("level", asked.level()));
    }

    Onlooker unsubscribe(Asked asked) {
        return say(new JsonObject().put("type", "unsubscribe").put("stream", asked.stream()));
    }

    Onlooker say(JsonObject message) {
        WebSocket sent = socket.sendText(message.encode(), true)
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
        return this;
    }

    /** The answer to a subscription: the next frame of this stream that is a snapshot, or why it is refused. */
    JsonObject answer(String stream) throws InterruptedException {
        while (true) {
            JsonObject next = frames.poll(60, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("no answer about " + stream);
            } else if (stream.equals(next.getString("stream"))
                    && !next.getString("type").equals("rows")) {
                return next;
            }
        }
    }

    /** Waits for the hospital's beat that comes after this event; who watches nothing of it gets none. */
    void beat(String hospital, long seq) throws InterruptedException {
        boolean here = false;
        while (!here) {
            JsonObject next = frames.poll(60, TimeUnit.SECONDS);
            here = next != null && hospital.equals(next.getString("hospital")) && next.getLong("seq") >= seq;
            if (next == null) {
                throw new AssertionError("no beat of " + hospital);
            }
        }
    }

    /** Everything that came, as it came. */
    String heard() {
        synchronized (all) {
            return all.toString();
        }
    }

    /** How the server closed it; waits for that. */
    Closed closed() {
        return closed.orTimeout(60, TimeUnit.SECONDS).join();
    }

    boolean isOpen() {
        return !closed.isDone();
    }

    /** Goes away without a word. */
    void leave() {
        socket.abort();
    }
}
