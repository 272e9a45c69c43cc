package flyt.simulator.bench;

import flyt.simulator.bench.OpenLoop.Sent;
import flyt.simulator.bench.Screens.Received;
import flyt.simulator.bench.Screens.Screen;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * From the moment a report was meant to be posted to the moment the last screen concerned had its
 * frame, in nanoseconds.
 *
 * @param lag how much later than meant the reports left: the client's own part, in both sides
 *     the same
 * @param missing reports whose frame some screen has not got; anything but 0 makes the run void
 */
record Latencies(Histogram way, Histogram lag, long missing) {

    /**
     * What the frames say that each screen received; {@code seq} of a frame is the first one in
     * its text.
     */
    static Latencies of(List<Sent> reports, Screens screens) {
        Map<Screen, Frames> frames = new HashMap<>();
        screens.all().forEach(screen -> frames.put(screen, Frames.of(screen)));
        Histogram way = histogram();
        Histogram lag = histogram();
        long missing = 0;
        for (Sent report : reports) {
            lag.recordValue(report.sent() - report.intended());
            long last = report.posting().wards().stream()
                    .flatMap(ward -> screens.of(ward).stream())
                    .mapToLong(screen -> frames.get(screen).reached(report.seq()))
                    .max()
                    .orElse(Long.MAX_VALUE);
            if (report.seq() < 0 || last == Long.MAX_VALUE) {
                missing++;
            } else {
                way.recordValue(last - report.intended());
            }
        }
        return new Latencies(way, lag, missing);
    }

    private static Histogram histogram() {
        return new Histogram(60_000_000_000L, 3);
    }

    /** The numbered frames of one screen, in order. */
    private record Frames(long[] seqs, long[] nanos) {

        static Frames of(Screen screen) {
            List<Received> rows = screen.received().stream()
                    .filter(received -> received.text().startsWith("{\"type\":\"rows\""))
                    .toList();
            return new Frames(
                    rows.stream().mapToLong(row -> seq(row.text())).toArray(),
                    rows.stream().mapToLong(Received::nanos).toArray());
        }

        private static long seq(String text) {
            int from = text.indexOf("\"seq\":") + 6;
            int to = from;
            while (Character.isDigit(text.charAt(to))) {
                to++;
            }
            return Long.parseLong(text, from, to, 10);
        }

        /**
         * When the first frame came that reaches this number; {@link Long#MAX_VALUE} when none
         * did.
         */
        long reached(long seq) {
            int low = 0;
            int high = seqs.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (seqs[middle] < seq) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low == seqs.length ? Long.MAX_VALUE : nanos[low];
        }
    }
}
