package flyt.domain;

import flyt.domain.place.BedId;
import flyt.domain.place.HospitalDefinition.RoomFeature;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.place.HospitalDefinition.WardKind;
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
        boolean free = hasFreeBed(hospital, place.ward().id());
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
                first(causes, whoComes(hospital, course), at);
            } else if (incoming.place().bed() == null && promised == null) {
                if (course.isolation() == Isolation.AIRBORNE && shutsIn(place)) {
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

    private static Cause whoComes(Hospital hospital, Course course) {
        if (!course.inHouse() || course.place() == null) {
            return Cause.PATIENT_COMES;
        }
        Ward from = hospital.places().ward(course.place().ward());
        return from != null && from.kind() == WardKind.EMERGENCY ? Cause.EMERGENCY_PATIENT_WAITS : Cause.PATIENT_COMES;
    }

    private static boolean shutsIn(BedPlace place) {
        return place.room() != null && place.room().features().contains(RoomFeature.NEGATIVE_PRESSURE);
    }

    /** Whether a bed of the ward could be given to somebody now. */
    static boolean hasFreeBed(Hospital hospital, WardId ward) {
        return hospital.places().bedsOf(ward).stream()
                .anyMatch(place -> place.extra() == null
                        && hospital.use(place.bed()) == BedUse.READY
                        && hospital.beds().of(place.bed()).closure() == null
                        && hospital.beds().of(place.bed()).reservation() == null);
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
