package flyt.push;

import flyt.board.Stream;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client that keeps all it hears, and folds it as the pages do. */
final class Screen {
    /** A stream as the screen shows it. */
    static final class Board {
        final Map<String, JsonObject> rows = new TreeMap<>();
        long seq = -1;
        int snapshots;
        int frames;
    }

    final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    final CompletableFuture<Short> closed = new CompletableFuture<>();
    final Map<String, Board> boards = new TreeMap<>();
    private final ClientWebSocket socket;

    Screen(ClientWebSocket socket) {
        this.socket = socket;
    }

    Future<Void> connect(WebSocketConnectOptions options) {
        var handler =
                socket.textMessageHandler(heard::add).closeHandler(gone -> closed.complete(socket.closeStatusCode()));
        return socket.connect(options).mapEmpty();
    }

    String answerHeader(String name) {
        return String.valueOf(socket.headers().get(name));
    }

    Screen subscribe(Stream stream) {
        return say(new JsonObject()
                .put("type", "subscribe")
                .put("hospital", stream.hospital())
                .put("view", stream.view().startsWith("ward.") ? "ward" : stream.view())
                .put("scope", stream.scope())
                .put("level", 3)
                .encode());
    }

    Screen unsubscribe(Stream stream) {
        return say(new JsonObject()
                .put("type", "unsubscribe")
                .put("stream", stream.name())
                .encode());
    }

    Screen say(String text) {
        var sent = socket.writeTextMessage(text);
        return this;
    }

    Screen sayBytes(Buffer bytes) {
        var sent = socket.writeBinaryMessage(bytes);
        return this;
    }

    void stopReading() {
        var unused = socket.pause();
    }

    void readOn() {
        var unused = socket.resume();
    }

    void leave() {
        Gate.within(socket.close());
    }

    /** The next frame, folded. */
    JsonObject next() throws InterruptedException {
        String text = heard.poll(60, TimeUnit.SECONDS);
        JsonObject frame = new JsonObject(String.valueOf(text));
        fold(frame);
        return frame;
    }

    /** The next frame of this type; others are folded on the way. */
    JsonObject next(String type) throws InterruptedException {
        JsonObject frame = next();
        while (!frame.getString("type").equals(type)) {
            frame = next();
        }
        return frame;
    }

    /** Folds up to and with the next frame of this type. */
    void skipTo(String type) throws InterruptedException {
        var unused = next(type);
    }

    /** Folds until the board shows the stream as of this number. */
    Board until(Stream stream, long seq) throws InterruptedException {
        Board board = board(stream.name());
        while (board.seq < seq) {
            var unused = next();
        }
        return board;
    }

    private Board board(String stream) {
        return boards.computeIfAbsent(stream, name -> new Board());
    }

    private void fold(JsonObject frame) {
        switch (frame.getString("type")) {
            case "snapshot" -> {
                Board board = board(frame.getString("stream"));
                board.rows.clear();
                put(board, frame.getJsonArray("rows"));
                board.seq = frame.getLong("seq");
                board.snapshots++;
            }
            case "rows" -> {
                Board board = board(frame.getString("stream"));
                if (frame.getLong("prev") != board.seq) {
                    throw new AssertionError("the board is at " + board.seq + " and gets " + frame);
                }
                put(board, frame.getJsonArray("put"));
                frame.getJsonArray("drop").forEach(board.rows::remove);
                board.seq = frame.getLong("seq");
                board.frames++;
            }
            default -> {}
        }
    }

    private static void put(Board board, JsonArray rows) {
        for (int i = 0; i < rows.size(); i++) {
            JsonObject row = rows.getJsonObject(i);
            board.rows.put(row.getString("key"), row);
        }
    }
}
