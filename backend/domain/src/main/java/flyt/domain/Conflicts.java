package flyt.domain;

import flyt.domain.conflict.Conflict;
import flyt.domain.conflict.Conflict.Settlement;
import flyt.domain.conflict.Conflict.Type;
import flyt.domain.place.BedId;
import flyt.domain.place.Place;
import flyt.domain.stay.Course;
import flyt.domain.stay.StayId;
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
        TreeSet<BedId> held = new TreeSet<>();
        hospital.stays()
                .courses()
                .forEach(course -> held.addAll(course.holdings().keySet()));
        held.forEach(bed -> all.addAll(atBed(hospital, bed)));
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
            add(hospital, found, conflict(Type.UNKNOWN_PLACE, course, Settlement.WITHOUT_BED, Settlement.DISCHARGE));
        }
        if (!course.known()) {
            add(hospital, found, conflict(Type.UNKNOWN_STAY, course, Settlement.KEEP, Settlement.DISCHARGE));
        }
        if (!course.cancelledNothing().isEmpty()) {
            add(hospital, found, conflict(Type.CANCELS_NOTHING, course, Settlement.KEEP));
        }
        return found;
    }

    /** The conflict of two in one bed who do not share it on purpose, or null. */
    static @Nullable Conflict taken(Hospital hospital, BedId bed) {
        TreeSet<StayId> holders = new TreeSet<>(hospital.stays().occupants(bed));
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
                new Conflict.Key("bed-taken/" + bed.value()),
                Type.BED_TAKEN,
                bed,
                List.copyOf(holders),
                since,
                List.of(Settlement.SHARE_BED, Settlement.WITHOUT_BED, Settlement.DISCHARGE));
    }

    private static @Nullable Conflict placedInClosed(Hospital hospital, BedId bed) {
        List<StayId> holders = List.copyOf(hospital.stays().occupants(bed));
        if (holders.isEmpty() || hospital.beds().of(bed).closure() == null) {
            return null;
        }
        return new Conflict(
                new Conflict.Key("placed-in-closed-bed/" + bed.value()),
                Type.PLACED_IN_CLOSED_BED,
                bed,
                holders,
                hospital.beds().of(bed).closure().since(),
                List.of(Settlement.WITHOUT_BED, Settlement.KEEP));
    }

    private static boolean unknown(Hospital hospital, Place place) {
        return hospital.places().ward(place.ward()) == null
                || (place.bed() != null && hospital.places().bed(place.bed()) == null);
    }

    private static Conflict conflict(Type type, Course course, Settlement... settle) {
        Place place = course.place();
        String name = type.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return new Conflict(
                new Conflict.Key(name + "/" + course.stay().value()),
                type,
                place == null ? null : place.bed(),
                List.of(course.stay()),
                course.placements().isEmpty()
                        ? null
                        : course.placements()
                                .get(course.placements().size() - 1)
                                .from(),
                List.of(settle));
    }

    private static void add(Hospital hospital, List<Conflict> found, @Nullable Conflict conflict) {
        if (conflict != null && !hospital.dismissals().contains(conflict.id())) {
            found.add(conflict);
        }
    }
}
