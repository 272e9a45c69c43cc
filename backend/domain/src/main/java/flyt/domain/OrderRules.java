package flyt.domain;

import flyt.domain.Command.OrderTask;
import flyt.domain.Decision.Refusal;
import flyt.domain.event.EventHeader;
import flyt.domain.place.BedId;
import flyt.domain.place.Place;
import flyt.domain.priority.RuleSet;
import flyt.domain.priority.RuleSet.Kind;
import flyt.domain.priority.Urgency;
import flyt.domain.stay.Course;
import flyt.domain.stay.Course.HoldReason;
import flyt.domain.stay.Disposition;
import flyt.domain.task.Job;
import flyt.domain.task.Point;
import flyt.domain.task.Task;
import flyt.domain.task.TaskEvent.TaskBecameDue;
import flyt.domain.task.TaskEvent.TaskOrdered;
import flyt.domain.task.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What follows from somebody's order of a job: from where, to where, whether there is one already, and the way back. */
final class OrderRules {
    /** The kind by which the dead are moved, and nobody else. */
    static final String DECEASED = "deceased";

    /** Kinds that begin like this move patients. */
    private static final String PATIENT = "patient-";

    private OrderRules() {}

    static @Nullable Refusal order(Unfolding told, OrderTask command) {
        Hospital now = told.now();
        Kind kind = now.duties().rules().kinds().get(command.kind());
        if (kind == null
                || command.kind().startsWith("clean-")
                || !knowsItems(now.duties().rules(), command, kind)) {
            return Refusal.UNKNOWN_KIND;
        }
        Course course = command.stay() == null ? null : now.stays().course(command.stay());
        if (command.stay() != null && course == null) {
            return Refusal.UNKNOWN_STAY;
        }
        Point at = command.at() != null ? command.at() : course == null ? null : whereIs(course);
        Point to = command.to() != null ? command.to() : course == null ? null : whereTo(course);
        if (at == null) {
            return course == null ? Refusal.UNKNOWN_PLACE : Refusal.NOT_IN_HOUSE;
        } else if (!isKnown(now, at) || (to != null && !isKnown(now, to))) {
            return Refusal.UNKNOWN_PLACE;
        }
        Refusal unfit = unfit(command, to, course);
        if (unfit != null) {
            return unfit;
        }
        Instant due = command.dueAt();
        if (due != null && !due.isAfter(told.header().recordedAt())) {
            return Refusal.END_IN_THE_PAST;
        }
        Job job = new Job(
                command.kind(),
                kind.team(),
                null,
                at,
                to,
                course == null ? null : course.stay(),
                command.note(),
                command.items(),
                command.equipment(),
                command.roundTrip(),
                null,
                null);
        return command.another() ? ordered(told, job, command.asked(), due) : once(told, job, command.asked(), due);
    }

    /** Orders it unless the same is ordered; what is planned for later and wanted now is not ordered twice but becomes due. */
    private static @Nullable Refusal once(Unfolding told, Job job, @Nullable Urgency asked, @Nullable Instant due) {
        Task same = same(told.now(), job, due == null ? told.header().effectiveAt() : due, due == null);
        if (same == null) {
            return ordered(told, job, asked, due);
        } else if (due == null && same.status() == TaskStatus.SCHEDULED) {
            told.tell(new TaskBecameDue(same.id()));
            return null;
        }
        told.because(same.id());
        return Refusal.ORDERED_ALREADY;
    }

    private static @Nullable Refusal ordered(Unfolding told, Job job, @Nullable Urgency asked, @Nullable Instant due) {
        tell(told, told.header(), job, asked, due);
        return null;
    }

    /** Tells an order; one with an appointment is something to do when it must be begun to be in time. */
    static void tell(Unfolding told, EventHeader at, Job job, @Nullable Urgency asked, @Nullable Instant due) {
        RuleSet rules = told.now().duties().rules();
        Instant ready = due == null
                ? null
                : due.minus(rules.comesNow())
                        .minus(Needs.kind(rules, job.kind()).service());
        boolean later = ready != null && ready.isAfter(told.header().recordedAt());
        told.tell(at, new TaskOrdered(told.now().tasks().nextId(), job, asked, due, later ? ready : null));
    }

    /** The open task of the same, wanted at about the same time. {@code planned}: whatever is planned counts, too. */
    static @Nullable Task same(Hospital hospital, Job job, Instant wanted, boolean planned) {
        Duration apart =
                Duration.ofMinutes(hospital.places().definition().orders().sameWithinMinutes());
        for (Task task : hospital.tasks().at(job.at())) {
            if (task.job().isSameAs(job)) {
                Instant when = task.dueAt() == null ? task.orderedAt() : task.dueAt();
                boolean scheduled = planned && task.status() == TaskStatus.SCHEDULED;
                if (scheduled || Duration.between(when, wanted).abs().compareTo(apart) < 0) {
                    return task;
                }
            }
        }
        return null;
    }

    /** The patient is where they were taken to: somebody will have to fetch them (domain 3.9). */
    static void returning(Unfolding told, Task out) {
        if (!out.job().roundTrip() || out.job().to() == null) {
            return;
        }
        int minutes = told.now().places().definition().orders().returnAfterMinutes();
        Instant from = told.header().effectiveAt().plus(Duration.ofMinutes(minutes));
        Instant later = from.isAfter(told.header().recordedAt()) ? from : null;
        told.tell(new TaskOrdered(told.now().tasks().nextId(), out.job().back(out.id()), out.asked(), null, later));
    }

    private static boolean knowsItems(RuleSet rules, OrderTask command, Kind kind) {
        return command.items().stream().allMatch(item -> {
            Kind carried = rules.kinds().get(item.kind());
            return carried != null && carried.team() == kind.team();
        });
    }

    private static @Nullable Refusal unfit(OrderTask command, @Nullable Point to, @Nullable Course course) {
        boolean died = course != null && course.disposition() == Disposition.DIED;
        if (course != null && died != command.kind().equals(DECEASED)) {
            return died ? Refusal.HAS_DIED : Refusal.HAS_NOT_DIED;
        }
        boolean comesBack = command.kind().startsWith(PATIENT) && to != null;
        return command.roundTrip() && !comesBack ? Refusal.NOT_A_ROUND_TRIP : null;
    }

    /** Where the patient is: in bed, somewhere in a ward, or dead in a room that is not released; null: in no place. */
    static @Nullable Point whereIs(Course course) {
        Place place = course.place();
        if (place != null) {
            return point(place);
        }
        return course.holdings().entrySet().stream()
                .filter(holding -> holding.getValue().reason() == HoldReason.DIED)
                .map(holding -> Point.bed(holding.getKey()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Point whereTo(Course course) {
        return !course.inHouse() || course.incoming() == null
                ? null
                : point(course.incoming().place());
    }

    static Point point(Place place) {
        BedId bed = place.bed();
        return bed == null ? Point.ward(place.ward()) : Point.bed(bed);
    }

    static boolean isKnown(Hospital hospital, Point point) {
        return (point.bed() == null || hospital.places().bed(point.bed()) != null)
                && (point.ward() == null || hospital.places().ward(point.ward()) != null);
    }
}
