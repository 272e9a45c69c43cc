package flyt.domain;

import flyt.domain.event.EventHeader;
import flyt.domain.place.HospitalDefinition.Routine;
import flyt.domain.place.Places.BedPlace;
import flyt.domain.task.CleaningKind;
import flyt.domain.task.Job;
import flyt.domain.task.Origin;
import flyt.domain.task.Point;
import flyt.domain.task.RoutineEvent.RoutinesOrdered;
import flyt.domain.task.Task;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Work that comes back every day at its hour: ordered once when it is due, and not again while the one before still waits. */
final class RoutineRules {

    private RoutineRules() {}

    /** When something is due next, or null. */
    static @Nullable Instant nextDue(Hospital hospital) {
        Instant upTo = hospital.tasks().routinesUpTo();
        Instant next = null;
        if (upTo != null) {
            for (Routine routine : routines(hospital)) {
                Instant due = firstAfter(routine, upTo, zone(hospital));
                next = next == null || due.isBefore(next) ? due : next;
            }
        }
        return next;
    }

    /** Orders what has become due since this was asked last: of each at most one, however long ago that was. */
    static void follow(Unfolding told) {
        Instant now = told.header().recordedAt();
        Instant upTo = told.now().tasks().routinesUpTo();
        boolean due = false;
        if (upTo != null) {
            for (Routine routine : routines(told.now())) {
                Instant last = lastUpTo(routine, now, zone(told.now()));
                if (last.isAfter(upTo)) {
                    due = true;
                    order(told, told.header().at(last), routine);
                }
            }
        }
        if (due) {
            told.tell(new RoutinesOrdered(now));
        }
    }

    /** Under a new definition: what it brings counts from now on, and nothing of today's earlier hours is made up for. */
    static void begin(Unfolding told) {
        if (!routines(told.now()).isEmpty()) {
            told.tell(new RoutinesOrdered(told.header().recordedAt()));
        }
    }

    private static void order(Unfolding told, EventHeader at, Routine routine) {
        CleaningKind cleaning = Arrays.stream(CleaningKind.values())
                .filter(kind -> kind.kind().equals(routine.kind()))
                .findFirst()
                .orElse(null);
        if (cleaning != null) {
            for (BedPlace place : told.now().places().bedsOf(routine.ward())) {
                if (told.now().tasks().ofBed(place.bed()) == null) {
                    CleaningRules.order(told, place.bed(), cleaning, Origin.ROUTINE);
                }
            }
            return;
        }
        Job job = new Job(
                        routine.kind(),
                        Needs.kind(told.now().duties().rules(), routine.kind()).team(),
                        null,
                        Point.ward(routine.ward()),
                        routine.to() == null ? null : Point.stop(routine.to()),
                        null,
                        null)
                .because(Origin.ROUTINE);
        boolean waits = false;
        for (Task task : told.now().tasks().at(job.at())) {
            waits |= task.job().origin() == Origin.ROUTINE
                    && task.job().isSameAs(job)
                    && !task.status().begun();
        }
        if (!waits) {
            OrderRules.tell(told, at, job, null, null);
        }
    }

    private static Instant firstAfter(Routine routine, Instant upTo, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(upTo, zone);
        Instant today = day.atTime(routine.at()).atZone(zone).toInstant();
        return today.isAfter(upTo)
                ? today
                : day.plusDays(1).atTime(routine.at()).atZone(zone).toInstant();
    }

    private static Instant lastUpTo(Routine routine, Instant now, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(now, zone);
        Instant today = day.atTime(routine.at()).atZone(zone).toInstant();
        return today.isAfter(now)
                ? day.minusDays(1).atTime(routine.at()).atZone(zone).toInstant()
                : today;
    }

    private static List<Routine> routines(Hospital hospital) {
        return hospital.places().definition().orders().routines();
    }

    private static ZoneId zone(Hospital hospital) {
        return hospital.places().definition().timeZone();
    }
}
