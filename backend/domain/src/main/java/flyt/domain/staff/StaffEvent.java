package flyt.domain.staff;

import flyt.domain.event.Event;
import flyt.domain.event.EventHeader;
import flyt.domain.event.MessageKey;
import flyt.domain.event.StaffKey;
import flyt.domain.place.WardId;
import flyt.domain.stay.StayId;
import org.jspecify.annotations.Nullable;

/** Who has what responsibility, and how heavy the care is. */
public sealed interface StaffEvent extends Event {

    /** The staffing after this event. */
    Staffing applyTo(Staffing staffing, EventHeader header);

    /** Somebody, or (null) nobody: which is not the same as nothing having been said. */
    record Assigned(@Nullable StaffKey person) {}

    /** Who is responsible for a patient this shift; null was not said. */
    record ResponsibilityReported(StayId stay, @Nullable Assigned nurse, @Nullable Assigned doctor)
            implements StaffEvent {
        @Override
        public Staffing applyTo(Staffing staffing, EventHeader header) {
            return staffing.withResponsible(stay, nurse, doctor, header);
        }
    }

    /**
     * A report of who is responsible was a mistake; it counts no more, and never will if it comes only now.
     *
     * @param cancels the message that told it
     */
    record ResponsibilityCancelled(StayId stay, MessageKey cancels) implements StaffEvent {
        @Override
        public Staffing applyTo(Staffing staffing, EventHeader header) {
            return staffing.without(stay, cancels);
        }
    }

    /** How heavy the care of a patient is, 1 to 5 by the nurse's judgement. */
    record CareWeightReported(StayId stay, int weight) implements StaffEvent {
        @Override
        public Staffing applyTo(Staffing staffing, EventHeader header) {
            return staffing.withWeight(stay, weight, header);
        }
    }

    /** A role on a ward and how to reach it. */
    enum WardRole {
        COORDINATOR
    }

    /** Who holds a role on a ward this shift. */
    record WardRoleReported(WardId ward, WardRole role, Assigned holder, @Nullable String phone) implements StaffEvent {
        @Override
        public Staffing applyTo(Staffing staffing, EventHeader header) {
            return staffing.withRole(ward, role, holder, phone, header);
        }
    }
}
