package flyt;

import flyt.access.log.LogCounters;
import flyt.access.screen.ScreenCounters;
import flyt.ops.Metrics;

/** What access control counts, among the figures that Prometheus reads. */
final class AccessFigures implements LogCounters, ScreenCounters {
    private final Metrics metrics;

    AccessFigures(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void notKept() {
        metrics.accessLog("not-kept");
    }

    @Override
    public void notShown() {
        metrics.accessLog("not-shown");
    }

    @Override
    public void glassBroken() {
        metrics.glassBroken();
    }

    @Override
    public void wrongCode() {
        metrics.turnedAway("wrong-code");
    }

    @Override
    public void stolen() {
        metrics.turnedAway("stolen-screen");
    }
}
