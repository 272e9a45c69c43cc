package flyt;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.StringJoiner;

/** How long each part of a start took, from the start of the process on, for a line in the log. For one thread at a time. */
final class Laps {
    private final StringJoiner parts = new StringJoiner(", ");
    private long last = ManagementFactory.getRuntimeMXBean().getStartTime();

    /** Ends the part that began when the one before it ended. */
    void end(String part) {
        long now = System.currentTimeMillis();
        parts.add(String.format(Locale.ROOT, "%s %.2f s", part, (now - last) / 1000.0));
        last = now;
    }

    /** {@code JVM 0.31 s, database 0.92 s, grid 1.14 s}. */
    @Override
    public String toString() {
        return parts.toString();
    }
}
