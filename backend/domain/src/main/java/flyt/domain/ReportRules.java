package flyt.domain;

import flyt.domain.Decision.Warning;
import flyt.domain.bed.BedEvent;
import flyt.domain.bed.BedEvent.BedStatusReported;
import flyt.domain.bed.BedEvent.RoomReleased;
import flyt.domain.event.Event;
import flyt.domain.place.BedId;
import flyt.domain.place.Place;
import flyt.domain.stay.Course;
import flyt.domain.stay.StayFact;
import flyt.domain.stay.StayFact.BedsSwapped;
import flyt.domain.stay.StayFact.RoomLeft;
import flyt.domain.stay.StayFact.StaysMerged;
import flyt.domain.stay.StayId;
import flyt.domain.task.TaskEvent;
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
        } else if (fact instanceof TaskEvent cleaning) {
            CleaningRules.follow(told, cleaning);
        } else if (fact instanceof BedStatusReported status) {
            told.tell(status);
            BedStatusRules.follow(told, status);
        } else if (fact instanceof RoomReleased released) {
            told.tell(released);
            releaseRoom(told, released.bed());
        } else {
            told.tell(fact);
            warnOfUnknownBed(told, fact);
        }
    }

    private static void followStay(Unfolding told, StayFact fact) {
        Hospital before = told.now();
        SortedSet<StayId> concerned = concerned(fact);
        if (fact instanceof RoomLeft left && left.bed() == null) {
            heldBeds(before, left.stay()).forEach(bed -> told.tell(new RoomLeft(left.stay(), bed, left.because())));
        } else {
            told.tell(fact);
        }
        RoomRules.settle(told, before, concerned, fact);
        for (StayId stay : concerned) {
            warn(told, told.now().stays().course(stay));
        }
    }

    private static SortedSet<StayId> concerned(StayFact fact) {
        SortedSet<StayId> stays = new TreeSet<>();
        stays.add(fact.stay());
        if (fact instanceof BedsSwapped swap) {
            stays.add(swap.otherStay());
        } else if (fact instanceof StaysMerged merge) {
            stays.add(merge.merged());
        }
        return stays;
    }

    private static List<BedId> heldBeds(Hospital hospital, StayId stay) {
        Course course = hospital.stays().course(stay);
        return course == null ? List.of() : List.copyOf(course.holdings().keySet());
    }

    private static void releaseRoom(Unfolding told, BedId bed) {
        Hospital before = told.now();
        SortedSet<StayId> left = new TreeSet<>();
        for (StayId stay : before.stays().occupants(bed)) {
            Course course = before.stays().course(stay);
            Course.Holding holding = course == null ? null : course.holdings().get(bed);
            if (holding != null && holding.lingers()) {
                left.add(stay);
            }
        }
        for (StayId stay : left) {
            RoomLeft leaving = new RoomLeft(stay, bed, null);
            told.tell(leaving);
            RoomRules.settle(told, before, new TreeSet<>(List.of(stay)), leaving);
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

    private static void warnOfUnknownBed(Unfolding told, Event fact) {
        if (fact instanceof BedEvent bedFact && told.now().places().bed(bedFact.bed()) == null) {
            told.warn(Warning.UNKNOWN_PLACE);
        }
    }
}
