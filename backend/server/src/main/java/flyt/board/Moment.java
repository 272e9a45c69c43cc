package flyt.board;

import flyt.domain.Hospital;
import flyt.domain.capacity.Outliers;
import flyt.domain.place.BedId;
import flyt.domain.place.Place;
import flyt.domain.place.Places.BedPlace;
import flyt.domain.place.WardId;
import flyt.domain.stay.Course;
import flyt.domain.stay.PatientKey;
import flyt.domain.stay.StayId;
import flyt.domain.task.Point;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A hospital at one moment and the people behind its keys: what all rows are made from. Immutable. */
record Moment(Hospital hospital, Plan plan, Identities identities) {

    static Moment of(Hospital hospital, Identities identities) {
        return new Moment(hospital, Plan.of(hospital.places()), identities);
    }

    /** The next moment; the plan is made anew only where the definition is another. */
    Moment then(Hospital after, Identities known) {
        boolean samePlan = after.places().definition() == plan.definition();
        return new Moment(after, samePlan ? plan : Plan.of(after.places()), known);
    }

    @Nullable
    Course course(StayId stay) {
        return hospital.stays().course(stay);
    }

    /** The patient of the stay; unknown when there is no such stay or nobody said whose it is. */
    Person person(@Nullable Course course) {
        PatientKey patient = course == null ? null : course.patient();
        return patient == null
                ? Person.UNKNOWN
                : identities.patient(patient, hospital.stays().resolve(patient));
    }

    /** Where the patient is meanwhile, in words as far as they are known; null for one who is not away. */
    Course.@Nullable Away away(Course course) {
        Course.Away away = course.away();
        return away == null || away.destination() == null
                ? away
                : new Course.Away(
                        away.leave(), identities.text(away.destination()), away.since(), away.expectedBackAt());
    }

    /** The ward's name, or its id when the definition does not know it; null for no ward. */
    @Nullable
    String wardName(@Nullable WardId ward) {
        if (ward == null) {
            return null;
        }
        Plan.WardPlan known = plan.ward(ward);
        return known == null ? ward.value() : known.ward().name();
    }

    /** The ward that is responsible for a patient who lies out of place, or null. */
    @Nullable
    WardId homeOfOutlier(Course course) {
        return Outliers.homeOf(hospital, course);
    }

    /**
     * The quarter of an hour that the hospital is in. What is counted ahead of now is counted from its beginning, so that it changes at
     * moments that are known.
     */
    Instant quarter() {
        long quarter = 15 * 60;
        return Instant.ofEpochSecond(hospital.recordedAt().getEpochSecond() / quarter * quarter);
    }

    /** The ward that a point lies in, or null. */
    @Nullable
    WardId wardOf(Point point) {
        BedPlace bed = point.bed() == null ? null : hospital.places().bed(point.bed());
        return bed == null ? point.ward() : bed.ward().id();
    }

    /** From which ward the patient was discharged today, and when, or null. */
    LeftToday.@Nullable Left leftToday(Course course) {
        if (course.inHouse() || course.endedAt() == null || course.placements().isEmpty()) {
            return null;
        }
        ZonedDateTime at = course.endedAt().atZone(plan.definition().timeZone());
        return at.toLocalDate().equals(hospital.places().today())
                ? new LeftToday.Left(lastPlace(course).ward(), at.getHour())
                : null;
    }

    /** The wards on whose boards a patient is: lies there, is expected there, or is theirs and elsewhere. */
    SortedSet<WardId> wardsOf(Course course) {
        SortedSet<WardId> wards = new TreeSet<>();
        for (BedId bed : course.holdings().keySet()) {
            BedPlace place = hospital.places().bed(bed);
            if (place != null) {
                wards.add(place.ward().id());
            }
        }
        if (course.place() != null) {
            wards.add(course.place().ward());
        }
        if (course.incoming() != null) {
            wards.add(course.incoming().place().ward());
        }
        if (course.inHouse() && course.responsibleWard() != null) {
            wards.add(course.responsibleWard());
        }
        return wards;
    }

    /** Where the patient was placed last. */
    static Place lastPlace(Course course) {
        return course.placements().get(course.placements().size() - 1).place();
    }

    /** Whether the patient of this stay officially lies in this bed. */
    static boolean liesIn(Course course, BedPlace bed) {
        Place place = course.place();
        return place != null && bed.bed().equals(place.bed());
    }
}
