package flyt.domain.lab;

import flyt.domain.event.EventHeader;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Recorded;
import flyt.domain.lab.LabEvent.LabReportCancelled;
import flyt.domain.lab.LabEvent.LabStatusReported;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * The reports about one laboratory order by time, those that were taken back, and the order that the others add up to (null: all
 * were taken back), whatever order they came in. Immutable.
 */
record LabReports(
        TreePMap<Key, Reported> reports, TreePMap<MessageKey, Cancelled> cancelled, @Nullable LabOrder order) {

    static final LabReports NONE = new LabReports(TreePMap.empty(), TreePMap.empty(), null);

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

    record Cancelled(EventHeader header, LabReportCancelled cancellation) {}

    LabReports with(LabStatusReported report, EventHeader header) {
        Key key = new Key(header.effectiveAt(), report.status(), header.message());
        return of(reports.plus(key, new Reported(header, report)), cancelled);
    }

    LabReports with(LabReportCancelled cancellation, EventHeader header) {
        return of(reports, cancelled.plus(cancellation.cancels(), new Cancelled(header, cancellation)));
    }

    /** All of it as it was told. */
    Stream<Recorded> told() {
        return Stream.concat(
                reports.values().stream().map(one -> new Recorded(one.header(), one.report())),
                cancelled.values().stream().map(one -> new Recorded(one.header(), one.cancellation())));
    }

    private static LabReports of(TreePMap<Key, Reported> reports, TreePMap<MessageKey, Cancelled> cancelled) {
        LabOrder order = null;
        for (Reported reported : reports.values()) {
            if (!cancelled.containsKey(reported.header().message())) {
                order = after(order, reported);
            }
        }
        return new LabReports(reports, cancelled, order);
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
