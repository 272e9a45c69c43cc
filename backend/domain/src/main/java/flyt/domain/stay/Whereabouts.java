package flyt.domain.stay;

import flyt.domain.place.BedId;
import flyt.domain.place.Place;
import flyt.domain.place.WardId;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/** The courses found by bed and by ward: who holds a bed, whom a ward has to do with. Follows from them. Immutable. */
record Whereabouts(
        TreePMap<StayId, Course> courses,
        TreePMap<BedId, TreePSet<StayId>> occupants,
        TreePMap<WardId, TreePSet<StayId>> concerning) {

    static final Whereabouts NOBODY = new Whereabouts(TreePMap.empty(), TreePMap.empty(), TreePMap.empty());

    Whereabouts with(StayId stay, Course course) {
        return new Whereabouts(
                courses.plus(stay, course),
                index(occupants, bedsOf(courses.get(stay)), bedsOf(course), stay),
                index(concerning, wardsOf(courses.get(stay)), wardsOf(course), stay));
    }

    Whereabouts without(StayId stay) {
        return new Whereabouts(
                courses.minus(stay),
                index(occupants, bedsOf(courses.get(stay)), new TreeSet<>(), stay),
                index(concerning, wardsOf(courses.get(stay)), new TreeSet<>(), stay));
    }

    private static Collection<BedId> bedsOf(@Nullable Course course) {
        return course == null ? new TreeSet<>() : course.holdings().keySet();
    }

    /** The wards a stay has to do with: lying there, expected there, or its responsibility elsewhere. */
    private static SortedSet<WardId> wardsOf(@Nullable Course course) {
        SortedSet<WardId> wards = new TreeSet<>();
        if (course == null) {
            return wards;
        }
        Place place = course.place();
        if (place != null) {
            wards.add(place.ward());
            if (course.responsibleWard() != null) {
                wards.add(course.responsibleWard());
            }
        }
        if (course.incoming() != null) {
            wards.add(course.incoming().place().ward());
        }
        return wards;
    }

    private static <K extends Comparable<? super K>> TreePMap<K, TreePSet<StayId>> index(
            TreePMap<K, TreePSet<StayId>> index, Collection<K> before, Collection<K> after, StayId stay) {
        TreePMap<K, TreePSet<StayId>> result = index;
        for (K key : before) {
            if (!after.contains(key)) {
                TreePSet<StayId> left =
                        result.getOrDefault(key, TreePSet.empty()).minus(stay);
                result = left.isEmpty() ? result.minus(key) : result.plus(key, left);
            }
        }
        for (K key : after) {
            if (!before.contains(key)) {
                result = result.plus(
                        key, result.getOrDefault(key, TreePSet.empty()).plus(stay));
            }
        }
        return result;
    }
}
