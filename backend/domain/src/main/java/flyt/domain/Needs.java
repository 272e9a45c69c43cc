package flyt.domain;

import flyt.domain.place.BedId;
import flyt.domain.place.HospitalDefinition.RoomFeature;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.place.HospitalDefinition.WardKind;
import flyt.domain.place.Place;
import flyt.domain.place.Places;
import flyt.domain.place.Places.BedPlace;
import flyt.domain.place.WardId;
import flyt.domain.priority.Cause;
import flyt.domain.priority.Need;
import flyt.domain.priority.RuleSet;
import flyt.domain.priority.RuleSet.Kind;
import flyt.domain.priority.Spot;
import flyt.domain.priority.StandardRuleSet;
import flyt.domain.priority.Urgency;
import flyt.domain.stay.Course;
import flyt.domain.stay.Isolation;
import flyt.domain.stay.StayId;
import flyt.domain.task.Point;
import flyt.domain.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How much a task is needed, and where it is: what the hospital knows, as the pure rules of priority want it. */
final class Needs {

    private Needs() {}

    /** How much the task is needed, by all that is known now. */
    static Need of(Hospital hospital, Task task) {
        RuleSet rules = hospital.duties().rules();
        Kind kind = kind(rules, task.job().kind());
        Map<Cause, Instant> causes = new EnumMap<>(Cause.class);
        Urgency asked = task.asked() == null ? kind.asked() : task.asked();
        if (asked == Urgency.ACUTE) {
            causes.put(Cause.ORDERED_ACUTE, task.orderedAt());
        } else if (asked == Urgency.NOW) {
            causes.put(Cause.ORDERED_URGENT, task.orderedAt());
        }
        if (task.dueAt() != null) {
            causes.put(Cause.APPOINTMENT, task.dueAt());
        }
        if (task.pin() != null) {
            causes.put(Cause.PINNED, task.pin().until());
        }
        if (task.job().returnOf() != null && task.scheduledUntil() != null) {
            int minutes = hospital.places().definition().orders().unattendedAfterMinutes();
            causes.put(Cause.PATIENT_UNATTENDED, task.scheduledUntil().plus(Duration.ofMinutes(minutes)));
        }
        BedPlace place = task.cleaning() == null || task.bed() == null
                ? null
                : hospital.places().bed(task.bed());
        if (place != null && hospital.stays().occupants(place.bed()).isEmpty()) {
            whoWaits(hospital, task, place, causes);
            if (has(place, RoomFeature.INTENSIVE_CARE)) {
                causes.put(Cause.INTENSIVE_CARE, task.orderedAt());
            }
            Instant shortage = shortFrom(hospital, place.ward().id());
            if (shortage != null) {
                first(causes, Cause.SHORTAGE_EXPECTED, shortage);
            }
        }
        if (task.job().stay() != null && task.job().at().bed() == null) {
            causes.put(
                    Cause.PATIENT_UNATTENDED, task.scheduledUntil() == null ? task.orderedAt() : task.scheduledUntil());
        }
        Instant since = task.scheduledUntil() == null ? task.orderedAt() : task.scheduledUntil();
        return Need.of(task.job().team(), since, asked, kind.service(), causes);
    }

    /** The kind of a task; one that the rules in force no longer know is as ordinary as any. */
    static Kind kind(RuleSet rules, String id) {
        Kind kind = rules.kinds().get(id);
        return kind != null
                ? kind
                : Objects.requireNonNull(StandardRuleSet.SET.kinds().getOrDefault(id, ORDINARY));
    }

    private static final Kind ORDINARY =
            Objects.requireNonNull(StandardRuleSet.SET.kinds().get("clean-standard"));

    /** Who waits for this bed, or for any bed of its ward. */
    private static void whoWaits(Hospital hospital, Task task, BedPlace place, Map<Cause, Instant> causes) {
        StayId promised = promisedTo(hospital, place.bed());
        boolean free = freeBeds(hospital, place.ward().id()) > 0;
        for (StayId stay : hospital.stays().concerning(place.ward().id())) {
            Course course = hospital.stays().course(stay);
            Course.Incoming incoming = course == null ? null : course.incoming();
            if (course == null
                    || incoming == null
                    || !incoming.place().ward().equals(place.ward().id())) {
                continue;
            }
            Instant at = incoming.at() == null ? task.orderedAt() : incoming.at();
            if (place.bed().equals(incoming.place().bed()) || stay.equals(promised)) {
                first(causes, whoComes(hospital, course, place), at);
            } else if (incoming.place().bed() == null && promised == null) {
                if (course.isolation() == Isolation.AIRBORNE && has(place, RoomFeature.NEGATIVE_PRESSURE)) {
                    first(causes, Cause.ISOLATION_ROOM_NEEDED, at);
                } else if (!free) {
                    first(causes, Cause.NO_FREE_BED, at);
                }
            }
        }
    }

    private static @Nullable StayId promisedTo(Hospital hospital, BedId bed) {
        var reservation = hospital.beds().of(bed).reservation();
        StayId stay = reservation == null ? null : reservation.stay();
        return stay == null ? null : hospital.stays().resolve(stay);
    }

    private static Cause whoComes(Hospital hospital, Course course, BedPlace to) {
        if (!course.inHouse() || course.place() == null) {
            return Cause.PATIENT_COMES;
        } else if (course.place().ward().equals(to.ward().id()) && !liesInABed(hospital, course.place())) {
            return Cause.PATIENT_WAITS;
        }
        Ward from = hospital.places().ward(course.place().ward());
        return from != null && from.kind() == WardKind.EMERGENCY ? Cause.EMERGENCY_PATIENT_WAITS : Cause.PATIENT_COMES;
    }

    /** Whether a patient has a bed of the plan there; in a corridor or on a chair one waits. */
    private static boolean liesInABed(Hospital hospital, Place at) {
        BedPlace bed = at.bed() == null ? null : hospital.places().bed(at.bed());
        return bed != null && bed.extra() == null;
    }

    private static boolean has(BedPlace place, RoomFeature feature) {
        return place.room() != null && place.room().features().contains(feature);
    }

    /**
     * From when on it is foreseen that the ward will have too few beds, or null: so long before the first of those comes for whom
     * no bed is named nor free by then. Who leaves does not count, since a bed left is a bed to be cleaned.
     */
    private static @Nullable Instant shortFrom(Hospital hospital, WardId ward) {
        List<Instant> comings = hospital.stays().concerning(ward).stream()
                .map(stay -> hospital.stays().course(stay))
                .map(course -> course == null ? null : course.incoming())
                .filter(incoming -> incoming != null
                        && incoming.at() != null
                        && incoming.place().ward().equals(ward)
                        && incoming.place().bed() == null)
                .map(incoming ->
                        Objects.requireNonNull(Objects.requireNonNull(incoming).at()))
                .sorted()
                .toList();
        int free = freeBeds(hospital, ward);
        return comings.size() <= free
                ? null
                : comings.get(free).minus(hospital.duties().rules().limits().shortage());
    }

    /** How many beds of the ward could be given to somebody now. */
    private static int freeBeds(Hospital hospital, WardId ward) {
        return (int) hospital.places().bedsOf(ward).stream()
                .filter(place -> place.extra() == null
                        && hospital.use(place.bed()) == BedUse.READY
                        && hospital.beds().of(place.bed()).closure() == null
                        && hospital.beds().of(place.bed()).reservation() == null)
                .count();
    }

    private static void first(Map<Cause, Instant> causes, Cause cause, Instant at) {
        causes.merge(cause, at, (one, other) -> one.isBefore(other) ? one : other);
    }

    /** Where a point is. */
    static Spot spot(Places places, @Nullable Point point) {
        if (point == null) {
            return Spot.UNKNOWN;
        }
        BedPlace bed = point.bed() == null ? null : places.bed(point.bed());
        Ward ward = bed != null ? bed.ward() : point.ward() == null ? null : places.ward(point.ward());
        if (ward == null) {
            return Spot.UNKNOWN;
        }
        return new Spot(
                ward.building(),
                ward.floor(),
                ward.id().value(),
                bed == null ? null : bed.cluster(),
                bed == null || bed.room() == null ? null : bed.room().id().value());
    }

    /** Whose work it is, or null. */
    static @Nullable String zone(Places places, Point point) {
        BedPlace bed = point.bed() == null ? null : places.bed(point.bed());
        Ward ward = bed != null ? bed.ward() : point.ward() == null ? null : places.ward(point.ward());
        return ward == null ? null : ward.zone();
    }
}
