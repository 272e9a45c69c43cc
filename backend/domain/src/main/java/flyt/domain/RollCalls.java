package flyt.domain;

import flyt.domain.bed.Bed;
import flyt.domain.forecast.RollCall;
import flyt.domain.forecast.RollCall.InWard;
import flyt.domain.forecast.RollCall.Known;
import flyt.domain.forecast.Standing;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.place.Place;
import flyt.domain.place.Places.BedPlace;
import flyt.domain.place.WardId;
import flyt.domain.stay.Course;
import flyt.domain.stay.StayStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds the roll calls of a hospital that it is forecast from. */
public final class RollCalls {
    private static final Set<StayStatus> OVER =
            EnumSet.of(StayStatus.UNKNOWN, StayStatus.DISCHARGED, StayStatus.CANCELLED);

    private RollCalls() {}

    /**
     * Everybody who is known at that time, and the beds. Who lies in a ward and is not in its occupancy lies in none; who is there without
     * a bed does not lie there yet, as in the occupancy.
     */
    public static RollCall of(Hospital hospital, Instant at) {
        ZoneId zone = hospital.places().definition().timeZone();
        Set<WardId> counted = hospital.places().definition().wards().stream()
                .filter(Ward::inOccupancy)
                .map(Ward::id)
                .collect(Collectors.toSet());
        List<Known> people = new ArrayList<>();
        SortedMap<WardId, Integer> patients = new TreeMap<>();
        for (Course course : hospital.stays().courses()) {
            if (OVER.contains(course.status())) {
                continue;
            }
            WardId here = in(hospital, counted, course, course.place());
            WardId lies = course.place() == null || course.place().bed() == null ? null : here;
            WardId expected = in(
                    hospital,
                    counted,
                    course,
                    course.incoming() == null ? null : course.incoming().place());
            people.add(new Known(
                    course.stay(), Standing.of(course, counted, at, zone), lies, expected == null ? here : expected));
            if (lies != null) {
                int unused = patients.merge(lies, 1, Integer::sum);
            }
        }
        SortedMap<WardId, InWard> wards = new TreeMap<>();
        counted.forEach(ward -> wards.put(ward, ward(hospital, ward, patients.getOrDefault(ward, 0))));
        return new RollCall(at, zone, people, wards);
    }

    private static @Nullable WardId in(Hospital hospital, Set<WardId> counted, Course course, @Nullable Place place) {
        boolean counts =
                place != null && counted.contains(place.ward()) && Counted.in(hospital, course, place) == Counted.YES;
        return counts ? place.ward() : null;
    }

    private static InWard ward(Hospital hospital, WardId ward, int patients) {
        int open = 0;
        int ready = 0;
        for (BedPlace place : hospital.places().bedsOf(ward)) {
            Bed bed = hospital.beds().of(place.bed());
            if (place.extra() == null && bed.closure() == null) {
                open++;
                ready += hospital.use(place.bed()) == BedUse.READY ? 1 : 0;
            }
        }
        return new InWard(patients, open, ready);
    }
}
