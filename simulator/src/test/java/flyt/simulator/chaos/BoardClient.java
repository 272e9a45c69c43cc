package flyt.simulator.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flyt.simulator.traffic.Pass;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A screen that writes down every frame it gets. */
final class BoardClient implements WebSocket.Listener, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();
    private volatile int closeCode;
    private WebSocket socket;

    static BoardClient at(Pass pass) throws IOException {
        BoardClient client = new BoardClient();
        client.socket = CLIENT.newWebSocketBuilder()
                .header("Authorization", pass.awaitHeader())
                .buildAsync(URI.create(pass.url().replace("http:", "ws:") + "/ws"), client)
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
        return client;
    }

    BoardClient subscribe(String view) {
        return say("{\"type\":\"subscribe\",\"hospital\":\"" + Stories.HOSPITAL + "\",\"view\":\"" + view
                + "\",\"scope\":\"-\"}");
    }

    BoardClient say(String text) {
        var unused = socket.sendText(text, true).orTimeout(60, TimeUnit.SECONDS).join();
        return this;
    }

    /** The next frame that is such a one; those before it are gone. */
    JsonNode await(String what, Predicate<JsonNode> wanted, long seconds) throws InterruptedException {
        List<String> others = new ArrayList<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end) {
            String text = frames.poll(100, TimeUnit.MILLISECONDS);
            if (text != null) {
                JsonNode frame = read(text);
                if (wanted.test(frame)) {
                    return frame;
                }
                others.add(text.substring(0, Math.min(200, text.length())));
            }
        }
        throw new AssertionError(
                "No " + what + " within " + seconds + " s; close code " + closeCode + ", but " + others);
    }

    JsonNode awaitType(String type) throws InterruptedException {
        return await(type, frame -> frame.path("type").asText().equals(type), 60);
    }

    JsonNode awaitBeat(String journal, long seconds) throws InterruptedException {
        return await(
                "beat that says " + journal,
                frame -> frame.path("type").asText().equals("beat")
                        && frame.path("journal").asText().equals(journal),
                seconds);
    }

    boolean isOpen() {
        return closeCode == 0 && !socket.isInputClosed();
    }

    /** Waits for the server to close; its code, 1006 when it only hung up. */
    int awaitClosed() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (closeCode == 0 && System.nanoTime() < end) {
            String unused = frames.poll(20, TimeUnit.MILLISECONDS);
        }
        return closeCode;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        part.append(text);
        if (last) {
            frames.add(part.toString());
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closeCode = code;
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closeCode = 1006;
    }

    @Override
    public void close() {
        socket.abort();
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + text, e);
        }
    }
}
