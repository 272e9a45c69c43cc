package flyt.domain;

import flyt.domain.Command.ReserveBed;
import flyt.domain.Command.SwapReservations;
import flyt.domain.Decision.Refusal;
import flyt.domain.bed.Bed;
import flyt.domain.bed.BedEvent.BedReserved;
import flyt.domain.bed.BedEvent.BedShared;
import flyt.domain.bed.BedEvent.ReservationEnded;
import flyt.domain.place.BedId;
import flyt.domain.place.Places.BedPlace;
import flyt.domain.place.WardId;
import flyt.domain.placement.BedChoice;
import flyt.domain.placement.PlacementEvent.WardAsked;
import flyt.domain.placement.Request;
import flyt.domain.placement.Wish;
import flyt.domain.stay.StayId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which bed is promised to whom: never one bed to two, nor two beds to one, and whoever comes second is told who came first. */
final class ReservationRules {
    /*
     * All checks and all events of one placing are one decision of the one writer, so two wishes for a bed are two decisions
     * in an order. A wish says what its giver saw: of the bed its version, of the patient the bed that was promised. What does
     * not hold any more is refused with what has happened since.
     */

    private ReservationRules() {}

    static @Nullable Refusal reserve(Unfolding told, ReserveBed command) {
        Hospital now = told.now();
        BedPlace place = now.places().bed(command.bed());
        Request open = command.request() == null ? null : now.requests().request(command.request());
        if (place == null) {
            return Refusal.UNKNOWN_BED;
        } else if (command.request() != null && open == null) {
            return Refusal.REQUEST_GONE;
        } else if (!command.until().isAfter(told.header().recordedAt())) {
            return Refusal.END_IN_THE_PAST;
        }
        StayId stay = open == null ? command.stay() : now.stays().resolve(open.stay());
        Refusal taken = taken(told, command);
        if (taken != null || stay == null) {
            if (taken == null) {
                told.tell(new BedReserved(command.bed(), command.until(), null, command.purpose()));
            }
            return taken;
        }
        if (open == null) {
            open = PlacementRules.openOf(now, stay);
        }
        Refusal promised = promisedAnother(told, command, stay);
        if (promised != null) {
            return promised;
        }
        return place(told, command, place, open, stay);
    }

    /** Why the bed cannot be had, or null. */
    private static @Nullable Refusal taken(Unfolding told, ReserveBed command) {
        Hospital now = told.now();
        Bed condition = now.beds().of(command.bed());
        boolean changed = command.seen() != null && !command.seen().equals(Placements.version(now, command.bed()));
        if (condition.closure() != null) {
            return Refusal.BED_CLOSED;
        } else if (condition.reservation() != null) {
            told.because(condition.reservation().by());
            return Refusal.RESERVED_ALREADY;
        } else if (changed) {
            return now.stays().occupants(command.bed()).isEmpty() ? Refusal.BED_CHANGED : Refusal.BED_OCCUPIED;
        }
        return null;
    }

    /** Whether the patient has got another bed meanwhile than the one that the giver of the wish knew of. */
    private static @Nullable Refusal promisedAnother(Unfolding told, ReserveBed command, StayId stay) {
        for (BedId bed : promised(told.now(), stay)) {
            if (!bed.equals(command.insteadOf())) {
                told.because(Objects.requireNonNull(told.now().beds().of(bed).reservation())
                        .by());
                return Refusal.PLACED_ALREADY;
            }
        }
        return null;
    }

    private static @Nullable Refusal place(
            Unfolding told, ReserveBed command, BedPlace place, @Nullable Request open, StayId stay) {
        Hospital now = told.now();
        if (command.purpose() == null && !command.sharing() && !suits(now, open, place)) {
            return Refusal.NOT_SUITABLE;
        }
        for (BedId bed : promised(now, stay)) {
            told.tell(new ReservationEnded(bed));
        }
        if (command.sharing() && !now.stays().occupants(command.bed()).isEmpty()) {
            List<StayId> together = new ArrayList<>(now.stays().occupants(command.bed()));
            together.add(stay);
            told.tell(new BedShared(command.bed(), together));
        }
        told.tell(new BedReserved(command.bed(), command.until(), stay, command.purpose()));
        ask(told, open, place.ward().id());
        return null;
    }

    /** Whether nothing speaks against the bed; of whom nobody asked for a bed, nothing is known that could. */
    private static boolean suits(Hospital hospital, @Nullable Request open, BedPlace place) {
        Wish wish = open == null ? null : Placements.wish(hospital, open);
        return wish == null
                || BedChoice.fit(wish, Placements.offer(hospital, place)).suits();
    }

    /** The ward of a promised bed is asked, unless it was asked and has not said no. */
    private static void ask(Unfolding told, @Nullable Request open, WardId ward) {
        if (open != null && (open.declined() || !open.asked().ward().equals(ward))) {
            told.tell(new WardAsked(open.id(), ward, PlacementRules.answerBy(told)));
        }
    }

    static @Nullable Refusal end(Unfolding told, BedId bed) {
        if (told.now().beds().of(bed).reservation() == null) {
            return told.now().places().bed(bed) == null ? Refusal.UNKNOWN_BED : Refusal.NOT_RESERVED;
        }
        told.tell(new ReservationEnded(bed));
        return null;
    }

    /** Whoever was promised a bed that nobody may use waits for another; what it was kept for otherwise still stands. */
    static void closed(Unfolding told, BedId bed) {
        Bed.Reservation promise = told.now().beds().of(bed).reservation();
        if (promise != null && promise.stay() != null) {
            told.tell(new ReservationEnded(bed));
        }
    }

    /** Two who wait change beds; each bed keeps its end. */
    static @Nullable Refusal swap(Unfolding told, SwapReservations command) {
        Bed.Reservation one = told.now().beds().of(command.bed()).reservation();
        Bed.Reservation other = told.now().beds().of(command.other()).reservation();
        if (one == null || other == null || one.stay() == null || other.stay() == null) {
            return Refusal.NOT_RESERVED;
        }
        told.tell(new ReservationEnded(command.bed()));
        told.tell(new ReservationEnded(command.other()));
        if (!suits(told.now(), command.bed(), other.stay()) || !suits(told.now(), command.other(), one.stay())) {
            return Refusal.NOT_SUITABLE;
        }
        told.tell(new BedReserved(command.bed(), one.until(), other.stay(), other.purpose()));
        told.tell(new BedReserved(command.other(), other.until(), one.stay(), one.purpose()));
        ask(told, command.bed(), other.stay());
        ask(told, command.other(), one.stay());
        return null;
    }

    private static boolean suits(Hospital hospital, BedId bed, StayId stay) {
        BedPlace place = hospital.places().bed(bed);
        return place != null && suits(hospital, PlacementRules.openOf(hospital, stay), place);
    }

    private static void ask(Unfolding told, BedId bed, StayId stay) {
        BedPlace place = told.now().places().bed(bed);
        if (place != null) {
            ask(told, PlacementRules.openOf(told.now(), stay), place.ward().id());
        }
    }

    /** Takes back what is promised to whoever waits no longer, or whom the ward does not take. */
    static void letGo(Unfolding told, Request open) {
        for (BedId bed : promised(told.now(), told.now().stays().resolve(open.stay()))) {
            told.tell(new ReservationEnded(bed));
        }
    }

    private static List<BedId> promised(Hospital hospital, StayId stay) {
        return hospital.stays().numbers(stay).stream()
                .flatMap(number -> hospital.beds().promisedTo(number).stream())
                .toList();
    }
}
