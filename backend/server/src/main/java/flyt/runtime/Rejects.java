package flyt.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How many of a sender's last messages were rejected: the last {@value #LAST} of the last hour. Used by one writer. */
final class Rejects {
    private static final int LAST = 50;
    private static final Duration LATELY = Duration.ofHours(1);

    /** A share of fewer says nothing. */
    private static final int LEAST = 10;

    private final Deque<One> last = new ArrayDeque<>();

    private record One(boolean rejected, Instant at) {}

    void add(boolean rejected, Instant at) {
        last.addLast(new One(rejected, at));
        if (last.size() > LAST) {
            last.removeFirst();
        }
    }

    /** Whether more than this share is rejected. */
    boolean areMany(int percent, Instant now) {
        forget(now);
        return last.size() >= LEAST && rejected() * 100 > percent * last.size();
    }

    /** Whether it is half of this share or less: not at its edge, or it would come and go. Nothing lately is few. */
    boolean areFew(int percent, Instant now) {
        forget(now);
        return rejected() * 200 <= percent * last.size();
    }

    /** When the first of those that are rejected came. */
    Instant since(Instant now) {
        return last.stream().filter(One::rejected).map(One::at).findFirst().orElse(now);
    }

    private int rejected() {
        return (int) last.stream().filter(One::rejected).count();
    }

    private void forget(Instant now) {
        while (!last.isEmpty() && last.getFirst().at().isBefore(now.minus(LATELY))) {
            last.removeFirst();
        }
    }
}
