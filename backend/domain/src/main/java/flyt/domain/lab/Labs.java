package flyt.domain.lab;

import flyt.domain.event.EventHeader;
import flyt.domain.lab.LabEvent.LabStatusReported;
import flyt.domain.stay.StayId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/** The laboratory orders of the stays in memory: per order the latest report by time, whatever order they came in. Immutable. */
public final class Labs {

    /** No orders. */
    public static final Labs NONE = new Labs(TreePMap.empty());

    private final TreePMap<StayId, TreePMap<OrderId, LabOrder>> orders;

    private Labs(TreePMap<StayId, TreePMap<OrderId, LabOrder>> orders) {
        this.orders = orders;
    }

    /** The orders told under this visit number. */
    public Collection<LabOrder> of(StayId stay) {
        return orders.getOrDefault(stay, TreePMap.empty()).values();
    }

    /** The orders without those of these visit numbers. */
    public Labs without(List<StayId> stays) {
        return new Labs(orders.minusAll(stays));
    }

    Labs with(LabStatusReported report, EventHeader header) {
        TreePMap<OrderId, LabOrder> ofStay = orders.getOrDefault(report.stay(), TreePMap.empty());
        LabOrder before = ofStay.get(report.order());
        LabOrder after = before != null && after(before, header, report.status())
                ? keeping(before, report, header)
                : changed(before, report, header);
        return new Labs(orders.plus(report.stay(), ofStay.plus(report.order(), after)));
    }

    private static boolean after(LabOrder known, EventHeader header, LabStatus status) {
        int byTime = known.told().effectiveAt().compareTo(header.effectiveAt());
        if (byTime != 0) {
            return byTime > 0;
        }
        int byStatus = known.status().compareTo(status);
        return byStatus != 0 ? byStatus > 0 : known.told().message().compareTo(header.message()) > 0;
    }

    private static LabOrder changed(@Nullable LabOrder before, LabStatusReported report, EventHeader header) {
        return new LabOrder(
                report.order(),
                report.stay(),
                report.status(),
                report.critical()
                        || (before != null
                                && before.critical()
                                && report.status().answered()),
                report.urgent() || (before != null && before.urgent()),
                report.plannedAt() != null ? report.plannedAt() : before == null ? null : before.plannedAt(),
                header,
                latest(before == null ? null : before.answeredAt(), answer(report, header)));
    }

    /** A late report: it cannot change the state, but it may be the one that says urgent, planned, or when the answer came. */
    private static LabOrder keeping(LabOrder known, LabStatusReported late, EventHeader header) {
        return new LabOrder(
                known.order(),
                known.stay(),
                known.status(),
                known.critical() || (late.critical() && known.status().answered()),
                known.urgent() || late.urgent(),
                known.plannedAt() != null ? known.plannedAt() : late.plannedAt(),
                known.told(),
                latest(known.answeredAt(), answer(late, header)));
    }

    private static @Nullable Instant answer(LabStatusReported report, EventHeader header) {
        return report.status() == LabStatus.FINAL || report.status() == LabStatus.CORRECTED
                ? header.effectiveAt()
                : null;
    }

    private static @Nullable Instant latest(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || (other != null && other.isAfter(one))) {
            return other;
        }
        return one;
    }
}
