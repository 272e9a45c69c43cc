package flyt.intake.hl7;

import flyt.hl7.Framing;
import flyt.journal.JournalAway;
import flyt.ops.Metrics;
import flyt.runtime.OwnerAway;
import flyt.runtime.TooBusy;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetSocket;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection: takes its frames one after the other, so that their order is kept, and answers each once what it said is on disk.
 * Lives on the connection's event loop.
 */
final class Conversation {
    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    /** Frames, and bytes in them, that may wait before nothing more is read from the socket. */
    private static final int WAITING_MAX = 16;

    private static final int WAITING_BYTES_MAX = 1024 * 1024;

    private static final int RETRY_MS = 250;
    private static final int TRIES = 80;
    private static final AtomicLong NUMBER = new AtomicLong();

    private final Vertx vertx;
    private final NetSocket socket;
    private final Supplier<MllpPort> inForce;
    private final MllpPort port;
    private final Hl7Intake intake;
    private final Metrics metrics;
    private final InstantSource clock;
    private final Runnable end;
    private final Context context;
    /** That of the event loop. What is asked of others is answered on theirs. */
    private final Thread thread = Thread.currentThread();

    private final Framing framing;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private long waitingBytes;
    private boolean busy;
    /** Whether answers lie that the other side does not read. */
    private boolean stuck;
    /** Since when, counted. */
    private int stuckTimes;
    /** By the other side. */
    private boolean gone;
    /** By us. Others look too. */
    private volatile boolean closed;

    /** {@code end}: called once, when it is over. */
    Conversation(
            Vertx vertx,
            NetSocket socket,
            Supplier<MllpPort> inForce,
            Hl7Intake intake,
            Metrics metrics,
            InstantSource clock,
            Runnable end) {
        this.vertx = vertx;
        this.socket = socket;
        this.inForce = inForce;
        this.port = inForce.get();
        this.intake = intake;
        this.metrics = metrics;
        this.clock = clock;
        this.end = end;
        this.context = vertx.getOrCreateContext();
        this.framing = new Framing(port.limits().mostBytes(), this::waits, this::fault);
    }

    void begin() {
        var ours = socket.handler(chunk -> {
                    framing.take(chunk.getBytes());
                    work();
                })
                // what came before is taken all the same: some senders do not wait for answers
                .closeHandler(over -> {
                    gone = true;
                    end.run();
                })
                .exceptionHandler(failure -> metrics.mllp("broken"))
                .drainHandler(room -> {
                    stuck = false;
                    work();
                });
    }

    private void waits(byte[] frame) {
        waiting.add(frame);
        waitingBytes += frame.length;
    }

    private boolean isFull() {
        return waiting.size() >= WAITING_MAX || waitingBytes >= WAITING_BYTES_MAX;
    }

    private void fault(Framing.Fault fault) {
        metrics.mllp(fault.name().toLowerCase(Locale.ROOT));
        if (fault == Framing.Fault.OVERSIZE) {
            LOG.info("An HL7 v2 connection to port {} was closed: a frame was larger than allowed", port.port());
            close();
        }
    }

    private void close() {
        closed = true;
        waiting.clear();
        var unused = socket.close();
    }

    /** The next frame, when the last one is answered and the socket takes answers. */
    private void work() {
        assert Thread.currentThread() == thread : "not on the connection's event loop";
        boolean full = !gone && socket.writeQueueFull();
        if (!gone && (isFull() || full)) {
            var paused = socket.pause();
        }
        if (full && !stuck && !closed) {
            beStuck();
        }
        if (busy || closed || waiting.isEmpty() || full) {
            return;
        }
        busy = true;
        byte[] next = waiting.remove();
        waitingBytes -= next.length;
        var unused = answered(next).onComplete(answer -> context.runOnContext(back -> answer(answer)));
    }

    /** Nothing more is read from who does not read our answers, and after a while the connection is closed. */
    private void beStuck() {
        stuck = true;
        int now = ++stuckTimes;
        long timer = vertx.setTimer(port.limits().patience().toMillis(), late -> {
            if (stuck && stuckTimes == now && !gone && !closed) {
                metrics.mllp("answers-not-read");
                LOG.info("An HL7 v2 connection to port {} was closed: its answers were not read", port.port());
                closed = true;
                waiting.clear();
                // not by the socket, which would wait until all that is written is read
                var unused =
                        ((NetSocketInternal) socket).channelHandlerContext().close();
            }
        });
    }

    private void answer(AsyncResult<Buffer> answer) {
        busy = false;
        if (answer.failed()) {
            // no answer: the sender keeps the message and sends it again
            metrics.mllp("not-taken");
            LOG.info(
                    "An HL7 v2 connection to port {} was closed, a message could not be taken now: {}",
                    port.port(),
                    answer.cause().getClass().getSimpleName());
            close();
            return;
        }
        if (!gone) {
            if (answer.result().length() > 0) {
                var written = socket.write(answer.result());
            }
            if (!isFull()) {
                var resumed = socket.resume();
            }
        }
        work();
    }

    /** Decoded and cut up. */
    private record Opened(Hl7Text text, Batch batch) {
        static Opened of(byte[] frame) {
            Msh said = Msh.of(firstSegment(frame));
            Hl7Text text = Hl7Text.of(frame, said == null ? "" : said.charset());
            return new Opened(text, Batch.of(text.text()));
        }
    }

    private Future<Buffer> answered(byte[] frame) {
        return (frame.length <= Hl7Intake.SMALL
                        ? Future.succeededFuture(frame).map(Opened::of)
                        : vertx.executeBlocking(() -> Opened.of(frame), false))
                .compose(opened -> answered(frame, opened));
    }

    private Future<Buffer> answered(byte[] frame, Opened opened) {
        Batch batch = opened.batch();
        List<String> answers = new ArrayList<>();
        Future<List<String>> all = Future.succeededFuture(answers);
        for (String message : batch.messages()) {
            byte[] bytes =
                    batch.isOne() ? frame : message.getBytes(opened.text().charset());
            all = all.compose(
                    before -> take(bytes, opened.text(), message, TRIES).map(taken -> {
                        answers.addAll(Ack.answers(
                                taken.msh(),
                                taken.code(),
                                taken.because(),
                                taken.always(),
                                clock.instant(),
                                NUMBER.incrementAndGet()));
                        return answers;
                    }));
        }
        return all.map(ready -> framed(batch, ready, opened.text().charset()));
    }

    /** Waits for the hospital's writer and the database, as long as a sender usually waits. */
    private Future<Hl7Intake.Taken> take(byte[] bytes, Hl7Text text, String message, int tries) {
        return Future.succeededFuture(inForce.get())
                .compose(ports -> intake.take(ports, bytes, text, message))
                .recover(failure -> {
                    boolean away = failure instanceof OwnerAway
                            || failure instanceof JournalAway
                            || failure instanceof TooBusy;
                    if (!away) {
                        LOG.warn(
                                "A message of HL7 v2 could not be taken: {}",
                                failure.getClass().getSimpleName());
                        return Future.succeededFuture(
                                new Hl7Intake.Taken(Msh.of(message), Ack.Code.AE, Ack.Because.NOT_KEPT, false));
                    } else if (tries == 0 || closed) {
                        return Future.failedFuture(failure);
                    }
                    return vertx.timer(RETRY_MS, TimeUnit.MILLISECONDS)
                            .compose(waited -> take(bytes, text, message, tries - 1));
                });
    }

    /** In one buffer, and so in one write. */
    private static Buffer framed(Batch batch, List<String> answers, Charset charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String answer : batch.answered(answers)) {
            bytes.write(0x0b);
            bytes.writeBytes(answer.getBytes(charset));
            bytes.write(0x1c);
            bytes.write('\r');
        }
        return Buffer.buffer(bytes.toByteArray());
    }

    /** The header, read for what it says of the characters; in a batch that of its first message. */
    private static String firstSegment(byte[] frame) {
        String all = new String(frame, 0, Math.min(frame.length, 4_096), StandardCharsets.ISO_8859_1);
        int msh = all.startsWith("MSH") ? 0 : all.indexOf("\rMSH") + 1;
        String from = all.substring(msh).stripLeading();
        int bom = from.indexOf("MSH");
        return (bom > 0 && bom <= 3 ? from.substring(bom) : from).replace('\n', '\r');
    }
}
