package flyt.domain.capacity;

import flyt.domain.Hospital;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.place.HospitalDefinition.WardKind;
import flyt.domain.place.WardId;
import flyt.domain.stay.Course;
import org.jspecify.annotations.Nullable;

/** Who lies in a ward of another specialty (domain 3.1: <i>satellittpasient</i>). */
public final class Outliers {
    private Outliers() {}

    /**
     * The ward that is responsible for a patient who lies in another one, or null. Only who lies in an inpatient ward is out of
     * place: emergency department, theatre and virtual wards have other wards' patients by their nature. Wards of one specialty are no
     * strangers to each other.
     */
    public static @Nullable WardId homeOf(Hospital hospital, Course course) {
        WardId lyingIn = course.outlierIn();
        Ward there = lyingIn == null ? null : hospital.places().ward(lyingIn);
        boolean outOfPlace =
                there != null && there.kind() == WardKind.INPATIENT && !isOfOneSpecialty(hospital, there, course);
        return outOfPlace ? course.responsibleWard() : null;
    }

    private static boolean isOfOneSpecialty(Hospital hospital, Ward there, Course course) {
        Ward home = course.responsibleWard() == null ? null : hospital.places().ward(course.responsibleWard());
        return home != null && home.specialty() != null && home.specialty().equals(there.specialty());
    }
}
