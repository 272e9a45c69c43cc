package flyt.hl7;

import flyt.hl7.MllpTrouble.Kind;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A connection to a port that takes HL7 v2: sends messages and finds the answer to each by its MSA-2, be they sent one after the
 * other or several at a time. What puts an answer in doubt closes it: then all that was not answered fails. Usable from any thread;
 * it lives on the context of its connection, on which the answers come too.
 */
public final class MllpLine {
    private static final byte[] START = {0x0b};
    private static final byte[] END = {0x1c, '\r'};
    private static final int ANSWER_MAX = 1024 * 1024;

    private final Vertx vertx;
    /** For this line alone: Vert.x closes a client, and its connections with it, when nobody holds it any more. */
    private final NetClient client;

    private final Context context;
    private final NetSocket socket;
    private final Duration patience;
    private final Map<String, Promise<Acknowledgement>> asked = new LinkedHashMap<>();
    private boolean closed;

    private MllpLine(Vertx vertx, NetClient client, NetSocket socket, Duration patience) {
        this.vertx = vertx;
        this.client = client;
        this.context = vertx.getOrCreateContext();
        this.socket = socket;
        this.patience = patience;
    }

    /**
     * Connects.
     *
     * @param patience how long an answer may take
     * @return fails with {@link MllpTrouble}
     */
    public static Future<MllpLine> open(Vertx vertx, NetClientOptions options, SocketAddress to, Duration patience) {
        NetClient client = vertx.createNetClient(options);
        return client.connect(to)
                .map(socket -> new MllpLine(vertx, client, socket, patience).listening())
                .recover(failure ->
                        client.close().transform(closed -> Future.failedFuture(new MllpTrouble(Kind.NOT_CONNECTED))));
    }

    private MllpLine listening() {
        Framing framing = new Framing(ANSWER_MAX, this::answered, fault -> closeIf(fault == Framing.Fault.OVERSIZE));
        var ours = socket.handler(chunk -> framing.take(chunk.getBytes()))
                .exceptionHandler(failure -> fail(Kind.CONNECTION_LOST))
                .closeHandler(end -> fail(Kind.CONNECTION_LOST));
        return this;
    }

    /** A message between the bytes that frame it. */
    public static Buffer framed(byte[] message) {
        return Buffer.buffer(message.length + START.length + END.length)
                .appendBytes(START)
                .appendBytes(message)
                .appendBytes(END);
    }

    /** Sends a message as {@link #ask(List, String)} does, in one write. */
    public Future<Acknowledgement> ask(byte[] message, String id) {
        return ask(List.of(framed(message)), id);
    }

    /**
     * Sends a message.
     *
     * @param writes its frame as it is to go out, each when the one before is on its way
     * @param id its MSH-10, which no other that waits for its answer may have
     * @return what was answered to it; fails with {@link MllpTrouble}, and then the line is closed
     */
    public Future<Acknowledgement> ask(List<Buffer> writes, String id) {
        Promise<Acknowledgement> answer = Promise.promise();
        context.runOnContext(here -> ask(writes, id, answer));
        return answer.future();
    }

    private void ask(List<Buffer> writes, String id, Promise<Acknowledgement> answer) {
        if (closed || asked.putIfAbsent(id, answer) != null) {
            answer.fail(new MllpTrouble(closed ? Kind.CONNECTION_LOST : Kind.ANSWER_TO_ANOTHER));
            return;
        }
        long timer = vertx.setTimer(patience.toMillis(), late -> fail(Kind.NOT_ANSWERED));
        var written = write(writes);
        var unused = answer.future().onComplete(done -> {
            boolean cancelled = vertx.cancelTimer(timer);
        });
    }

    /** Says one thing more, whole or not, and hangs up without waiting for what is answered. */
    public Future<Void> leave(Buffer last) {
        return socket.write(last).onComplete(said -> close());
    }

    private Future<Void> write(List<Buffer> writes) {
        Future<Void> written = Future.succeededFuture();
        for (Buffer one : writes) {
            written = written.compose(before -> closed ? Future.succeededFuture() : socket.write(one));
        }
        return written;
    }

    /** Hangs up. */
    public void close() {
        context.runOnContext(here -> fail(Kind.CONNECTION_LOST));
    }

    private void answered(byte[] frame) {
        Acknowledgement said = Acknowledgement.read(frame);
        Promise<Acknowledgement> answer = said == null ? null : asked.remove(said.message());
        if (said == null || answer == null) {
            fail(Kind.ANSWER_TO_ANOTHER);
        } else {
            answer.complete(said);
        }
    }

    private void closeIf(boolean hopeless) {
        if (hopeless) {
            fail(Kind.ANSWER_TO_ANOTHER);
        }
    }

    private void fail(Kind kind) {
        if (closed) {
            return;
        }
        closed = true;
        var unused = socket.close().eventually(client::close);
        List<Promise<Acknowledgement>> left = List.copyOf(asked.values());
        asked.clear();
        left.forEach(one -> one.fail(new MllpTrouble(kind)));
    }
}
