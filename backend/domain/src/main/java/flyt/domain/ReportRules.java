package flyt.domain;

import flyt.domain.Decision.Warning;
import flyt.domain.alert.AlertEvent.EarlyWarningReported;
import flyt.domain.bed.BedEvent;
import flyt.domain.bed.BedEvent.BedStatusCancelled;
import flyt.domain.bed.BedEvent.BedStatusReported;
import flyt.domain.bed.BedEvent.RoomReleased;
import flyt.domain.event.Event;
import flyt.domain.lab.LabEvent;
import flyt.domain.place.BedId;
import flyt.domain.place.Place;
import flyt.domain.staff.StaffEvent.CareWeightReported;
import flyt.domain.staff.StaffEvent.ResponsibilityCancelled;
import flyt.domain.staff.StaffEvent.ResponsibilityReported;
import flyt.domain.staff.StaffEvent.WardRoleReported;
import flyt.domain.stay.Course;
import flyt.domain.stay.StayFact;
import flyt.domain.stay.StayId;
import flyt.domain.task.CleaningEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What follows from a fact that another system reported. Never a refusal: what does not fit shows as a conflict. */
final class ReportRules {

    private ReportRules() {}

    static void follow(Unfolding told, Event fact) {
        if (fact instanceof StayFact stayFact) {
            followStay(told, stayFact);
        } else if (fact instanceof CleaningEvent cleaning) {
            CleaningRules.follow(told, cleaning);
        } else if (fact instanceof BedStatusReported status) {
            BedStatusRules.follow(told, status);
        } else if (fact instanceof BedStatusCancelled cancelled) {
            BedStatusRules.putBack(told, cancelled);
        } else if (fact instanceof RoomReleased released) {
            Hospital before = told.now();
            told.tell(released);
            RoomRules.settle(told, before, new TreeSet<>(before.stays().occupants(released.bed())));
            SelfOrders.settle(told, before, new TreeSet<>(before.stays().occupants(released.bed())));
            warnOfUnknown(told, fact);
        } else {
            told.tell(fact);
            warnOfUnknown(told, fact);
        }
    }

    private static void followStay(Unfolding told, StayFact fact) {
        Hospital before = told.now();
        told.tell(fact);
        SortedSet<StayId> concerned = told.now().stays().reachedBy(fact, before.stays());
        RoomRules.settle(told, before, concerned);
        SelfOrders.settle(told, before, concerned);
        for (StayId stay : concerned) {
            warn(told, told.now().stays().course(stay));
        }
    }

    private static void warn(Unfolding told, @Nullable Course course) {
        if (course == null) {
            return;
        }
        List<Warning> warnings = new ArrayList<>();
        if (!course.known()) {
            warnings.add(Warning.UNKNOWN_STAY);
        }
        Place place = course.place();
        if (place != null) {
            Hospital now = told.now();
            BedId bed = place.bed();
            if (now.places().ward(place.ward()) == null
                    || (bed != null && now.places().bed(bed) == null)) {
                warnings.add(Warning.UNKNOWN_PLACE);
            } else if (bed != null && Conflicts.taken(now, bed) != null) {
                warnings.add(Warning.BED_TAKEN);
            }
        }
        warnings.forEach(told::warn);
    }

    private static void warnOfUnknown(Unfolding told, Event fact) {
        if (fact instanceof BedEvent bedFact && told.now().places().bed(bedFact.bed()) == null) {
            told.warn(Warning.UNKNOWN_PLACE);
        }
        StayId stay = null;
        if (fact instanceof LabEvent lab) {
            stay = lab.stay();
        } else if (fact instanceof EarlyWarningReported score) {
            stay = score.stay();
        } else if (fact instanceof ResponsibilityReported responsible) {
            stay = responsible.stay();
        } else if (fact instanceof ResponsibilityCancelled cancelled) {
            stay = cancelled.stay();
        } else if (fact instanceof CareWeightReported weight) {
            stay = weight.stay();
        } else if (fact instanceof WardRoleReported role && told.now().places().ward(role.ward()) == null) {
            told.warn(Warning.UNKNOWN_PLACE);
        }
        if (stay != null && told.now().stays().course(stay) == null) {
            told.warn(Warning.UNKNOWN_STAY);
        }
    }
}
