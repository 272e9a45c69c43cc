package flyt.domain;

import flyt.domain.Decision.Warning;
import flyt.domain.bed.Bed;
import flyt.domain.bed.BedEvent.BedCleaned;
import flyt.domain.bed.BedEvent.BedClosed;
import flyt.domain.bed.BedEvent.BedOpened;
import flyt.domain.bed.BedEvent.BedSoiled;
import flyt.domain.bed.BedEvent.BedStatusCancelled;
import flyt.domain.bed.BedEvent.BedStatusReported;
import flyt.domain.bed.BedEvent.CloseReason;
import flyt.domain.bed.BedEvent.ReportedStatus;
import flyt.domain.bed.Hygiene;
import flyt.domain.place.BedId;
import flyt.domain.task.CleaningEvent.CleaningCancelled;
import flyt.domain.task.CleaningEvent.CleaningOrdered;
import flyt.domain.task.CleaningEvent.CleaningStarted;
import flyt.domain.task.Task;
import flyt.domain.task.TaskId;
import flyt.domain.undo.Change.Before;
import flyt.domain.undo.StatusReport;
import org.jspecify.annotations.Nullable;

/** Bed statuses of HL7 table 0116, which is one list where we keep two axes: what follows from one, and which one a bed has. */
final class BedStatusRules {

    private BedStatusRules() {}

    /** By domain 3.7. Who lies in a closed bed comes before its closing: a receiver counts heads by it. */
    static ReportedStatus of(Hospital hospital, BedId bed) {
        BedUse use = hospital.use(bed);
        boolean empty = use != BedUse.OCCUPIED && use != BedUse.HELD;
        if (empty && hospital.beds().of(bed).closure() != null) {
            return ReportedStatus.C;
        }
        return switch (use) {
            case OCCUPIED -> holdsIsolated(hospital, bed) ? ReportedStatus.I : ReportedStatus.O;
            case HELD -> ReportedStatus.O;
            case WAITING_CLEANING, AIR_CHANGE -> ReportedStatus.K;
            case BEING_CLEANED, CLEANING_PAUSED, NOT_MADE -> ReportedStatus.H;
            case READY -> ReportedStatus.U;
        };
    }

    private static boolean holdsIsolated(Hospital hospital, BedId bed) {
        return hospital.stays().occupants(bed).stream()
                .map(hospital.stays()::course)
                .anyMatch(course -> course != null && course.isolation() != null);
    }

    /** What follows from a status: nothing where a later one is known already. */
    static void follow(Unfolding told, BedStatusReported report) {
        BedId bed = report.bed();
        StatusReport latest = told.now().undoables().status(bed);
        told.tell(report);
        if (told.now().places().bed(bed) == null) {
            told.warn(Warning.UNKNOWN_PLACE);
            return;
        } else if (latest != null && latest.at().isAfter(told.header().effectiveAt())) {
            return;
        }
        boolean empty = told.now().stays().occupants(bed).isEmpty();
        boolean closed = told.now().beds().of(bed).closure() != null;
        if (closed && report.status() != ReportedStatus.C && isOfItsOwn(told, bed, latest)) {
            told.tell(new BedOpened(bed));
            closed = false;
        }
        switch (report.status()) {
            case C -> {
                if (!closed) {
                    told.tell(new BedClosed(bed, CloseReason.OTHER, null));
                }
            }
            case U -> {
                if (closed) {
                    told.tell(new BedOpened(bed));
                }
                if (empty && told.now().use(bed) != BedUse.READY) {
                    CleaningRules.done(told, bed, true);
                }
            }
            case K -> {
                if (empty) {
                    CleaningRules.order(told, bed, null);
                }
            }
            case H -> {
                if (empty) {
                    CleaningRules.follow(told, new CleaningStarted(null, bed, null, null));
                }
            }
            case O, I -> {
                // who lies there is told by the stay; a bed status names nobody
            }
        }
    }

    /** Whether who tells now had closed the bed before: who has one list says with each word that the one before is over. */
    private static boolean isOfItsOwn(Unfolding told, BedId bed, @Nullable StatusReport latest) {
        Bed.Closure closure = told.now().beds().of(bed).closure();
        return latest != null
                && latest.before() != null
                && latest.status() == ReportedStatus.C
                && latest.message().source().equals(told.header().message().source())
                && closure != null
                && closure.reason() == CloseReason.OTHER;
    }

    /** Tells what makes the bed as it was before the status that is taken back, unless something else has happened to it since. */
    static void putBack(Unfolding told, BedStatusCancelled cancelled) {
        BedId bed = cancelled.bed();
        StatusReport latest = told.now().undoables().status(bed);
        told.tell(cancelled);
        if (told.now().places().bed(bed) == null) {
            told.warn(Warning.UNKNOWN_PLACE);
            return;
        }
        Before before = latest == null || !latest.message().equals(cancelled.cancels()) ? null : latest.before();
        if (before == null) {
            return;
        }
        Bed.Closure was = before.condition().closure();
        boolean closed = told.now().beds().of(bed).closure() != null;
        if (was == null && closed) {
            told.tell(new BedOpened(bed));
        } else if (was != null && !closed) {
            told.tell(new BedClosed(bed, was.reason(), was.until()));
        }
        if (told.now().stays().occupants(bed).isEmpty()) {
            putBackClean(told, bed, before);
        }
    }

    private static boolean isSame(Task one, Task other) {
        return one.id().equals(other.id())
                && one.status().begun() == other.status().begun();
    }

    private static void putBackClean(Unfolding told, BedId bed, Before before) {
        Hygiene was = before.condition().hygiene();
        Hygiene is = told.now().beds().of(bed).hygiene();
        Task task = before.task();
        Task open = told.now().tasks().ofBed(bed);
        boolean same = open != null && task != null && isSame(open, task);
        if (open != null && !same) {
            told.tell(new CleaningCancelled(open.id(), bed, null));
        }
        if (was.clean() && !is.clean()) {
            told.tell(new BedCleaned(bed, was.made()));
        } else if (!was.clean() && is.clean()) {
            told.tell(new BedSoiled(bed, was.isolation(), was.airChangeUntil()));
        }
        if (task != null && !same) {
            TaskId anew = told.now().tasks().nextId();
            told.tell(new CleaningOrdered(anew, bed, task.cleaning()));
            if (task.status().begun()) {
                told.tell(new CleaningStarted(anew, bed, task.by(), null));
            }
        }
    }
}
