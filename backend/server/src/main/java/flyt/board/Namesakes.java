package flyt.board;

import flyt.domain.Hospital;
import flyt.domain.place.Places.BedPlace;
import flyt.domain.placement.Request;
import flyt.domain.stay.Course;
import flyt.domain.stay.PatientKey;
import flyt.domain.stay.StayId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** With whom those who wait for a bed may be mixed up by name: stays, no names, so that the choice of a bed can heed it. */
final class Namesakes {

    private Namesakes() {}

    private record Known(StayId stay, @Nullable PatientKey patient, Person person) {}

    /** By the stay of each who waits, those among the patients in bed and the others who wait; who has none is not in it. */
    static Map<StayId, SortedSet<StayId>> of(Moment moment) {
        Collection<Request> open = moment.hospital().requests().open();
        if (open.isEmpty()) {
            return Map.of();
        }
        List<Known> waiting = new ArrayList<>();
        open.forEach(request -> add(moment, moment.hospital().stays().resolve(request.stay()), waiting));
        List<Known> all = new ArrayList<>(waiting);
        for (BedPlace place : moment.hospital().places().beds()) {
            moment.hospital().stays().occupants(place.bed()).forEach(stay -> add(moment, stay, all));
        }
        Map<StayId, SortedSet<StayId>> namesakes = new TreeMap<>();
        for (Known one : waiting) {
            SortedSet<StayId> others = new TreeSet<>();
            all.stream()
                    .filter(other -> !samePatient(one, other) && one.person().alike(other.person()))
                    .forEach(other -> others.add(other.stay()));
            if (!others.isEmpty()) {
                namesakes.put(one.stay(), others);
            }
        }
        return namesakes;
    }

    private static void add(Moment moment, StayId stay, List<Known> people) {
        Course course = moment.course(stay);
        PatientKey patient = course == null ? null : course.patient();
        if (course != null && patient != null) {
            Hospital hospital = moment.hospital();
            people.add(new Known(course.stay(), hospital.stays().resolve(patient), moment.person(course)));
        }
    }

    private static boolean samePatient(Known one, Known other) {
        return one.stay().equals(other.stay())
                || (one.patient() != null && one.patient().equals(other.patient()));
    }
}
