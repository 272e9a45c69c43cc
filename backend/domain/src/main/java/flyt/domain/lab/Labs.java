package flyt.domain.lab;

import flyt.domain.event.EventHeader;
import flyt.domain.event.Recorded;
import flyt.domain.lab.LabEvent.LabReportCancelled;
import flyt.domain.lab.LabEvent.LabStatusReported;
import flyt.domain.stay.StayId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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
            if (!(one.event() instanceof LabEvent event)) {
                throw new IllegalArgumentException(
                        "Not a laboratory report: " + one.event().getClass());
            }
            all = event.applyTo(all, one.header());
        }
        return all;
    }

    /** Every report in memory, and what took some of them back, by visit number and order. */
    public List<Recorded> reports() {
        return orders.values().stream()
                .flatMap(ofStay -> ofStay.values().stream())
                .flatMap(LabReports::told)
                .toList();
    }

    /** The orders told under this visit number. */
    public Collection<LabOrder> of(StayId stay) {
        return orders.getOrDefault(stay, TreePMap.empty()).values().stream()
                .flatMap(reports -> Stream.ofNullable(reports.order()))
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
        return with(report, reports -> reports.with(report, header));
    }

    Labs with(LabReportCancelled cancellation, EventHeader header) {
        return with(cancellation, reports -> reports.with(cancellation, header));
    }

    private Labs with(LabEvent about, UnaryOperator<LabReports> change) {
        TreePMap<OrderId, LabReports> ofStay = orders.getOrDefault(about.stay(), TreePMap.empty());
        LabReports after = change.apply(ofStay.getOrDefault(about.order(), LabReports.NONE));
        return new Labs(orders.plus(about.stay(), ofStay.plus(about.order(), after)));
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
