package flyt.runtime;

import flyt.domain.Hospital;
import flyt.domain.place.WardId;
import flyt.domain.stay.Course;
import flyt.domain.stay.PatientKey;
import flyt.domain.stay.StayId;
import java.util.SortedSet;
import java.util.TreeSet;

/** The patients that a ward treats: who lies there, is expected there, or is its responsibility elsewhere; not who has left. */
final class Treated {
    private Treated() {}

    /** Under every key they ever had: what was told of them before their numbers were merged is of them, too. */
    static SortedSet<PatientKey> in(Hospital hospital, WardId ward) {
        SortedSet<PatientKey> keys = new TreeSet<>();
        for (StayId stay : hospital.stays().concerning(ward)) {
            Course course = hospital.stays().course(stay);
            if (course != null && course.patient() != null) {
                keys.addAll(Forgetting.allKeysOf(hospital, course.patient()));
            }
        }
        return keys;
    }
}
