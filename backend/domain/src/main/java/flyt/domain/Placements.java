package flyt.domain;

import flyt.domain.bed.Bed;
import flyt.domain.place.BedId;
import flyt.domain.place.HospitalDefinition.Room;
import flyt.domain.place.HospitalDefinition.RoomFeature;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.place.Places.BedPlace;
import flyt.domain.placement.BedNeed;
import flyt.domain.placement.Offer;
import flyt.domain.placement.Request;
import flyt.domain.placement.Wish;
import flyt.domain.placement.Wish.About;
import flyt.domain.stay.Course;
import flyt.domain.stay.StayId;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What beds offer and patients need: what the hospital knows, as the pure choice of a bed wants it. */
public final class Placements {
    /** Who scores this or more lies in the ward whose patient it is (domain 3.10). */
    private static final int TOO_ILL_FOR_ANOTHER_WARD = 5;
    /** Care that weighs so much, of 1 to 5 (domain 2.15: mean 2.9, sd 1.0), is of somebody frail. */
    private static final int HEAVY_CARE = 4;
    /** Whoever has been moved so often this stay should not be moved once more than need be. */
    private static final int MANY_MOVES = 3;

    private Placements() {}

    /**
     * The bed that is promised to whoever waits, or that another system expects them in; null: none yet, or the ward has said no. What
     * that system says goes on, but nobody is to be taken to a ward that does not receive them.
     */
    public static @Nullable BedId bedOf(Hospital hospital, Request request) {
        StayId stay = hospital.stays().resolve(request.stay());
        for (StayId number : hospital.stays().numbers(stay)) {
            SortedSet<BedId> promised = hospital.beds().promisedTo(number);
            if (!promised.isEmpty()) {
                return promised.first();
            }
        }
        Course course = hospital.stays().course(stay);
        Course.Incoming incoming = course == null ? null : course.incoming();
        return incoming != null
                        && !request.declined()
                        && incoming.place().ward().equals(request.asked().ward())
                ? incoming.place().bed()
                : null;
    }

    /** What a bed is like for whoever looks for one, as one saw it; another one where somebody else has got it since. */
    public static String version(Hospital hospital, BedId bed) {
        Bed condition = hospital.beds().of(bed);
        Bed.Reservation promise = condition.reservation();
        String standing = hospital.stays().occupants(bed)
                + "|" + condition.closure()
                + "|" + (promise == null ? "" : promise.stay() + " " + promise.purpose() + " " + promise.until())
                + "|" + condition.hygiene().soiledAt();
        return Integer.toHexString(standing.hashCode());
    }

    /** What whoever waits needs, or null when the definition no longer knows the ward. */
    public static @Nullable Wish wish(Hospital hospital, Request request) {
        Ward to = hospital.places().ward(request.to());
        Course course = hospital.stays().course(request.stay());
        if (to == null) {
            return null;
        }
        StayId stay = hospital.stays().resolve(request.stay());
        var scores = hospital.scoresOf(stay);
        Integer score = scores == null ? null : scores.latest().score();
        return new Wish(
                stay,
                to,
                needs(request, to),
                course == null ? null : course.isolation(),
                request.sex(),
                score != null && score >= TOO_ILL_FOR_ANOTHER_WARD,
                about(hospital, request, stay, course));
    }

    private static About about(Hospital hospital, Request request, StayId stay, @Nullable Course course) {
        Integer weight = hospital.careWeightOf(stay);
        int moves = course == null ? 0 : course.placements().size() - 1;
        return new About(
                weight,
                moves >= MANY_MOVES || (weight != null && weight >= HEAVY_CARE),
                course != null && leavesSoon(hospital, course.expectedOn()),
                request.readyAt(),
                request.declined() ? request.asked().ward() : null,
                new TreeSet<>());
    }

    private static boolean leavesSoon(Hospital hospital, @Nullable LocalDate day) {
        LocalDate today = hospital.places().today();
        return day != null && today != null && !day.isAfter(today.plusDays(1));
    }

    /**
     * What was said that they need; whoever comes to a ward where all rooms are for children is a child, and to one where all are places
     * of intensive care needs that.
     */
    private static SortedSet<BedNeed> needs(Request request, Ward to) {
        SortedSet<BedNeed> needs = new TreeSet<>(request.needs());
        if (allRooms(to, RoomFeature.FOR_CHILDREN)) {
            needs.add(BedNeed.CHILD);
        }
        if (allRooms(to, RoomFeature.INTENSIVE_CARE)) {
            needs.add(BedNeed.INTENSIVE_CARE);
        }
        return needs;
    }

    private static boolean allRooms(Ward ward, RoomFeature feature) {
        List<Room> rooms = ward.clusters().stream()
                .flatMap(cluster -> cluster.rooms().stream())
                .toList();
        return !rooms.isEmpty()
                && rooms.stream().allMatch(room -> room.features().contains(feature));
    }

    /** What the bed has to give; of many beds at one moment, ask {@link Offers}. */
    public static Offer offer(Hospital hospital, BedPlace place) {
        return new Offers(hospital).of(place);
    }
}
