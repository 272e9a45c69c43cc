package flyt.domain;

import flyt.domain.bed.Bed;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.place.HospitalDefinition.WardKind;
import flyt.domain.place.Place;
import flyt.domain.place.Places.BedPlace;
import flyt.domain.place.WardId;
import flyt.domain.stay.Course;
import flyt.domain.stay.Milestone;
import flyt.domain.stay.Outlook;
import flyt.domain.stay.StayFact;
import flyt.domain.stay.StayFact.AdmissionExpected;
import flyt.domain.stay.StayFact.TransferExpected;
import flyt.domain.task.Task;
import flyt.domain.threshold.Figure;
import flyt.domain.threshold.Nedocs;
import flyt.domain.threshold.Reading;
import flyt.domain.threshold.ThresholdSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Measures the figures that rules watch, in one walk through the beds and the stays of a hospital. */
final class Gauges {
    private static final double MINUTES_OF_AN_HOUR = 60;
    private static final Duration AHEAD = Duration.ofHours(4);

    private final Hospital hospital;
    private final Instant now;
    private final SortedMap<WardId, Tally> wards = new TreeMap<>();
    private final Tally house = new Tally();
    private final Emergency emergency = new Emergency();

    /** What is counted in one place. Times in minutes. */
    private static final class Tally {
        private int lying;
        private int open;
        private int corridor;
        private int ready;
        private int toClean;
        private int waitingForLab;
        private long oldestClean;

        void add(Tally other) {
            lying += other.lying;
            open += other.open;
            corridor += other.corridor;
            ready += other.ready;
            toClean += other.toClean;
            waitingForLab += other.waitingForLab;
            oldestClean = StrictMath.max(oldestClean, other.oldestClean);
        }
    }

    /** What is counted in the emergency department. */
    private static final class Emergency {
        private int patients;
        private int beds;
        private int boarders;
        private long longestBoarding;
        private @Nullable Instant lastGivenABed;
        private long waitedForIt;
    }

    private Gauges(Hospital hospital, Instant now) {
        this.hospital = hospital;
        this.now = now;
    }

    /** The figures that the set looks at, by figure and place; what cannot be known is left out. */
    static List<Reading> read(Hospital hospital, ThresholdSet set, Instant now) {
        Gauges gauges = new Gauges(hospital, now);
        gauges.count();
        List<Reading> readings = new ArrayList<>();
        set.ofHospital().forEach(figure -> gauges.add(readings, figure, null, gauges.house));
        for (Map.Entry<WardId, Tally> ward : gauges.wards.entrySet()) {
            set.ofWards().forEach(figure -> gauges.add(readings, figure, ward.getKey(), ward.getValue()));
        }
        readings.sort(null);
        return readings;
    }

    private void count() {
        for (Ward ward : hospital.places().definition().wards()) {
            if (ward.kind() == WardKind.EMERGENCY) {
                emergency.beds += (int) hospital.places().bedsOf(ward.id()).stream()
                        .filter(place -> place.extra() == null)
                        .count();
            }
            if (ward.inOccupancy()) {
                Tally tally = new Tally();
                hospital.places().bedsOf(ward.id()).forEach(place -> countBed(place, tally));
                wards.put(ward.id(), tally);
            }
        }
        hospital.stays().courses().forEach(this::countStay);
        wards.values().forEach(house::add);
    }

    private void countBed(BedPlace place, Tally tally) {
        Bed bed = hospital.beds().of(place.bed());
        BedUse use = hospital.use(place.bed());
        boolean open = place.extra() == null && bed.closure() == null;
        tally.open += open ? 1 : 0;
        tally.ready += open && use == BedUse.READY && bed.reservation() == null ? 1 : 0;
        if (use == BedUse.WAITING_CLEANING) {
            tally.toClean++;
            Task clean = hospital.tasks().ofBed(place.bed());
            tally.oldestClean = StrictMath.max(tally.oldestClean, clean == null ? 0 : minutesSince(clean.orderedAt()));
        }
    }

    private void countStay(Course course) {
        Place place = course.place();
        Ward ward = place == null ? null : hospital.places().ward(place.ward());
        if (place == null || ward == null) {
            return;
        } else if (ward.kind() == WardKind.EMERGENCY) {
            countInEmergency(course);
        }
        Tally tally = wards.get(ward.id());
        if (tally == null) {
            return;
        }
        BedPlace bed = place.bed() == null ? null : hospital.places().bed(place.bed());
        tally.lying += bed != null && Counted.of(hospital, course) == Counted.YES ? 1 : 0;
        tally.corridor += bed == null || bed.extra() == null ? 0 : 1;
        tally.waitingForLab += waitsForLab(course) ? 1 : 0;
    }

    private boolean waitsForLab(Course course) {
        return course.expectedOn() != null
                && course.expectedOn().equals(hospital.places().today())
                && Outlook.of(course, hospital.labsOf(course.stay())).waitsFor() == Milestone.Kind.LAB;
    }

    private void countInEmergency(Course course) {
        emergency.patients++;
        Instant since = boardingSince(course);
        if (since != null && !since.isAfter(now)) {
            emergency.boarders++;
            emergency.longestBoarding = StrictMath.max(emergency.longestBoarding, minutesSince(since));
        }
        List<Course.Placement> placements = course.placements();
        Course.Placement last = placements.get(placements.size() - 1);
        boolean later = emergency.lastGivenABed == null || last.from().isAfter(emergency.lastGivenABed);
        if (last.place().bed() != null && later) {
            emergency.lastGivenABed = last.from();
            Instant came = placements.get(0).place().ward().equals(last.place().ward())
                    ? placements.get(0).from()
                    : last.from();
            emergency.waitedForIt = Duration.between(came, last.from()).toMinutes();
        }
    }

    /** Since when the patient, once in the department, was to be in a ward, as it was said first; null: nobody has said so. */
    private @Nullable Instant boardingSince(Course course) {
        Instant came = course.placements().get(0).from();
        return course.incoming() == null
                ? null
                : hospital.stays().facts(course.stay()).stream()
                        .filter(told -> !told.header().effectiveAt().isBefore(came))
                        .map(told -> expectedAt(told.fact(), told.header().effectiveAt()))
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null);
    }

    /** When a move was expected by this fact, at once where it does not say; null: by none. */
    private static @Nullable Instant expectedAt(StayFact fact, Instant saidAt) {
        if (fact instanceof AdmissionExpected admission) {
            return Objects.requireNonNullElse(admission.expectedAt(), saidAt);
        } else if (fact instanceof TransferExpected transfer) {
            return Objects.requireNonNullElse(transfer.expectedAt(), saidAt);
        }
        return null;
    }

    private void add(List<Reading> readings, Figure figure, @Nullable WardId ward, Tally tally) {
        Double value = hospital.watching().told(figure, ward, now);
        if (value == null) {
            value = value(figure, ward, tally);
        }
        if (value != null) {
            readings.add(new Reading(figure, ward, StrictMath.round(value * 10) / 10.0));
        }
    }

    private @Nullable Double value(Figure figure, @Nullable WardId ward, Tally tally) {
        return switch (figure) {
            case OCCUPANCY -> tally.open == 0 ? null : 100.0 * tally.lying / tally.open;
            case BOARDERS -> (double) emergency.boarders;
            case LONGEST_BOARDING -> (double) emergency.longestBoarding;
            case NEDOCS -> nedocs();
            case CORRIDOR -> (double) tally.corridor;
            case READY_BEDS -> (double) tally.ready;
            case WAITING_FOR_CLEANING -> (double) tally.toClean;
            case OLDEST_CLEAN -> (double) tally.oldestClean;
            case DISCHARGES_WAITING_FOR_LAB -> (double) tally.waitingForLab;
            case SAMPLING_LONGEST -> hospital.sampling().longestMinutes(now);
            case SAMPLING_P90 -> hospital.sampling().ninetiethMinutes(now);
            case FREE_IN_FOUR_HOURS -> hospital.forecasts().freeBeds(ward, AHEAD, now);
            case STAFF_PRESENT -> null;
        };
    }

    /** Who is ventilated is not known here; without a department or beds there is no score. */
    private @Nullable Double nedocs() {
        return emergency.beds == 0 || house.open == 0
                ? null
                : Nedocs.score(
                        emergency.patients,
                        emergency.beds,
                        emergency.boarders,
                        house.open,
                        0,
                        emergency.longestBoarding / MINUTES_OF_AN_HOUR,
                        emergency.waitedForIt / MINUTES_OF_AN_HOUR);
    }

    private long minutesSince(Instant since) {
        return StrictMath.max(0, Duration.between(since, now).toMinutes());
    }
}
