package flyt.domain;

import flyt.domain.Decision.Warning;
import flyt.domain.bed.Bed;
import flyt.domain.bed.BedEvent.BedCleaned;
import flyt.domain.bed.BedEvent.BedSoiled;
import flyt.domain.place.BedId;
import flyt.domain.stay.Course;
import flyt.domain.stay.Isolation;
import flyt.domain.stay.StayId;
import flyt.domain.task.CleaningKind;
import flyt.domain.task.Task;
import flyt.domain.task.TaskEvent;
import flyt.domain.task.TaskEvent.CleaningCancelled;
import flyt.domain.task.TaskEvent.CleaningDone;
import flyt.domain.task.TaskEvent.CleaningOrdered;
import flyt.domain.task.TaskEvent.CleaningPaused;
import flyt.domain.task.TaskEvent.CleaningResumed;
import flyt.domain.task.TaskEvent.CleaningStarted;
import flyt.domain.task.TaskId;
import org.jspecify.annotations.Nullable;

/** What follows from a cleaning fact, told by bed: it is given the bed's open task, and the bed its condition. */
final class CleaningRules {

    private CleaningRules() {}

    static void follow(Unfolding told, TaskEvent fact) {
        BedId bed = fact.bed();
        if (told.now().places().bed(bed) == null) {
            told.warn(Warning.UNKNOWN_PLACE);
            told.tell(fact);
            return;
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
            told.tell(new CleaningCancelled(openTask(told, bed), bed, f.reason()));
        }
    }

    /** Orders a clean; where one is open already, the order is kept as a fact and leads to no second task. */
    static void order(Unfolding told, BedId bed, @Nullable CleaningKind asked) {
        Hospital now = told.now();
        CleaningKind kind = asked != null ? asked : CleaningKind.after(isolationOf(now, bed));
        TaskId task = now.tasks().ofBed(bed) == null ? now.tasks().nextId() : null;
        told.tell(new CleaningOrdered(task, bed, kind));
        Bed condition = now.beds().of(bed);
        if (task != null && condition.clean() && now.stays().occupants(bed).isEmpty()) {
            told.tell(new BedSoiled(bed, condition.isolation(), null));
        }
    }

    /** The clean is done: the task closes, and an empty bed is clean, and made where that is said or not needed. */
    static void done(Unfolding told, BedId bed, boolean made) {
        told.tell(new CleaningDone(openTask(told, bed), bed, made));
        if (told.now().stays().occupants(bed).isEmpty()) {
            boolean needsMaking = told.now().places().definition().cleaning().needsMaking();
            told.tell(new BedCleaned(bed, made || !needsMaking));
        }
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

    private static @Nullable Isolation isolationOf(Hospital hospital, BedId bed) {
        for (StayId stay : hospital.stays().occupants(bed)) {
            Course course = hospital.stays().course(stay);
            if (course != null && course.isolation() != null) {
                return course.isolation();
            }
        }
        return hospital.beds().of(bed).isolation();
    }
}
