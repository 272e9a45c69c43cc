package flyt.proposal;

import flyt.domain.Hospital;
import flyt.domain.Offers;
import flyt.domain.Placements;
import flyt.domain.place.HospitalDefinition.WardKind;
import flyt.domain.place.Places.BedPlace;
import flyt.domain.placement.BedChoice;
import flyt.domain.placement.Fit;
import flyt.domain.placement.Offer;
import flyt.domain.placement.Request;
import flyt.domain.placement.RequestId;
import flyt.domain.placement.Sex;
import flyt.domain.placement.Wish;
import flyt.domain.stay.StayId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Those who wait without a bed at one moment, the beds that might be theirs, and what each bed is worth to each. Immutable. */
public final class Waiting {
    /** What it is worth that somebody gets a bed at all, in the points of {@link Fit#score()}. */
    private static final int PLACED = 1_000;
    /** Each minute of waiting counts a point, up to half a day. */
    private static final long MOST_MINUTES = 720;
    /** The bed does not suit. */
    static final int NEVER = Integer.MIN_VALUE;

    private final List<Patient> patients;
    private final List<Seat> seats;
    private final int[][] worth;

    /** One who waits. */
    record Patient(RequestId request, Wish wish, Instant since) {}

    /**
     * A bed that might be somebody's.
     *
     * @param index its place in the list
     * @param room equal for beds of one room, -1 in a room of its own
     */
    record Seat(int index, Offer offer, int room) {}

    Waiting(List<Patient> patients, List<Seat> seats, Instant now) {
        this.patients = List.copyOf(patients);
        this.seats = List.copyOf(seats);
        this.worth = new int[patients.size()][seats.size()];
        for (int i = 0; i < worth.length; i++) {
            for (Seat seat : seats) {
                worth[i][seat.index()] = worth(patients.get(i), seat.offer(), now);
            }
        }
    }

    private static int worth(Patient patient, Offer offer, Instant now) {
        Fit fit = BedChoice.fit(patient.wish(), offer);
        long waited = Duration.between(patient.since(), now).toMinutes();
        return fit.suits()
                ? PLACED + (int) StrictMath.max(0, StrictMath.min(MOST_MINUTES, waited)) + fit.score()
                : NEVER;
    }

    /**
     * Who waits at the hospital now without a bed, the longest first.
     *
     * @param namesakes by stay, with whom those who wait may be mixed up by name
     */
    public static Waiting at(Hospital hospital, Instant now, Map<StayId, SortedSet<StayId>> namesakes) {
        return of(
                hospital,
                now,
                request -> Placements.bedOf(hospital, request) == null,
                wish -> wish.alikeTo(namesakes.getOrDefault(wish.stay(), Collections.emptySortedSet())));
    }

    /**
     * Everybody who waits, as if no bed had been promised to any of them.
     *
     * @param sexes with whom they share a room, where nobody said
     */
    public static Waiting anew(Hospital hospital, Instant now, Function<StayId, @Nullable Sex> sexes) {
        return of(
                hospital, now, request -> true, wish -> wish.sex() == null ? wish.of(sexes.apply(wish.stay())) : wish);
    }

    private static Waiting of(Hospital hospital, Instant now, Predicate<Request> which, UnaryOperator<Wish> knowing) {
        List<Patient> patients = new ArrayList<>();
        Set<StayId> stays = new HashSet<>();
        hospital.requests().open().stream()
                .filter(which)
                .sorted(Comparator.comparing(Request::since).thenComparing(Request::id))
                .forEach(request -> {
                    Wish wish = Placements.wish(hospital, request);
                    if (wish != null) {
                        stays.add(wish.stay());
                        patients.add(new Patient(request.id(), knowing.apply(wish), request.since()));
                    }
                });
        return new Waiting(patients, seats(hospital, stays), now);
    }

    private static List<Seat> seats(Hospital hospital, Set<StayId> waiting) {
        List<Seat> seats = new ArrayList<>();
        List<String> rooms = new ArrayList<>();
        Offers offers = new Offers(hospital);
        for (BedPlace place : hospital.places().beds()) {
            Offer offer = offers.of(place);
            boolean theirs = offer.keptFor() != null && waiting.contains(offer.keptFor());
            boolean kept = (offer.reserved() || offer.keptFor() != null) && !theirs;
            if (!offer.closed()
                    && !kept
                    && offer.standing() != Offer.Standing.OCCUPIED
                    && place.ward().kind() == WardKind.INPATIENT) {
                seats.add(new Seat(seats.size(), theirs ? offer.unpromised() : offer, room(place, rooms)));
            }
        }
        return seats;
    }

    private static int room(BedPlace place, List<String> rooms) {
        if (place.room() == null || place.room().beds().size() < 2) {
            return -1;
        }
        String room = place.room().id().value();
        if (!rooms.contains(room)) {
            rooms.add(room);
        }
        return rooms.indexOf(room);
    }

    /** The same patients with the beds alone that are ready: who can be placed at once. */
    public Waiting atOnce(Instant now) {
        return with(ready(), now);
    }

    /** The beds that are ready. */
    List<Offer> ready() {
        return seats.stream()
                .map(Seat::offer)
                .filter(offer -> offer.standing() == Offer.Standing.READY)
                .toList();
    }

    /** The same patients with these beds alone, in what condition they are said to be. */
    Waiting with(List<Offer> offers, Instant now) {
        List<Seat> others = new ArrayList<>();
        for (Offer offer : offers) {
            int room = seats.stream()
                    .filter(seat -> seat.offer().bed().equals(offer.bed()))
                    .findFirst()
                    .map(Seat::room)
                    .orElse(-1);
            others.add(new Seat(others.size(), offer, room));
        }
        return new Waiting(patients, others, now);
    }

    List<Patient> patients() {
        return patients;
    }

    List<Seat> seats() {
        return seats;
    }

    /** How many wait. */
    public int size() {
        return patients.size();
    }

    /** What this bed is worth to this patient, in points; {@link #NEVER}: it does not suit. */
    int worth(int patient, int seat) {
        return worth[patient][seat];
    }

    @Nullable
    Sex sexOf(int patient) {
        return patients.get(patient).wish().sex();
    }

    /** Whether nobody of another sex has been given a bed in its room by this plan. */
    boolean roomFits(int patient, Seat seat, @Nullable Seat[] given) {
        Sex sex = sexOf(patient);
        for (int i = 0; i < given.length; i++) {
            Seat other = given[i];
            if (other != null && i != patient && seat.room() >= 0 && other.room() == seat.room()) {
                Sex theirs = sexOf(i);
                if (sex != null && theirs != null && sex != theirs) {
                    return false;
                }
            }
        }
        return true;
    }

    /** How the bed suits the patient, with its reasons. */
    Fit fit(int patient, Seat seat) {
        return BedChoice.fit(patients.get(patient).wish(), seat.offer());
    }
}
