package flyt.hl7;

import flyt.hl7.MllpTrouble.Kind;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A connection to a port that takes HL7 v2: sends messages and finds the answer to each by its MSA-2, be they sent one after the
 * other or several at a time. What puts an answer in doubt closes it: then all that was not answered fails. Used on one context.
 */
public final class MllpLine {
    private static final byte[] START = {0x0b};
    private static final byte[] END = {0x1c, '\r'};
    private static final int ANSWER_MAX = 1024 * 1024;

    private final Vertx vertx;
    private final NetSocket socket;
    private final Duration patience;
    private final Map<String, Promise<Acknowledgement>> asked = new LinkedHashMap<>();
    private boolean closed;

    private MllpLine(Vertx vertx, NetSocket socket, Duration patience) {
        this.vertx = vertx;
        this.socket = socket;
        this.patience = patience;
    }

    /**
     * Connects.
     *
     * @param patience how long an answer may take
     * @return fails with {@link MllpTrouble}
     */
    public static Future<MllpLine> open(Vertx vertx, NetClient client, SocketAddress to, Duration patience) {
        return client.connect(to)
                .map(socket -> new MllpLine(vertx, socket, patience).listening())
                .recover(failure -> Future.failedFuture(new MllpTrouble(Kind.NOT_CONNECTED)));
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

    /**
     * Sends a message.
     *
     * @param id its MSH-10, which no other that waits for its answer may have
     * @return what was answered to it; fails with {@link MllpTrouble}, and then the line is closed
     */
    public Future<Acknowledgement> ask(byte[] message, String id) {
        Promise<Acknowledgement> answer = Promise.promise();
        if (closed || asked.putIfAbsent(id, answer) != null) {
            return Future.failedFuture(new MllpTrouble(closed ? Kind.CONNECTION_LOST : Kind.ANSWER_TO_ANOTHER));
        }
        long timer = vertx.setTimer(patience.toMillis(), late -> fail(Kind.NOT_ANSWERED));
        var written = socket.write(framed(message));
        return answer.future().onComplete(done -> {
            boolean unused = vertx.cancelTimer(timer);
        });
    }

    /** Hangs up. */
    public void close() {
        fail(Kind.CONNECTION_LOST);
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
        var unused = socket.close();
        List<Promise<Acknowledgement>> left = List.copyOf(asked.values());
        asked.clear();
        left.forEach(one -> one.fail(new MllpTrouble(kind)));
    }
}
