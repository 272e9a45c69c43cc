package flyt.domain;

import flyt.domain.place.BedId;
import flyt.domain.place.Counting;
import flyt.domain.place.Counting.Answer;
import flyt.domain.place.Place;
import flyt.domain.stay.Course;
import flyt.domain.stay.StayId;
import flyt.domain.stay.StayKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether somebody with a bed is in the occupancy, and if not, as what: the one place that knows (domain 3.1). */
public enum Counted {
    YES,
    /** Shares a bed on purpose with somebody who counts for both. */
    COMPANION,
    NEWBORN,
    DAY_PATIENT,
    OBSERVATION;

    /** Where the patient lies. */
    public static Counted of(Hospital hospital, Course course) {
        return in(hospital, course, course.place());
    }

    /** As the patient would be counted in that place. */
    public static Counted in(Hospital hospital, Course course, @Nullable Place place) {
        BedId bed = place == null ? null : place.bed();
        Counting counting = hospital.places().definition().counting();
        return switch (course.kind()) {
            case NEWBORN ->
                counting.newborns() != Answer.COUNTED && isWithSomebody(hospital, course.stay(), bed) ? NEWBORN : YES;
            case DAY -> counting.dayPatients() == Answer.COUNTED ? amongThoseIn(hospital, course, bed) : DAY_PATIENT;
            case OBSERVATION ->
                counting.observation() == Answer.COUNTED ? amongThoseIn(hospital, course, bed) : OBSERVATION;
            case ORDINARY -> amongThoseIn(hospital, course, bed);
        };
    }

    /** A newborn in a bed of its own is a patient like others, in intensive care above all; one without a bed is with its mother. */
    private static boolean isWithSomebody(Hospital hospital, StayId newborn, @Nullable BedId bed) {
        Set<StayId> there = bed == null ? Set.of() : hospital.stays().occupants(bed);
        return bed == null
                || there.stream()
                        .filter(stay -> !stay.equals(newborn))
                        .map(hospital.stays()::course)
                        .anyMatch(course -> liesIn(course, bed) && course.kind() != StayKind.NEWBORN);
    }

    /** Of those who share the bed on purpose the first counts, newborns apart. */
    private static Counted amongThoseIn(Hospital hospital, Course course, @Nullable BedId bed) {
        StayId first = null;
        boolean shares = false;
        for (StayId each :
                bed == null ? Set.<StayId>of() : hospital.beds().of(bed).sharedBy()) {
            Course other = hospital.stays().course(each);
            if (other != null && liesIn(other, bed) && other.kind() != StayKind.NEWBORN) {
                first = first == null ? other.stay() : first;
                shares |= other.stay().equals(course.stay());
            }
        }
        return shares && !course.stay().equals(first) ? COMPANION : YES;
    }

    private static boolean liesIn(@Nullable Course course, BedId bed) {
        Place place = course == null ? null : course.place();
        return place != null && bed.equals(place.bed());
    }
}
