package flyt.runtime;

import flyt.domain.alert.AlertEvent.EarlyWarningReported;
import flyt.domain.event.Event;
import flyt.domain.lab.LabEvent;
import flyt.domain.staff.StaffEvent.CareWeightReported;
import flyt.domain.staff.StaffEvent.ResponsibilityCancelled;
import flyt.domain.staff.StaffEvent.ResponsibilityReported;
import flyt.domain.stay.StayFact;
import flyt.domain.stay.StayId;
import org.jspecify.annotations.Nullable;

/** Which stay an event is about, for the journal's column of that name. */
final class StayOf {
    private StayOf() {}

    /** The visit number, or null for an event that is not about one stay. */
    static @Nullable String event(Event event) {
        StayId stay = null;
        if (event instanceof StayFact fact) {
            stay = fact.stay();
        } else if (event instanceof LabEvent lab) {
            stay = lab.stay();
        } else if (event instanceof EarlyWarningReported score) {
            stay = score.stay();
        } else if (event instanceof ResponsibilityReported responsibility) {
            stay = responsibility.stay();
        } else if (event instanceof ResponsibilityCancelled cancelled) {
            stay = cancelled.stay();
        } else if (event instanceof CareWeightReported weight) {
            stay = weight.stay();
        }
        return stay == null ? null : stay.value();
    }
}
