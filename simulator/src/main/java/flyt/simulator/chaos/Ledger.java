package flyt.simulator.chaos;

import flyt.simulator.chaos.Door.Outcome;
import flyt.simulator.traffic.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the senders were promised: the number that each acknowledged report got. An answer that does not agree with an earlier
 * one, or that rejects a report, is a contradiction, kept in words. Usable from any thread.
 */
final class Ledger {
    private final Map<Key, Long> acknowledged = new TreeMap<>();
    private final List<String> contradictions = new ArrayList<>();
    private long sendings;
    private long unanswered;
    private String lastTrouble = "none";

    /** Who sent a report, under what number, and its type. */
    record Key(String source, String messageId, String type) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::source).thenComparing(Key::messageId).thenComparing(Key::type);

        static Key of(Report report) {
            return new Key(report.source(), report.messageId(), report.type());
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** Takes down an answer. */
    synchronized void answered(Report report, Outcome outcome) {
        sendings++;
        Key key = Key.of(report);
        Long before = acknowledged.get(key);
        boolean taken = List.of("accepted", "repeated").contains(outcome.outcome());
        if (!taken) {
            contradict(key + " was rejected: " + outcome.faults());
        } else if (before == null) {
            acknowledged.put(key, outcome.seq());
            notifyAll();
        } else if (outcome.outcome().equals("accepted")) {
            contradict(key + " was accepted twice: as " + before + " and as " + outcome.seq());
        } else if (before != outcome.seq()) {
            contradict(key + " was " + before + " and is now " + outcome.seq());
        }
    }

    private void contradict(String words) {
        contradictions.add(words);
        notifyAll();
    }

    /** A request with this many reports got no answer that says anything; {@code why}: in words. */
    synchronized void unanswered(int reports, String why) {
        lastTrouble = why;
        sendings += reports;
        unanswered += reports;
    }

    /** Waits until so many reports are acknowledged; false when it takes longer than this. */
    synchronized boolean await(int reports, long patienceMs) throws InterruptedException {
        long end = System.nanoTime() + patienceMs * 1_000_000;
        for (long left = patienceMs;
                acknowledged.size() < reports && left > 0;
                left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        return acknowledged.size() >= reports;
    }

    synchronized Map<Key, Long> acknowledged() {
        return new TreeMap<>(acknowledged);
    }

    /** What the last request without an answer ran into. */
    synchronized String lastTrouble() {
        return lastTrouble;
    }

    synchronized List<String> contradictions() {
        return List.copyOf(contradictions);
    }

    /** Reports sent, each as often as it was sent. */
    synchronized long sendings() {
        return sendings;
    }

    /** Of these, those whose fate the sender did not learn. */
    synchronized long unanswered() {
        return unanswered;
    }
}
