package flyt.simulator.traffic;

import flyt.simulator.hospital.Chance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** Reports on their way: taken as they are written, handed out when they are sent, with the faults asked for. */
final class Dispatch {

    private record Delivery(long dueAt, long order, Report report) implements Comparable<Delivery> {
        @Override
        public int compareTo(Delivery other) {
            int byTime = Long.compare(dueAt, other.dueAt);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final Faults faults;
    private final Chance chance;
    private final PriorityQueue<Delivery> underWay = new PriorityQueue<>();
    private long order;

    Dispatch(Faults faults, Chance chance) {
        this.faults = faults;
        this.chance = chance;
    }

    /** Faults are of reports alone: who wishes something waits for the answer. */
    void take(Report report) {
        if (report.isWish()) {
            add(report.sentAt(), report);
            return;
        }
        Report sent = chance.happens(faults.late()) ? later(report) : report;
        long due = sent.sentAt();
        if (chance.happens(faults.reordered())) {
            due += 1 + chance.below(40);
        }
        add(due, sent);
        if (chance.happens(faults.repeated())) {
            add(due + 1 + chance.below(300), sent);
        }
    }

    private void add(long due, Report report) {
        underWay.add(new Delivery(due, order++, report));
    }

    private Report later(Report report) {
        long sentAt = report.sentAt() + StrictMath.round(chance.between(180, 1800));
        report.body().put("sentAt", Instant.ofEpochSecond(sentAt).toString());
        return new Report(report.type(), report.source(), report.messageId(), sentAt, report.body());
    }

    /** What is delivered up to and including this moment, in order of delivery. */
    List<Report> until(long time) {
        List<Report> due = new ArrayList<>();
        for (Delivery next = underWay.peek(); next != null && next.dueAt <= time; next = underWay.peek()) {
            due.add(next.report);
            underWay.poll();
        }
        return due;
    }
}
