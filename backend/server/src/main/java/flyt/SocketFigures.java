package flyt;

import flyt.ops.Metrics;
import flyt.push.PushCounters;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** What the WebSocket gateway counts, among the figures that Prometheus reads. */
final class SocketFigures implements PushCounters {
    private final Metrics metrics;
    private final AtomicInteger clients = new AtomicInteger();

    SocketFigures(Metrics metrics) {
        this.metrics = metrics;
        metrics.clients(clients::get);
    }

    @Override
    public void clients(int change) {
        int unused = clients.addAndGet(change);
    }

    @Override
    public void frames(int written, long bytes) {
        metrics.frames(written, bytes);
    }

    @Override
    public void caughtUp() {
        metrics.clientCaughtUp();
    }

    @Override
    public void closed(int code) {
        metrics.clientClosed(code);
    }

    @Override
    public void eventToSocket(long nanos) {
        metrics.pushed(Duration.ofNanos(nanos));
    }
}
