package flyt.domain;

import flyt.domain.bed.Bed;
import flyt.domain.event.StaffKey;
import flyt.domain.place.BedId;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalDefinition.Cluster;
import flyt.domain.place.HospitalDefinition.Room;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.place.Places.BedPlace;
import flyt.domain.place.WardId;
import flyt.domain.placement.Offer;
import flyt.domain.placement.Offer.Around;
import flyt.domain.placement.Offer.Load;
import flyt.domain.placement.Offer.Standing;
import flyt.domain.placement.Sex;
import flyt.domain.placement.Wish.About;
import flyt.domain.stay.Course;
import flyt.domain.stay.Readiness;
import flyt.domain.stay.StayId;
import flyt.domain.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the beds of a hospital have to give at one moment. Goes through each ward once; for one thread. */
public final class Offers {
    /** By then most of those who leave today have left (domain 2.5: 65 % before 15). */
    private static final LocalTime MOST_HAVE_LEFT = LocalTime.of(15, 0);
    /** Nine of ten cleans are done in that time (domain 3.18). */
    private static final Duration CLEAN = Duration.ofMinutes(55);

    private final Hospital hospital;
    private final Map<WardId, List<Patient>> wards = new TreeMap<>();

    /** Somebody who lies in a bed of a cluster, or is promised it. */
    private record Patient(String cluster, BedId bed, StayId stay, int careWeight, @Nullable StaffKey nurse) {}

    /** Those of the hospital as it is. */
    public Offers(Hospital hospital) {
        this.hospital = hospital;
    }

    /** What the bed has to give. */
    public Offer of(BedPlace place) {
        Bed condition = hospital.beds().of(place.bed());
        Standing standing = standing(place.bed());
        SortedSet<StayId> neighbours = neighbours(place);
        SortedSet<Sex> sexes = new TreeSet<>();
        boolean isolated = false;
        boolean strangers = false;
        for (StayId stay : neighbours) {
            Course course = hospital.stays().course(stay);
            Sex sex = sexOf(stay);
            isolated |= course != null && course.isolation() != null;
            strangers |= sex == null;
            if (sex != null) {
                sexes.add(sex);
            }
        }
        Room room = place.room();
        return new Offer(
                place.bed(),
                place.ward(),
                place.extra() != null,
                room == null ? List.of() : room.features(),
                room == null ? 0 : room.beds().size(),
                standing,
                readyAt(place.bed(), standing),
                condition.closure() != null,
                condition.reservation() != null,
                keptFor(place),
                isolated,
                sexes,
                strangers,
                around(place));
    }

    private Standing standing(BedId bed) {
        return switch (hospital.use(bed)) {
            case READY -> Standing.READY;
            case NOT_MADE -> Standing.NOT_MADE;
            case BEING_CLEANED, CLEANING_PAUSED -> Standing.BEING_CLEANED;
            case WAITING_CLEANING -> Standing.WAITING_CLEANING;
            case AIR_CHANGE -> Standing.AIR_CHANGE;
            case OCCUPIED, HELD -> leaveToday(bed) ? Standing.LEAVING : Standing.OCCUPIED;
        };
    }

    private boolean leaveToday(BedId bed) {
        return hospital.stays().occupants(bed).stream()
                .map(hospital.stays()::course)
                .allMatch(course -> course != null
                        && (course.holdings().get(bed).lingers()
                                || course.readiness() == Readiness.READY_TO_LEAVE
                                || isToday(course.expectedOn())));
    }

    private boolean isToday(@Nullable LocalDate day) {
        LocalDate today = hospital.places().today();
        return day != null && today != null && !day.isAfter(today);
    }

    private @Nullable Instant readyAt(BedId bed, Standing standing) {
        Task clean = hospital.tasks().ofBed(bed);
        return switch (standing) {
            case READY, NOT_MADE, OCCUPIED, WAITING_CLEANING ->
                standing == Standing.WAITING_CLEANING && clean != null ? clean.expectedDoneAt() : null;
            case BEING_CLEANED -> clean == null ? null : clean.expectedDoneAt();
            case AIR_CHANGE -> {
                Instant until = hospital.beds().of(bed).hygiene().airChangeUntil();
                yield until == null ? null : until.plus(CLEAN);
            }
            case LEAVING ->
                hospital.stays().occupants(bed).stream()
                        .map(hospital.stays()::course)
                        .map(course -> leavesAt(course))
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                        .map(left -> left.plus(CLEAN))
                        .orElse(null);
        };
    }

    private @Nullable Instant leavesAt(@Nullable Course course) {
        if (course == null || course.expectedOn() == null) {
            return null;
        }
        return course.expectedAt() != null
                ? course.expectedAt()
                : course.expectedOn()
                        .atTime(MOST_HAVE_LEFT)
                        .atZone(hospital.places().definition().timeZone())
                        .toInstant();
    }

    private @Nullable StayId keptFor(BedPlace place) {
        Bed.Reservation promise = hospital.beds().of(place.bed()).reservation();
        if (promise != null) {
            return promise.stay() == null ? null : hospital.stays().resolve(promise.stay());
        }
        return hospital.stays().concerning(place.ward().id()).stream()
                .map(hospital.stays()::course)
                .filter(course -> course != null
                        && course.incoming() != null
                        && place.bed().equals(course.incoming().place().bed()))
                .map(Course::stay)
                .findFirst()
                .orElse(null);
    }

    /** Who lies in the other beds of the room, or is promised one. */
    private SortedSet<StayId> neighbours(BedPlace place) {
        SortedSet<StayId> neighbours = new TreeSet<>();
        for (HospitalDefinition.Bed other : place.room() == null
                ? List.<HospitalDefinition.Bed>of()
                : place.room().beds()) {
            if (!other.id().equals(place.bed())) {
                neighbours.addAll(inOrPromised(other.id()));
            }
        }
        return neighbours;
    }

    private @Nullable Sex sexOf(StayId stay) {
        return hospital.stays().numbers(stay).stream()
                .map(hospital.requests()::sexOf)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Around around(BedPlace place) {
        if (place.cluster() == null) {
            return Around.NOBODY;
        }
        List<Patient> inWard = wards.computeIfAbsent(place.ward().id(), ward -> patients(place.ward()));
        List<Patient> others = inWard.stream()
                .filter(one ->
                        one.cluster().equals(place.cluster()) && !one.bed().equals(place.bed()))
                .toList();
        return new Around(
                others.stream().map(Patient::stay).collect(Collectors.toCollection(TreeSet::new)),
                load(others),
                load(inWard),
                hospital.places().definition().thresholds().careWeightPerNurse());
    }

    private static Load load(List<Patient> patients) {
        long nurses = patients.stream()
                .map(Patient::nurse)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        return new Load(patients.stream().mapToInt(Patient::careWeight).sum(), (int) nurses);
    }

    /** Who lies in the beds of the ward's clusters, or is promised one. */
    private List<Patient> patients(Ward ward) {
        List<Patient> patients = new ArrayList<>();
        for (Cluster cluster : ward.clusters()) {
            cluster.rooms().stream().flatMap(room -> room.beds().stream()).forEach(bed -> inOrPromised(bed.id())
                    .forEach(stay -> patients.add(patient(cluster.id(), bed.id(), stay))));
        }
        return patients;
    }

    private Patient patient(String cluster, BedId bed, StayId stay) {
        Course course = hospital.stays().course(stay);
        int weight = Objects.requireNonNullElse(hospital.careWeightOf(stay), About.TYPICAL_CARE_WEIGHT);
        return new Patient(cluster, bed, stay, weight, course == null ? null : hospital.nurseOf(course));
    }

    private SortedSet<StayId> inOrPromised(BedId bed) {
        SortedSet<StayId> stays = new TreeSet<>(hospital.stays().occupants(bed));
        Bed.Reservation promise = hospital.beds().of(bed).reservation();
        if (promise != null && promise.stay() != null) {
            stays.add(hospital.stays().resolve(promise.stay()));
        }
        return stays;
    }
}
