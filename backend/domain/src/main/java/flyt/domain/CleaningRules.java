package flyt.domain;

import flyt.domain.Decision.Warning;
import flyt.domain.bed.BedEvent.BedCleaned;
import flyt.domain.bed.BedEvent.BedSoiled;
import flyt.domain.bed.Hygiene;
import flyt.domain.event.EventHeader;
import flyt.domain.place.BedId;
import flyt.domain.stay.Course;
import flyt.domain.stay.Isolation;
import flyt.domain.stay.StayId;
import flyt.domain.task.CleaningEvent;
import flyt.domain.task.CleaningEvent.CleaningCancelled;
import flyt.domain.task.CleaningEvent.CleaningDone;
import flyt.domain.task.CleaningEvent.CleaningOrdered;
import flyt.domain.task.CleaningEvent.CleaningPaused;
import flyt.domain.task.CleaningEvent.CleaningResumed;
import flyt.domain.task.CleaningEvent.CleaningStarted;
import flyt.domain.task.CleaningKind;
import flyt.domain.task.Origin;
import flyt.domain.task.Task;
import flyt.domain.task.TaskId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What follows from a cleaning fact, told by bed: it is given the bed's open task, and the bed its condition. */
final class CleaningRules {
    /*
     * Starting does not end an air change: somebody may enter with a respirator, and if the clean is called off the room airs
     * on. Done does: who says that a room is clean says that it may be entered, which is how one tap says all three (3.7).
     */

    private CleaningRules() {}

    static void follow(Unfolding told, CleaningEvent fact) {
        BedId bed = fact.bed();
        if (told.now().places().bed(bed) == null) {
            told.warn(Warning.UNKNOWN_PLACE);
            if (!(fact instanceof CleaningDone)) {
                told.tell(fact);
                return;
            }
        }
        if (fact instanceof CleaningOrdered f) {
            order(told, bed, f.cleaning());
        } else if (fact instanceof CleaningStarted f) {
            orderIfNobodyDid(told, bed);
            told.tell(new CleaningStarted(openTask(told, bed), bed, f.worker(), f.expectedDoneAt()));
        } else if (fact instanceof CleaningPaused f) {
            told.tell(new CleaningPaused(openTask(told, bed), bed, f.reason()));
        } else if (fact instanceof CleaningResumed f) {
            told.tell(new CleaningResumed(openTask(told, bed), bed, f.worker()));
        } else if (fact instanceof CleaningDone f) {
            done(told, bed, f.made());
        } else if (fact instanceof CleaningCancelled f) {
            Task task = endedBy(told, bed);
            told.tell(new CleaningCancelled(task == null ? null : task.id(), bed, f.reason()));
        }
    }

    /**
     * Orders a clean ({@code asked} null: what the room demands). Where an order is open already, this one is kept as a fact
     * and leads to no second task; it replaces one not begun that asks for less. A bed cleaned since needs none.
     */
    static void order(Unfolding told, BedId bed, @Nullable CleaningKind asked) {
        order(told, bed, asked, null);
    }

    /**
     * The same, for a reason. An empty bed that counts as clean, and for which somebody orders a whole clean, was found dirty.
     */
    static void order(Unfolding told, BedId bed, @Nullable CleaningKind asked, @Nullable Origin origin) {
        Hospital now = told.now();
        CleaningKind kind = asked != null ? asked : CleaningKind.after(isolationOf(now, bed));
        Task open = now.tasks().ofBed(bed);
        if (open != null
                && asked != null
                && !open.status().begun()
                && !open.cleaning().covers(kind)) {
            told.tell(new CleaningCancelled(open.id(), bed, null));
            open = null;
        }
        Hygiene condition = now.beds().of(bed).hygiene();
        boolean cleanedSince = condition.clean()
                && condition.since() != null
                && condition.since().isAfter(told.header().effectiveAt());
        boolean newTask = open == null && !cleanedSince;
        boolean unfit = kind != CleaningKind.DAILY && now.stays().occupants(bed).isEmpty();
        boolean found = unfit && condition.clean() && condition.since() != null && kind != CleaningKind.SPILL;
        Origin why = origin == null && newTask && found ? Origin.FOUND_DIRTY : origin;
        told.tell(new CleaningOrdered(newTask ? now.tasks().nextId() : null, bed, kind, why));
        if (newTask && unfit && condition.clean()) {
            told.tell(new BedSoiled(bed, condition.isolation(), null));
        }
    }

    /** Orders what the empty, dirty bed demands, where nothing that is open covers it. A clean that has begun goes on. */
    static void orderAfter(Unfolding told, EventHeader at, BedId bed) {
        Hospital now = told.now();
        Task open = now.tasks().ofBed(bed);
        CleaningKind needed = CleaningKind.after(now.beds().of(bed).hygiene().isolation());
        if (now.places().bed(bed) == null
                || (open != null && (open.status().begun() || open.cleaning().covers(needed)))) {
            return;
        }
        if (open != null) {
            told.tell(new CleaningCancelled(open.id(), bed, null));
        }
        told.tell(at, new CleaningOrdered(told.now().tasks().nextId(), bed, needed));
    }

    /**
     * The clean is done: the task closes, and the bed is clean, and made where that is said or not needed. Not so where the bed
     * became dirty after it, or where it was less than the room demands: then what is missing is ordered. A bed with a patient
     * counts as clean only after what its room will need when empty: the word that the patient had left may be on its way.
     */
    static void done(Unfolding told, BedId bed, boolean made) {
        Instant at = told.header().effectiveAt();
        Task task = endedBy(told, bed);
        told.tell(new CleaningDone(task == null ? null : task.id(), bed, made));
        Hygiene condition = told.now().beds().of(bed).hygiene();
        Instant last = condition.clean() ? condition.since() : condition.soiledAt();
        if (last != null && last.isAfter(at)) {
            return;
        }
        boolean empty = told.now().stays().occupants(bed).isEmpty();
        if (!empty && (task == null || !task.cleaning().covers(CleaningKind.after(isolationOf(told.now(), bed))))) {
            return;
        }
        if (task != null && tooLittle(task, condition)) {
            orderAfter(told, told.header(), bed);
            return;
        }
        boolean needsMaking = told.now().places().definition().cleaning().needsMaking();
        told.tell(new BedCleaned(bed, made || !needsMaking));
    }

    private static boolean tooLittle(Task task, Hygiene condition) {
        CleaningKind needed = CleaningKind.after(condition.isolation());
        if (condition.clean() || condition.soiledAt() == null || task.cleaning().covers(needed)) {
            return false;
        }
        boolean begunInUse = task.startedAt() != null && task.startedAt().isBefore(condition.soiledAt());
        return needed.infection() || begunInUse;
    }

    private static void orderIfNobodyDid(Unfolding told, BedId bed) {
        if (told.now().tasks().ofBed(bed) == null) {
            order(told, bed, null);
        }
    }

    private static @Nullable TaskId openTask(Unfolding told, BedId bed) {
        Task task = told.now().tasks().ofBed(bed);
        return task == null ? null : task.id();
    }

    /** The open task that this fact can end: a late word about an earlier clean does not end one ordered since. */
    private static @Nullable Task endedBy(Unfolding told, BedId bed) {
        Task task = told.now().tasks().ofBed(bed);
        boolean ofBefore = task != null
                && !task.status().begun()
                && task.orderedAt().isAfter(told.header().effectiveAt());
        return ofBefore ? null : task;
    }

    private static @Nullable Isolation isolationOf(Hospital hospital, BedId bed) {
        Isolation strictest = hospital.beds().of(bed).hygiene().isolation();
        for (StayId stay : hospital.stays().occupants(bed)) {
            Course course = hospital.stays().course(stay);
            strictest = Isolation.stricter(strictest, course == null ? null : course.isolation());
        }
        return strictest;
    }
}
