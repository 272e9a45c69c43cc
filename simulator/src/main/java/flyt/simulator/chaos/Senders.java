package flyt.simulator.chaos;

import flyt.simulator.hospital.Chance;
import flyt.simulator.traffic.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Several senders at once, each on a thread of its own. To be closed; then none sends any more. */
final class Senders implements AutoCloseable {
    private final Ledger ledger = new Ledger();
    private final List<Report> reports = new ArrayList<>();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final ExecutorService threads;
    private final List<Future<Void>> sending = new ArrayList<>();

    private Senders(int count) {
        threads = Executors.newFixedThreadPool(count);
    }

    /**
     * Starts sending.
     *
     * @param each reports of each sender
     * @param doors to which server the sender of a number, from 0, reports
     */
    static Senders start(int count, int each, long seed, IntFunction<Door> doors) {
        Senders senders = new Senders(count);
        Instant now = Instant.now();
        for (int i = 0; i < count; i++) {
            int number = i;
            List<Report> stories = Stories.of(seed, number, each, now);
            senders.reports.addAll(stories);
            senders.sending.add(senders.threads.submit(new Sender(
                    () -> doors.apply(number),
                    stories,
                    senders.ledger,
                    Chance.of(seed, "sender " + number),
                    senders.stop)));
        }
        return senders;
    }

    /** All reports of all senders, sent or not. */
    List<Report> reports() {
        return List.copyOf(reports);
    }

    Ledger ledger() {
        return ledger;
    }

    /** Waits until every report of every sender is acknowledged; false when that takes longer than this. */
    boolean await(long patienceMs) throws InterruptedException {
        long end = System.nanoTime() + patienceMs * 1_000_000;
        try {
            for (Future<Void> one : sending) {
                var unused = one.get(Math.max(1, (end - System.nanoTime()) / 1_000_000), TimeUnit.MILLISECONDS);
            }
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a sender failed", e.getCause());
        }
    }

    @Override
    public void close() {
        stop.countDown();
        var unused = threads.shutdownNow();
    }
}
