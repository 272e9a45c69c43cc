package flyt.domain;

import flyt.domain.bed.Bed;
import flyt.domain.bed.BedEvent.BedCleaned;
import flyt.domain.bed.BedEvent.BedSoiled;
import flyt.domain.bed.BedEvent.ReservationEnded;
import flyt.domain.bed.Hygiene;
import flyt.domain.bed.Hygiene.Clean;
import flyt.domain.place.BedId;
import flyt.domain.place.HospitalDefinition.Leaving;
import flyt.domain.place.Places;
import flyt.domain.stay.Course;
import flyt.domain.stay.Course.Departure;
import flyt.domain.stay.Course.Holding;
import flyt.domain.stay.Isolation;
import flyt.domain.stay.StayFact.RoomLeft;
import flyt.domain.stay.StayId;
import flyt.domain.task.CleaningEvent.CleaningCancelled;
import flyt.domain.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a fact about a stay means for rooms: who has left, what is dirty now, which order is no longer needed. */
final class RoomRules {
    /*
     * A fact changes courses; this compares them before and after.
     *
     *   1. A bed officially given up, on a ward where that message counts as leaving (never after a death), or whose room
     *      staff have released since                                      -> RoomLeft, because of that movement
     *   2. A bed that has a patient (again)                               -> an order not begun is withdrawn, a promise kept
     *   3. A departure that was not known before                          -> BedSoiled, and CleaningOrdered where nobody else
     *      is in the bed, unless it was cleaned since
     *   4. A departure that was at another time than was known           -> the clean done since that time counts
     *   5. A bed that turns out to be empty, dirty and forgotten          -> CleaningOrdered
     *
     * A cancellation that says the patient never was in a bed takes the departure back with it: nothing new, nothing soiled.
     */

    private RoomRules() {}

    /** Tells what follows for rooms from what was told about these stays since the hospital was {@code before}. */
    static void settle(Unfolding told, Hospital before, SortedSet<StayId> stays) {
        stays.forEach(stay -> leaveWhereThatCounts(told, stay));
        Set<Departure> known = new LinkedHashSet<>();
        SortedSet<BedId> touched = new TreeSet<>();
        List<Departure> departures = new ArrayList<>();
        for (StayId stay : stays) {
            Course was = before.stays().course(stay);
            if (was != null) {
                known.addAll(was.departures());
                touched.addAll(was.holdings().keySet());
            }
            Course is = told.now().stays().course(stay);
            if (is != null) {
                departures.addAll(is.departures());
                touched.addAll(is.holdings().keySet());
            }
        }
        for (BedId bed : touched) {
            if (before.stays().occupants(bed).isEmpty() && !empty(told, bed)) {
                receive(told, bed);
            }
        }
        List<Departure> notSo = known.stream()
                .filter(departure -> !departures.contains(departure))
                .toList();
        for (Departure departure : departures) {
            if (known.add(departure)) {
                soil(told, departure);
            }
        }
        notSo.forEach(departure -> cleanedSince(told, departure, departures));
        for (BedId bed : touched) {
            orderIfForgotten(told, bed);
        }
    }

    private static boolean empty(Unfolding told, BedId bed) {
        return told.now().stays().occupants(bed).isEmpty();
    }

    private static void leaveWhereThatCounts(Unfolding told, StayId stay) {
        Course course = told.now().stays().course(stay);
        if (course == null) {
            return;
        }
        course.holdings().forEach((bed, holding) -> {
            Instant released = told.now().beds().of(bed).releasedAt();
            if (countsAsLeaving(told.now().places(), bed, holding)) {
                told.tell(told.header().at(holding.since()), new RoomLeft(course.stay(), bed, holding.cause()));
            } else if (holding.lingers() && released != null && !released.isBefore(holding.since())) {
                told.tell(told.header().at(released), new RoomLeft(course.stay(), bed, holding.cause()));
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

    /** The bed was left: it is dirty, with what all who left it since the last clean leave behind. */
    private static void soil(Unfolding told, Departure left) {
        Hospital now = told.now();
        Hygiene was = now.beds().of(left.bed()).hygiene();
        if (was.clean() && was.since() != null && was.since().isAfter(left.at())) {
            return;
        }
        Instant at = !was.clean() && was.soiledAt() != null ? latest(was.soiledAt(), left.at()) : left.at();
        Isolation isolation = was.clean() ? left.isolation() : Isolation.stricter(was.isolation(), left.isolation());
        Instant airing = airChangeUntil(now, left, told.header().recordedAt());
        Instant until = was.airChangeUntil() != null && airing != null
                ? latest(was.airChangeUntil(), airing)
                : airing == null ? was.airChangeUntil() : airing;
        boolean news = was.clean()
                || !at.equals(was.soiledAt())
                || isolation != was.isolation()
                || !Objects.equals(until, was.airChangeUntil());
        if (news) {
            told.tell(told.header().at(at), new BedSoiled(left.bed(), isolation, until));
        }
        if (empty(told, left.bed())) {
            CleaningRules.orderAfter(told, told.header().at(at), left.bed());
        }
    }

    /** The bed was left earlier than was known, and cleaned since then: it is clean, and the order for the later moment goes. */
    private static void cleanedSince(Unfolding told, Departure notThen, List<Departure> departures) {
        BedId bed = notThen.bed();
        Hygiene was = told.now().beds().of(bed).hygiene();
        Instant left = departures.stream()
                .filter(departure -> departure.bed().equals(bed))
                .map(Departure::at)
                .reduce(null, (one, other) -> one == null ? other : latest(one, other));
        Clean clean = was.lastClean();
        if (was.clean()
                || !notThen.at().equals(was.soiledAt())
                || left == null
                || clean == null
                || !clean.at().isAfter(left)
                || !empty(told, bed)) {
            return;
        }
        told.tell(told.header().at(clean.at()), new BedCleaned(bed, clean.made()));
        Task task = told.now().tasks().ofBed(bed);
        if (task != null && !task.status().begun()) {
            told.tell(new CleaningCancelled(task.id(), bed, null));
        }
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static @Nullable Instant airChangeUntil(Hospital hospital, Departure left, Instant now) {
        if (left.isolation() != Isolation.AIRBORNE) {
            return null;
        }
        int minutes = hospital.places().definition().cleaning().airChangeMinutes();
        Instant until = left.at().plus(Duration.ofMinutes(minutes));
        return until.isAfter(now) ? until : null;
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

    /** A patient put into a dirty bed by mistake withdrew its clean; when that is taken back, the bed still needs it. */
    static void orderIfForgotten(Unfolding told, BedId bed) {
        if (empty(told, bed) && !told.now().beds().of(bed).hygiene().clean()) {
            CleaningRules.orderAfter(told, told.header(), bed);
        }
    }
}
