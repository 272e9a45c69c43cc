package flyt.domain.stay;

import flyt.domain.lab.LabOrder;
import flyt.domain.lab.LabStatus;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * How a discharge stands: the sign a board shows, and the one thing it waits for.
 *
 * @param waitsFor the first milestone that is not closed, or was reopened by a corrected answer
 * @param at when that is due, was answered or was corrected, or null
 */
public record Outlook(Sign sign, Milestone.@Nullable Kind waitsFor, @Nullable Instant at) {

    /** What a board shows (design guide, "Discharge"). */
    public enum Sign {
        NONE,
        EXPECTED,
        WAITING,
        ANSWER_READY,
        CORRECTED,
        READY_TO_LEAVE,
        READY_FOR_MUNICIPALITY
    }

    /** How the discharge of this stay stands, given its laboratory orders. */
    public static Outlook of(Course course, Collection<LabOrder> orders) {
        for (Milestone milestone : course.milestones().values()) {
            LabOrder order = orders.stream()
                    .filter(one -> one.order().equals(milestone.order()))
                    .findFirst()
                    .orElse(null);
            Outlook open = open(milestone, order);
            if (open != null) {
                return open;
            }
        }
        return switch (course.readiness()) {
            case READY_TO_LEAVE -> new Outlook(Sign.READY_TO_LEAVE, null, null);
            case READY_FOR_MUNICIPALITY -> new Outlook(Sign.READY_FOR_MUNICIPALITY, null, null);
            case NOT_READY -> new Outlook(course.expectedOn() == null ? Sign.NONE : Sign.EXPECTED, null, null);
        };
    }

    private static @Nullable Outlook open(Milestone milestone, @Nullable LabOrder order) {
        Instant corrected = order == null ? null : order.correctedAt();
        if (order != null && corrected != null && corrected.isAfter(milestone.since())) {
            // read is not decided: a corrected answer that was seen still waits for the doctor's yes
            Sign sign = order.status() == LabStatus.CORRECTED ? Sign.CORRECTED : Sign.ANSWER_READY;
            return new Outlook(sign, milestone.kind(), corrected);
        }
        return switch (milestone.state()) {
            case CLOSED -> null;
            case ANSWER_READY -> new Outlook(Sign.ANSWER_READY, milestone.kind(), milestone.since());
            case WAITING ->
                order != null && order.status().answered()
                        ? new Outlook(Sign.ANSWER_READY, milestone.kind(), order.answeredAt())
                        : new Outlook(Sign.WAITING, milestone.kind(), due(milestone, order));
        };
    }

    private static @Nullable Instant due(Milestone milestone, @Nullable LabOrder order) {
        return milestone.dueAt() != null ? milestone.dueAt() : order == null ? null : order.plannedAt();
    }
}
