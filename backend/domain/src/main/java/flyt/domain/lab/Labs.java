package flyt.domain.lab;

import flyt.domain.event.EventHeader;
import flyt.domain.event.Recorded;
import flyt.domain.lab.LabEvent.LabStatusReported;
import flyt.domain.stay.StayId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/** The laboratory orders of the stays in memory. A value. */
public final class Labs {

    /** No orders. */
    public static final Labs NONE = new Labs(TreePMap.empty());

    private final TreePMap<StayId, TreePMap<OrderId, LabReports>> orders;

    private Labs(TreePMap<StayId, TreePMap<OrderId, LabReports>> orders) {
        this.orders = orders;
    }

    /** The orders that these reports add up to. */
    public static Labs of(Collection<Recorded> reports) {
        Labs all = NONE;
        for (Recorded one : reports) {
            if (!(one.event() instanceof LabStatusReported report)) {
                throw new IllegalArgumentException(
                        "Not a laboratory report: " + one.event().getClass());
            }
            all = all.with(report, one.header());
        }
        return all;
    }

    /** Every report in memory, by visit number and order. */
    public List<Recorded> reports() {
        return orders.values().stream()
                .flatMap(ofStay -> ofStay.values().stream())
                .flatMap(ofOrder -> ofOrder.reports().values().stream())
                .map(told -> new Recorded(told.header(), told.report()))
                .toList();
    }

    /** The orders told under this visit number. */
    public Collection<LabOrder> of(StayId stay) {
        return orders.getOrDefault(stay, TreePMap.empty()).values().stream()
                .map(LabReports::order)
                .toList();
    }

    /** The visit numbers that have orders. */
    public Set<StayId> stays() {
        return orders.keySet();
    }

    /** The orders without those of these visit numbers. */
    public Labs without(List<StayId> stays) {
        return new Labs(orders.minusAll(stays));
    }

    Labs with(LabStatusReported report, EventHeader header) {
        TreePMap<OrderId, LabReports> ofStay = orders.getOrDefault(report.stay(), TreePMap.empty());
        LabReports after = LabReports.with(ofStay.get(report.order()), report, header);
        return new Labs(orders.plus(report.stay(), ofStay.plus(report.order(), after)));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Labs that && orders.equals(that.orders);
    }

    @Override
    public int hashCode() {
        return orders.hashCode();
    }

    @Override
    public String toString() {
        return orders.toString();
    }
}
