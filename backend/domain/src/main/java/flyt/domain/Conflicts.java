package flyt.domain;

import flyt.domain.bed.Bed;
import flyt.domain.conflict.Conflict;
import flyt.domain.conflict.Conflict.Settlement;
import flyt.domain.conflict.Conflict.Type;
import flyt.domain.event.MessageKey;
import flyt.domain.place.BedId;
import flyt.domain.place.Place;
import flyt.domain.stay.Course;
import flyt.domain.stay.StayId;
import flyt.domain.stay.StayKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What does not fit together in a hospital, worked out from its state: when the facts settle, the conflict is gone. */
public final class Conflicts {

    private Conflicts() {}

    /** Everything that does not fit now, beds first. */
    public static List<Conflict> all(Hospital hospital) {
        List<Conflict> all = new ArrayList<>();
        hospital.stays().occupiedBeds().forEach(bed -> all.addAll(atBed(hospital, bed)));
        hospital.stays().courses().forEach(course -> all.addAll(of(hospital, course)));
        return all;
    }

    /** What does not fit at one bed. */
    public static List<Conflict> atBed(Hospital hospital, BedId bed) {
        List<Conflict> found = new ArrayList<>();
        add(hospital, found, taken(hospital, bed));
        add(hospital, found, placedInClosed(hospital, bed));
        return found;
    }

    /** What does not fit about one stay. */
    public static List<Conflict> of(Hospital hospital, Course course) {
        List<Conflict> found = new ArrayList<>();
        Place place = course.place();
        if (place != null && unknown(hospital, place)) {
            boolean wardKnown = hospital.places().ward(place.ward()) != null;
            List<Settlement> ways =
                    wardKnown ? List.of(Settlement.WITHOUT_BED, Settlement.DISCHARGE) : List.of(Settlement.DISCHARGE);
            add(hospital, found, conflict(Type.UNKNOWN_PLACE, course, "", placedAt(course), ways));
        }
        if (!course.known()) {
            List<Settlement> ways = List.of(Settlement.KEEP, Settlement.DISCHARGE);
            add(hospital, found, conflict(Type.UNKNOWN_STAY, course, "", placedAt(course), ways));
        }
        if (!course.cancelledNothing().isEmpty()) {
            MessageKey last = course.cancelledNothing().stream()
                    .max(MessageKey::compareTo)
                    .orElseThrow();
            List<Settlement> ways = List.of(Settlement.KEEP);
            add(hospital, found, conflict(Type.CANCELS_NOTHING, course, named(last), placedAt(course), ways));
        }
        Course.MovedAfterEnd moved = course.movedAfterEnd();
        if (moved != null) {
            List<Settlement> ways = List.of(Settlement.NOT_DISCHARGED, Settlement.KEEP);
            add(hospital, found, conflict(Type.MOVED_AFTER_DISCHARGE, course, named(moved.by()), moved.at(), ways));
        }
        return found;
    }

    /** The conflict of two in one bed who do not share it on purpose, or null. A newborn shares its mother's. */
    static @Nullable Conflict taken(Hospital hospital, BedId bed) {
        TreeSet<StayId> holders = new TreeSet<>(hospital.stays().occupants(bed));
        if (holders.stream().anyMatch(stay -> !isNewborn(hospital, stay))) {
            holders.removeIf(stay -> isNewborn(hospital, stay));
        }
        if (holders.size() < 2 || hospital.beds().of(bed).sharedBy().containsAll(holders)) {
            return null;
        }
        Instant since = holders.stream()
                .map(stay -> hospital.stays().course(stay))
                .filter(Objects::nonNull)
                .map(course -> course.holdings().get(bed).since())
                .max(Instant::compareTo)
                .orElse(null);
        return new Conflict(
                Conflict.Key.of(Type.BED_TAKEN, bed, ""),
                Type.BED_TAKEN,
                bed,
                List.copyOf(holders),
                since,
                List.of(Settlement.SHARE_BED, Settlement.WITHOUT_BED, Settlement.DISCHARGE));
    }

    private static boolean isNewborn(Hospital hospital, StayId stay) {
        Course course = hospital.stays().course(stay);
        return course != null && course.kind() == StayKind.NEWBORN;
    }

    private static @Nullable Conflict placedInClosed(Hospital hospital, BedId bed) {
        List<StayId> holders = List.copyOf(hospital.stays().occupants(bed));
        Bed.Closure closure = hospital.beds().of(bed).closure();
        if (holders.isEmpty() || closure == null) {
            return null;
        }
        // named with the moment of closing: what was kept then is asked anew when the bed is closed again
        return new Conflict(
                Conflict.Key.of(Type.PLACED_IN_CLOSED_BED, bed, closure.since().toString()),
                Type.PLACED_IN_CLOSED_BED,
                bed,
                holders,
                closure.since(),
                List.of(Settlement.WITHOUT_BED, Settlement.KEEP));
    }

    private static boolean unknown(Hospital hospital, Place place) {
        return hospital.places().ward(place.ward()) == null
                || (place.bed() != null && hospital.places().bed(place.bed()) == null);
    }

    private static Conflict conflict(
            Type type, Course course, String which, @Nullable Instant since, List<Settlement> settle) {
        Place place = course.place();
        return new Conflict(
                Conflict.Key.of(type, course.stay(), which),
                type,
                place == null ? null : place.bed(),
                List.of(course.stay()),
                since,
                settle);
    }

    private static String named(MessageKey message) {
        return message.source().value() + "/" + message.id();
    }

    private static @Nullable Instant placedAt(Course course) {
        List<Course.Placement> placements = course.placements();
        return placements.isEmpty()
                ? null
                : placements.get(placements.size() - 1).from();
    }

    private static void add(Hospital hospital, List<Conflict> found, @Nullable Conflict conflict) {
        if (conflict != null && !hospital.dismissals().contains(conflict.id())) {
            found.add(conflict);
        }
    }
}
