package flyt.domain;

import flyt.domain.bed.Bed;
import flyt.domain.bed.BedEvent.BedSoiled;
import flyt.domain.bed.BedEvent.ReservationEnded;
import flyt.domain.event.EventHeader;
import flyt.domain.place.BedId;
import flyt.domain.place.HospitalDefinition.Leaving;
import flyt.domain.place.Places;
import flyt.domain.stay.Course;
import flyt.domain.stay.Course.Holding;
import flyt.domain.stay.Course.Placement;
import flyt.domain.stay.FactKind;
import flyt.domain.stay.Isolation;
import flyt.domain.stay.StayFact;
import flyt.domain.stay.StayFact.RoomLeft;
import flyt.domain.stay.StayId;
import flyt.domain.task.CleaningKind;
import flyt.domain.task.Task;
import flyt.domain.task.TaskEvent.CleaningCancelled;
import flyt.domain.task.TaskEvent.CleaningOrdered;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a fact about a stay means for rooms: who has left, what is dirty now, which order is no longer needed. */
final class RoomRules {
    /*
     * A fact changes a course; this compares the course before and after.
     *
     *   1. A bed officially given up, on a ward where that message counts as leaving  -> RoomLeft (never after a death)
     *   2. A bed that lost its last patient, or that somebody turns out to have used  -> BedSoiled, CleaningOrdered
     *      (not when a cancellation says that the patient never was there)
     *   3. A bed that has a patient (again)                          -> an order not begun is withdrawn, a promise kept
     */

    private RoomRules() {}

    static void settle(Unfolding told, Hospital before, SortedSet<StayId> stays, StayFact fact) {
        stays.forEach(stay -> leaveWhereThatCounts(told, stay));
        SortedMap<BedId, Leave> leaves = new TreeMap<>();
        SortedSet<BedId> taken = new TreeSet<>();
        for (StayId stay : stays) {
            Course was = before.stays().course(stay);
            Course is = told.now().stays().course(stay);
            if (is == null) {
                continue;
            }
            bedsOf(is).forEach(bed -> {
                if (before.stays().occupants(bed).isEmpty()) {
                    taken.add(bed);
                }
            });
            if (fact.kind() != FactKind.FACT_CANCELLED) {
                leaves.putAll(leavesOf(told, was, is));
            }
        }
        taken.forEach(bed -> receive(told, bed));
        leaves.forEach((bed, leave) -> soil(told, bed, leave));
    }

    private record Leave(Instant at, @Nullable Isolation isolation) {}

    private static SortedSet<BedId> bedsOf(Course course) {
        return new TreeSet<>(course.holdings().keySet());
    }

    private static void leaveWhereThatCounts(Unfolding told, StayId stay) {
        Course course = told.now().stays().course(stay);
        if (course == null) {
            return;
        }
        course.holdings().forEach((bed, holding) -> {
            if (countsAsLeaving(told.now().places(), bed, holding)) {
                told.tell(told.header().at(holding.since()), new RoomLeft(course.stay(), bed, holding.cause()));
            }
        });
    }

    private static boolean countsAsLeaving(Places places, BedId bed, Holding holding) {
        Places.BedPlace place = places.bed(bed);
        Leaving leaving = place == null ? new Leaving(true, true) : place.ward().leaving();
        return switch (holding.reason()) {
            case PLACED, DIED -> false;
            case TRANSFERRED -> leaving.onTransfer();
            case DISCHARGED -> leaving.onDischarge();
        };
    }

    /** The beds this stay no longer holds but did, before the fact or (as it turns out now) at some time. */
    private static SortedMap<BedId, Leave> leavesOf(Unfolding told, @Nullable Course was, Course is) {
        SortedMap<BedId, Leave> leaves = new TreeMap<>();
        List<Placement> known = was == null ? List.of() : was.placements();
        for (Placement placement : is.placements()) {
            BedId bed = placement.place().bed();
            if (bed != null && placement.to() != null && !known.contains(placement)) {
                leaves.put(bed, new Leave(placement.to(), is.isolation()));
            }
        }
        if (was != null) {
            was.holdings()
                    .forEach((bed, holding) -> leaves.putIfAbsent(
                            bed,
                            new Leave(
                                    holding.lingers()
                                            ? latest(
                                                    holding.since(),
                                                    told.header().effectiveAt())
                                            : told.header().effectiveAt(),
                                    was.isolation())));
        }
        is.holdings().keySet().forEach(leaves::remove);
        leaves.keySet().removeIf(bed -> !told.now().stays().occupants(bed).isEmpty());
        return leaves;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static void soil(Unfolding told, BedId bed, Leave leave) {
        Hospital now = told.now();
        Bed condition = now.beds().of(bed);
        boolean cleanedSince = condition.since() != null && condition.since().isAfter(leave.at());
        if (now.places().bed(bed) == null || cleanedSince) {
            return;
        }
        EventHeader at = told.header().at(leave.at());
        if (condition.clean() || condition.isolation() != leave.isolation()) {
            told.tell(at, new BedSoiled(bed, leave.isolation(), airChangeUntil(now, leave, at)));
        }
        if (now.tasks().ofBed(bed) == null) {
            told.tell(at, new CleaningOrdered(now.tasks().nextId(), bed, CleaningKind.after(leave.isolation())));
        }
    }

    private static @Nullable Instant airChangeUntil(Hospital hospital, Leave leave, EventHeader at) {
        if (leave.isolation() != Isolation.AIRBORNE) {
            return null;
        }
        Instant until = leave.at()
                .plus(Duration.ofMinutes(
                        hospital.places().definition().cleaning().airChangeMinutes()));
        return until.isAfter(at.recordedAt()) ? until : null;
    }

    private static void receive(Unfolding told, BedId bed) {
        Task task = told.now().tasks().ofBed(bed);
        if (task != null && !task.status().begun()) {
            told.tell(new CleaningCancelled(task.id(), bed, null));
        }
        Bed.Reservation promised = told.now().beds().of(bed).reservation();
        if (promised != null
                && promised.stay() != null
                && told.now().stays().occupants(bed).contains(told.now().stays().resolve(promised.stay()))) {
            told.tell(new ReservationEnded(bed));
        }
    }
}
