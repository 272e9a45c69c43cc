package flyt.simulator.hospital;

import java.util.PriorityQueue;

/**
 * What is going to happen, in order of time; what is due at the same second happens in the order it was noted.
 *
 * <p>Times are seconds since 1970 in UTC.
 */
public final class Agenda {

    private record Entry(long time, long order, Runnable action) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byTime = Long.compare(time, other.time);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private long noted;
    private long now;

    public Agenda(long start) {
        now = start;
    }

    public long now() {
        return now;
    }

    /** Notes an action; a time that has passed means "at once". */
    public void at(long time, Runnable action) {
        entries.add(new Entry(Math.max(time, now), noted++, action));
    }

    public void in(double seconds, Runnable action) {
        at(now + StrictMath.round(seconds), action);
    }

    /** Lets everything happen up to and including {@code time}. */
    public void runUntil(long time) {
        for (Entry next = entries.peek(); next != null && next.time <= time; next = entries.peek()) {
            entries.poll();
            now = next.time;
            next.action.run();
        }
        now = Math.max(now, time);
    }
}
