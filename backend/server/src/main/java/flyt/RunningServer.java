package flyt;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that runs: where it listens, and how to stop it. */
public final class RunningServer {
    private static final Logger LOG = LoggerFactory.getLogger(RunningServer.class);

    private final Deque<Supplier<Future<?>>> stops = new ArrayDeque<>();
    private String scheme = "http";
    private String host = "";
    private int port;
    private List<Integer> hl7Ports = List.of();

    RunningServer() {}

    /** The address it answers HTTP at: {@code http://127.0.0.1:8080}. */
    public String url() {
        return scheme + "://" + host + ":" + port;
    }

    public int port() {
        return port;
    }

    /** The ports on which it takes HL7 v2, in the order of its settings. */
    public List<Integer> hl7Ports() {
        return hl7Ports;
    }

    void takesHl7At(List<Integer> ports) {
        hl7Ports = List.copyOf(ports);
    }

    void listensAt(String newScheme, String newHost, int newPort) {
        scheme = newScheme;
        host = newHost;
        port = newPort;
    }

    /** What to do at the end; the last said is done first. */
    void atEnd(Supplier<Future<?>> stop) {
        stops.push(stop);
    }

    /** Stops in order: no new clients, pens down, grid left, database closed. Never fails. */
    public Future<Void> stop() {
        // of no context: the loops that could answer are among what is stopped
        Promise<Void> stopped = Promise.promise();
        stopNext(stopped);
        return stopped.future();
    }

    private void stopNext(Promise<Void> allStopped) {
        Supplier<Future<?>> next = stops.poll();
        if (next == null) {
            allStopped.complete();
            return;
        }
        Future<?> stopped;
        try {
            stopped = next.get();
        } catch (RuntimeException e) {
            stopped = Future.failedFuture(e);
        }
        var unused = stopped.onComplete(done -> {
            if (done.failed()) {
                LOG.warn(
                        "A part did not stop in good order: {}",
                        done.cause().getClass().getSimpleName());
            }
            stopNext(allStopped);
        });
    }
}
