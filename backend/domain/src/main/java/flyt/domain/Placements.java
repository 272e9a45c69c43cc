package flyt.domain;

import flyt.domain.bed.Bed;
import flyt.domain.place.BedId;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalDefinition.Room;
import flyt.domain.place.HospitalDefinition.RoomFeature;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.place.Places.BedPlace;
import flyt.domain.placement.BedNeed;
import flyt.domain.placement.Offer;
import flyt.domain.placement.Offer.Standing;
import flyt.domain.placement.Request;
import flyt.domain.placement.Sex;
import flyt.domain.placement.Wish;
import flyt.domain.stay.Course;
import flyt.domain.stay.Readiness;
import flyt.domain.stay.StayId;
import flyt.domain.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What beds offer and patients need: what the hospital knows, as the pure choice of a bed wants it. */
public final class Placements {
    /** By then most of those who leave today have left (domain 2.5: 65 % before 15). */
    private static final LocalTime MOST_HAVE_LEFT = LocalTime.of(15, 0);
    /** Nine of ten cleans are done in that time (domain 3.18). */
    private static final Duration CLEAN = Duration.ofMinutes(55);
    /** Who scores this or more lies in the ward whose patient it is (domain 3.10). */
    private static final int TOO_ILL_FOR_ANOTHER_WARD = 5;

    private Placements() {}

    /** The bed that is promised to whoever waits, or that another system expects them in; null: none yet. */
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
                score != null && score >= TOO_ILL_FOR_ANOTHER_WARD);
    }

    /** What was said that they need; whoever comes to a ward where all rooms are for children is a child. */
    private static SortedSet<BedNeed> needs(Request request, Ward to) {
        SortedSet<BedNeed> needs = new TreeSet<>(request.needs());
        List<Room> rooms = to.clusters().stream()
                .flatMap(cluster -> cluster.rooms().stream())
                .toList();
        if (!rooms.isEmpty() && rooms.stream().allMatch(room -> room.features().contains(RoomFeature.FOR_CHILDREN))) {
            needs.add(BedNeed.CHILD);
        }
        return needs;
    }

    /** What a patient needs of whom nobody asked for anything: the bed's own ward. */
    static Wish wish(Hospital hospital, StayId stay, Ward to) {
        Course course = hospital.stays().course(stay);
        return new Wish(
                stay,
                to,
                new TreeSet<BedNeed>(),
                course == null ? null : course.isolation(),
                sexOf(hospital, stay),
                false);
    }

    /** What the bed has to give. */
    public static Offer offer(Hospital hospital, BedPlace place) {
        Bed condition = hospital.beds().of(place.bed());
        Standing standing = standing(hospital, place.bed());
        SortedSet<StayId> neighbours = neighbours(hospital, place);
        SortedSet<Sex> sexes = new TreeSet<>();
        boolean isolated = false;
        boolean strangers = false;
        for (StayId stay : neighbours) {
            Course course = hospital.stays().course(stay);
            Sex sex = sexOf(hospital, stay);
            isolated |= course != null && course.isolation() != null;
            strangers |= sex == null;
            if (sex != null) {
                sexes.add(sex);
            }
        }
        Room room = place.room();
        return new Offer(
                place.bed(),
                place.ward(),
                place.extra() != null,
                room == null ? List.of() : room.features(),
                room == null ? 0 : room.beds().size(),
                standing,
                readyAt(hospital, place.bed(), standing),
                condition.closure() != null,
                condition.reservation() != null,
                keptFor(hospital, place),
                isolated,
                sexes,
                strangers);
    }

    private static Standing standing(Hospital hospital, BedId bed) {
        return switch (hospital.use(bed)) {
            case READY -> Standing.READY;
            case NOT_MADE -> Standing.NOT_MADE;
            case BEING_CLEANED, CLEANING_PAUSED -> Standing.BEING_CLEANED;
            case WAITING_CLEANING -> Standing.WAITING_CLEANING;
            case AIR_CHANGE -> Standing.AIR_CHANGE;
            case OCCUPIED, HELD -> leaveToday(hospital, bed) ? Standing.LEAVING : Standing.OCCUPIED;
        };
    }

    private static boolean leaveToday(Hospital hospital, BedId bed) {
        return hospital.stays().occupants(bed).stream()
                .map(hospital.stays()::course)
                .allMatch(course -> course != null
                        && (course.holdings().get(bed).lingers()
                                || course.readiness() == Readiness.READY_TO_LEAVE
                                || isToday(hospital, course.expectedOn())));
    }

    private static boolean isToday(Hospital hospital, @Nullable LocalDate day) {
        LocalDate today = hospital.places().today();
        return day != null && today != null && !day.isAfter(today);
    }

    private static @Nullable Instant readyAt(Hospital hospital, BedId bed, Standing standing) {
        Task clean = hospital.tasks().ofBed(bed);
        return switch (standing) {
            case READY, NOT_MADE, OCCUPIED, WAITING_CLEANING ->
                standing == Standing.WAITING_CLEANING && clean != null ? clean.expectedDoneAt() : null;
            case BEING_CLEANED -> clean == null ? null : clean.expectedDoneAt();
            case AIR_CHANGE -> {
                Instant until = hospital.beds().of(bed).hygiene().airChangeUntil();
                yield until == null ? null : until.plus(CLEAN);
            }
            case LEAVING ->
                hospital.stays().occupants(bed).stream()
                        .map(hospital.stays()::course)
                        .map(course -> leavesAt(hospital, course))
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                        .map(left -> left.plus(CLEAN))
                        .orElse(null);
        };
    }

    private static @Nullable Instant leavesAt(Hospital hospital, @Nullable Course course) {
        if (course == null || course.expectedOn() == null) {
            return null;
        }
        return course.expectedAt() != null
                ? course.expectedAt()
                : course.expectedOn()
                        .atTime(MOST_HAVE_LEFT)
                        .atZone(hospital.places().definition().timeZone())
                        .toInstant();
    }

    private static @Nullable StayId keptFor(Hospital hospital, BedPlace place) {
        Bed.Reservation promise = hospital.beds().of(place.bed()).reservation();
        if (promise != null) {
            return promise.stay() == null ? null : hospital.stays().resolve(promise.stay());
        }
        return hospital.stays().concerning(place.ward().id()).stream()
                .map(hospital.stays()::course)
                .filter(course -> course != null
                        && course.incoming() != null
                        && place.bed().equals(course.incoming().place().bed()))
                .map(Course::stay)
                .findFirst()
                .orElse(null);
    }

    /** Who lies in the other beds of the room, or is promised one. */
    private static SortedSet<StayId> neighbours(Hospital hospital, BedPlace place) {
        SortedSet<StayId> neighbours = new TreeSet<>();
        for (HospitalDefinition.Bed other : place.room() == null
                ? List.<HospitalDefinition.Bed>of()
                : place.room().beds()) {
            if (!other.id().equals(place.bed())) {
                neighbours.addAll(hospital.stays().occupants(other.id()));
                Bed.Reservation promise = hospital.beds().of(other.id()).reservation();
                if (promise != null && promise.stay() != null) {
                    neighbours.add(hospital.stays().resolve(promise.stay()));
                }
            }
        }
        return neighbours;
    }

    private static @Nullable Sex sexOf(Hospital hospital, StayId stay) {
        return hospital.stays().numbers(stay).stream()
                .map(hospital.requests()::sexOf)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
