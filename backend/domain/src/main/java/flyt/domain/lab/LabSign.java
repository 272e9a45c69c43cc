package flyt.domain.lab;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The one laboratory state a board shows for a stay, most urgent first (design guide, "Lab"). */
public enum LabSign {
    CRITICAL,
    REJECTED,
    CORRECTED,
    FINAL,
    COLLECTED,
    ORDERED,
    SEEN;

    /** The most urgent state among these orders, or null when there is none to show. */
    public static @Nullable LabSign of(Collection<LabOrder> orders) {
        return orders.stream()
                .map(LabSign::of)
                .filter(java.util.Objects::nonNull)
                .min(LabSign::compareTo)
                .orElse(null);
    }

    private static @Nullable LabSign of(LabOrder order) {
        return switch (order.status()) {
            case ORDERED -> ORDERED;
            case COLLECTED, RECEIVED, IN_ANALYSIS -> COLLECTED;
            case PRELIMINARY -> order.critical() ? CRITICAL : COLLECTED;
            case FINAL -> order.critical() ? CRITICAL : FINAL;
            case CORRECTED -> order.critical() ? CRITICAL : CORRECTED;
            case REJECTED -> REJECTED;
            case SEEN -> SEEN;
            case CANCELLED -> null;
        };
    }
}
