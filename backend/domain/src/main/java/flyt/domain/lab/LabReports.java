package flyt.domain.lab;

import flyt.domain.event.EventHeader;
import flyt.domain.event.MessageKey;
import flyt.domain.lab.LabEvent.LabStatusReported;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/** The reports about one laboratory order by time, and the order they add up to, whatever order they came in. Immutable. */
record LabReports(TreePMap<Key, Reported> reports, LabOrder order) {

    /** Equal times are ordered by how far the status is, then by message. */
    record Key(Instant at, LabStatus status, MessageKey message) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byTime = at.compareTo(other.at);
            if (byTime != 0) {
                return byTime;
            }
            int byStatus = status.compareTo(other.status);
            return byStatus != 0 ? byStatus : message.compareTo(other.message);
        }
    }

    record Reported(EventHeader header, LabStatusReported report) {}

    static LabReports with(@Nullable LabReports before, LabStatusReported report, EventHeader header) {
        TreePMap<Key, Reported> all = before == null ? TreePMap.empty() : before.reports;
        Key key = new Key(header.effectiveAt(), report.status(), header.message());
        TreePMap<Key, Reported> now = all.plus(key, new Reported(header, report));
        return new LabReports(now, fold(now, report));
    }

    private static LabOrder fold(TreePMap<Key, Reported> reports, LabStatusReported any) {
        LabOrder order = null;
        for (Reported reported : reports.values()) {
            order = after(order, reported);
        }
        if (order == null) {
            throw new IllegalStateException("No report about " + any.order());
        }
        return order;
    }

    private static LabOrder after(@Nullable LabOrder before, Reported reported) {
        LabStatusReported report = reported.report();
        Instant at = reported.header().effectiveAt();
        boolean answers = report.status() == LabStatus.FINAL || report.status() == LabStatus.CORRECTED;
        boolean criticalBefore = before != null && before.critical() && !answers;
        return new LabOrder(
                report.order(),
                report.stay(),
                report.status(),
                report.critical() || criticalBefore,
                report.urgent() || (before != null && before.urgent()),
                report.plannedAt() != null ? report.plannedAt() : before == null ? null : before.plannedAt(),
                reported.header(),
                answers ? at : before == null ? null : before.answeredAt(),
                report.status() == LabStatus.CORRECTED ? at : before == null ? null : before.correctedAt());
    }
}
