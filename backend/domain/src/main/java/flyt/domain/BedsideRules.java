package flyt.domain;

import flyt.domain.Command.ArriveAtTask;
import flyt.domain.Command.CallTask;
import flyt.domain.Command.ConfirmPatient;
import flyt.domain.Command.OfTask;
import flyt.domain.Decision.Refusal;
import flyt.domain.Decision.Warning;
import flyt.domain.event.StaffKey;
import flyt.domain.stay.StayId;
import flyt.domain.task.BedsideCheck.Wristband;
import flyt.domain.task.Job;
import flyt.domain.task.Task;
import flyt.domain.task.TaskEvent.TaskBecameDue;
import flyt.domain.task.TaskEvent.WorkerArrived;
import flyt.domain.task.TaskEvent.WristbandConfirmed;
import flyt.domain.task.TaskEvent.WristbandMismatched;
import flyt.domain.task.TaskId;
import flyt.domain.task.TaskStatus;
import java.util.Objects;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** What follows at the bed of somebody who is moved: being there, the wristband, and that nobody moves the wrong one. */
final class BedsideRules {

    private BedsideRules() {}

    /** Whether one of these commands it is. */
    static boolean knows(OfTask command) {
        return command instanceof CallTask || command instanceof ArriveAtTask || command instanceof ConfirmPatient;
    }

    static @Nullable Refusal follow(Unfolding told, Task task, OfTask command) {
        if (command instanceof CallTask) {
            return call(told, task);
        } else if (command instanceof ArriveAtTask) {
            return arrive(told, task);
        }
        return confirm(told, task, ((ConfirmPatient) command).scanned());
    }

    /** Why it cannot be begun: whom it moves is not confirmed, or somebody else holds what it takes; null: it can. */
    static @Nullable Refusal hindrance(Unfolding told, Task task) {
        if (task.awaitsWristband()) {
            return Refusal.WRISTBAND_NOT_CONFIRMED;
        }
        return held(told, task.job()) ? Refusal.EQUIPMENT_HELD : null;
    }

    private static boolean held(Unfolding told, Job job) {
        for (String equipment : job.equipment()) {
            SortedSet<TaskId> holders = told.now().tasks().holding(equipment);
            if (!holders.isEmpty()) {
                told.because(holders.first());
                return true;
            }
        }
        return false;
    }

    private static @Nullable Refusal call(Unfolding told, Task task) {
        if (task.status() != TaskStatus.SCHEDULED && task.status() != TaskStatus.POSSIBLE) {
            return Refusal.ORDERED_ALREADY;
        }
        told.tell(new TaskBecameDue(task.id()));
        return null;
    }

    private static @Nullable Refusal arrive(Unfolding told, Task task) {
        StaffKey actor = told.header().actor();
        if (actor == null || !actor.equals(task.by())) {
            return Refusal.NOT_TAKEN_BY_YOU;
        } else if (isUnderWay(task)) {
            return Refusal.ALREADY_STARTED;
        } else if (!task.isWith(actor)) {
            return Refusal.NOT_TAKEN_BY_YOU;
        }
        if (task.check() == null) {
            told.tell(new WorkerArrived(task.id(), actor));
        }
        return null;
    }

    private static @Nullable Refusal confirm(Unfolding told, Task task, @Nullable StayId scanned) {
        if (!Objects.equals(task.by(), told.header().actor())) {
            return Refusal.NOT_TAKEN_BY_YOU;
        } else if (isUnderWay(task)) {
            return Refusal.ALREADY_STARTED;
        } else if (task.check() == null || !task.job().movesPatient()) {
            return Refusal.NOT_AT_THE_BED;
        }
        if (scanned == null) {
            told.tell(new WristbandConfirmed(task.id(), Wristband.READ));
        } else if (isOf(told.now(), scanned, task.job().stay())) {
            told.tell(new WristbandConfirmed(task.id(), Wristband.SCANNED));
        } else {
            told.tell(new WristbandMismatched(task.id()));
            told.warn(Warning.WRONG_PATIENT);
        }
        return null;
    }

    /** Whether it is begun; whom one took over on the way is met anew. */
    private static boolean isUnderWay(Task task) {
        return task.status().begun() && !task.awaitsWristband();
    }

    /** Whether it is a visit number of the stay: its own, or one that was merged with it. */
    private static boolean isOf(Hospital hospital, StayId scanned, @Nullable StayId stay) {
        return stay != null
                && hospital.stays().numbers(hospital.stays().resolve(stay)).contains(scanned);
    }
}
