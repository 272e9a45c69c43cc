package flyt.simulator.chaos;

import flyt.simulator.chaos.Door.Outcome;
import flyt.simulator.hospital.Chance;
import flyt.simulator.traffic.Report;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A system that reports as it should: in order, a few at a time, each until it is acknowledged, however often the server goes
 * down. Now and then it repeats what was acknowledged long ago, as senders do.
 */
final class Sender implements Callable<Void> {
    private static final int MOST_AT_ONCE = 8;
    private static final double REPEATS = 0.1;
    private static final long PAUSE_MS = 100;

    private final Supplier<Door> door;
    private final List<Report> reports;
    private final Ledger ledger;
    private final Chance chance;
    private final CountDownLatch stop;

    /**
     * A sender of these reports.
     *
     * @param door asked for each request anew
     * @param stop at zero it gives up
     */
    Sender(Supplier<Door> door, List<Report> reports, Ledger ledger, Chance chance, CountDownLatch stop) {
        this.door = door;
        this.reports = List.copyOf(reports);
        this.ledger = ledger;
        this.chance = chance;
        this.stop = stop;
    }

    @Override
    public Void call() throws InterruptedException {
        int next = 0;
        while (next < reports.size()) {
            int end = Math.min(reports.size(), next + 1 + chance.below(MOST_AT_ONCE));
            if (!sendUntilAcknowledged(reports.subList(next, end))) {
                return null;
            }
            next = end;
            if (chance.happens(REPEATS) && !sendUntilAcknowledged(List.of(reports.get(chance.below(next))))) {
                return null;
            }
        }
        return null;
    }

    private boolean sendUntilAcknowledged(List<Report> some) throws InterruptedException {
        while (!send(some)) {
            if (stop.await(PAUSE_MS, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return true;
    }

    private boolean send(List<Report> some) {
        try {
            List<Outcome> outcomes = door.get().send(Stories.HOSPITAL, some);
            for (int i = 0; i < some.size(); i++) {
                ledger.answered(some.get(i), outcomes.get(i));
            }
            return true;
        } catch (IOException e) {
            ledger.unanswered(some.size(), e.toString());
            return false;
        }
    }
}
