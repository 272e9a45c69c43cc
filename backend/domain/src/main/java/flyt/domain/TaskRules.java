package flyt.domain;

import flyt.domain.Command.AskForHelp;
import flyt.domain.Command.CancelTask;
import flyt.domain.Command.DeclineTask;
import flyt.domain.Command.DelayTask;
import flyt.domain.Command.FinishTask;
import flyt.domain.Command.HandBackTask;
import flyt.domain.Command.HandOverTask;
import flyt.domain.Command.OfTask;
import flyt.domain.Command.OrderTask;
import flyt.domain.Command.PauseTask;
import flyt.domain.Command.PinTask;
import flyt.domain.Command.ReceiveOffer;
import flyt.domain.Command.RejectTask;
import flyt.domain.Command.ReopenTask;
import flyt.domain.Command.ResumeTask;
import flyt.domain.Command.StartTask;
import flyt.domain.Command.TakeTask;
import flyt.domain.Command.UnpinTask;
import flyt.domain.Decision.Refusal;
import flyt.domain.duty.Worker;
import flyt.domain.event.StaffKey;
import flyt.domain.priority.Skill;
import flyt.domain.task.CleaningEvent.CleaningCancelled;
import flyt.domain.task.CleaningEvent.CleaningPaused;
import flyt.domain.task.CleaningEvent.CleaningResumed;
import flyt.domain.task.CleaningEvent.CleaningStarted;
import flyt.domain.task.Offer;
import flyt.domain.task.Stuck;
import flyt.domain.task.Task;
import flyt.domain.task.TaskEvent.HandOverEnded;
import flyt.domain.task.TaskEvent.HelpAsked;
import flyt.domain.task.TaskEvent.LimitPassed;
import flyt.domain.task.TaskEvent.OfferEnd;
import flyt.domain.task.TaskEvent.OfferEnded;
import flyt.domain.task.TaskEvent.OfferReceived;
import flyt.domain.task.TaskEvent.TaskAccepted;
import flyt.domain.task.TaskEvent.TaskBecameDue;
import flyt.domain.task.TaskEvent.TaskCancelled;
import flyt.domain.task.TaskEvent.TaskDelayed;
import flyt.domain.task.TaskEvent.TaskDone;
import flyt.domain.task.TaskEvent.TaskHandedBack;
import flyt.domain.task.TaskEvent.TaskNotPossible;
import flyt.domain.task.TaskEvent.TaskPaused;
import flyt.domain.task.TaskEvent.TaskPinned;
import flyt.domain.task.TaskEvent.TaskReopened;
import flyt.domain.task.TaskEvent.TaskResumed;
import flyt.domain.task.TaskEvent.TaskStarted;
import flyt.domain.task.TaskEvent.TaskTakenOver;
import flyt.domain.task.TaskEvent.TaskUnpinned;
import flyt.domain.task.TaskId;
import flyt.domain.task.TaskStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What follows from what people do with tasks: take, begin, pause, end, give back; and from an offer's time being over. */
final class TaskRules {

    private TaskRules() {}

    static @Nullable Refusal follow(Unfolding told, Command command) {
        if (command instanceof OrderTask c) {
            return OrderRules.order(told, c);
        }
        if (!(command instanceof OfTask about)) {
            return DutyRules.follow(told, command);
        }
        Task task = told.now().tasks().task(about.task());
        if (task == null) {
            return Refusal.TASK_GONE;
        } else if (BedsideRules.knows(about)) {
            return BedsideRules.follow(told, task, about);
        } else if (command instanceof TakeTask) {
            return take(told, task);
        } else if (command instanceof StartTask) {
            return start(told, task);
        } else if (command instanceof PauseTask c) {
            return pause(told, task, c.reason());
        } else if (command instanceof ResumeTask) {
            return resume(told, task);
        } else if (command instanceof FinishTask c) {
            return finish(told, task, c.made());
        } else if (command instanceof CancelTask c) {
            return cancel(told, task, c.reason());
        }
        return followOffer(told, task, command);
    }

    private static @Nullable Refusal followOffer(Unfolding told, Task task, Command command) {
        if (command instanceof ReceiveOffer) {
            return receive(told, task);
        } else if (command instanceof DeclineTask) {
            return decline(told, task);
        } else if (command instanceof HandBackTask c) {
            return handBack(told, task, c.reason());
        } else if (command instanceof HandOverTask c) {
            return HandOverRules.follow(told, task, c.worker());
        } else if (command instanceof DelayTask c) {
            told.tell(new TaskDelayed(task.id(), c.reason()));
        } else if (command instanceof AskForHelp c) {
            return help(told, task, c.wanted());
        } else if (command instanceof RejectTask c) {
            told.tell(new TaskNotPossible(task.id(), c.reason()));
        } else if (command instanceof ReopenTask) {
            return reopen(told, task);
        } else if (command instanceof PinTask c) {
            return pin(told, task, c);
        } else if (command instanceof UnpinTask) {
            return unpin(told, task);
        } else {
            throw new IllegalArgumentException("No rule for " + command);
        }
        return null;
    }

    /** An offer's time is over, a scheduled task's hour has come, or a task has been in one stage for too long. */
    static void due(Unfolding told, TaskId id) {
        Task task = told.now().tasks().task(id);
        Instant now = told.header().recordedAt();
        if (task == null) {
            return;
        }
        Offer offer = task.offer();
        if (offer != null && !offer.until().isAfter(now)) {
            OfferEnd how = offer.received() ? OfferEnd.NOT_ANSWERED : OfferEnd.NOT_RECEIVED;
            told.tell(told.header().at(offer.until()), new OfferEnded(id, offer.worker(), how));
        } else if (task.status() == TaskStatus.SCHEDULED && task.scheduledUntil() != null) {
            told.tell(told.header().at(task.scheduledUntil()), new TaskBecameDue(id));
        }
        Stuck stuck = offer == null ? told.now().tasks().limitPassed(task, now) : null;
        if (stuck != null) {
            Instant at = stuck.since().isBefore(task.since()) ? task.since() : stuck.since();
            told.tell(told.header().at(at), new LimitPassed(id, stuck.stage(), stuck.limit()));
        }
    }

    private static @Nullable Refusal take(Unfolding told, Task task) {
        StaffKey actor = told.header().actor();
        Worker worker = told.now().duties().worker(actor);
        if (actor == null || worker == null) {
            return Refusal.NOT_ON_DUTY;
        }
        Refusal unfit = unfit(told.now(), worker, task);
        if (unfit != null) {
            return unfit;
        } else if (actor.equals(task.handOverTo())) {
            told.tell(new TaskTakenOver(task.id(), actor));
            return null;
        }
        return switch (task.status()) {
            case PENDING -> accept(told, task, actor);
            case OFFERED ->
                task.offer() != null && task.offer().worker().equals(actor)
                        ? accept(told, task, actor)
                        : Refusal.TAKEN_ALREADY;
            case POSSIBLE, SCHEDULED -> Refusal.NOT_TO_BE_DONE_YET;
            case ACCEPTED, IN_PROGRESS, PAUSED -> Refusal.TAKEN_ALREADY;
            case NOT_POSSIBLE, DONE, INSPECTED, CANCELLED -> Refusal.TASK_GONE;
        };
    }

    private static @Nullable Refusal accept(Unfolding told, Task task, StaffKey actor) {
        told.tell(new TaskAccepted(task.id(), actor));
        return null;
    }

    static @Nullable Refusal unfit(Hospital hospital, Worker worker, Task task) {
        Skill skill = Needs.kind(hospital.duties().rules(), task.job().kind()).skill();
        if (worker.team() != task.job().team()) {
            return Refusal.NOT_YOUR_TEAM;
        }
        return skill != null && !worker.skills().contains(skill) ? Refusal.NOT_TRAINED : null;
    }

    private static @Nullable Refusal start(Unfolding told, Task task) {
        StaffKey actor = told.header().actor();
        if (task.status().begun()) {
            return Refusal.ALREADY_STARTED;
        } else if (task.by() != null && !task.by().equals(actor)) {
            return Refusal.TAKEN_ALREADY;
        } else if (Dispatching.airs(told.now(), task)) {
            return Refusal.ROOM_MUST_AIR;
        }
        Worker worker = told.now().duties().worker(actor);
        Refusal unfit = worker == null ? null : unfit(told.now(), worker, task);
        if (unfit != null) {
            return unfit;
        }
        Refusal hindrance = BedsideRules.hindrance(told, task);
        if (hindrance != null) {
            return hindrance;
        }
        told.tell(
                task.cleaning() != null && task.bed() != null
                        ? new CleaningStarted(task.id(), task.bed(), actor, null)
                        : new TaskStarted(task.id(), actor));
        return null;
    }

    private static @Nullable Refusal pause(Unfolding told, Task task, @Nullable String reason) {
        if (task.status() != TaskStatus.IN_PROGRESS) {
            return Refusal.NOT_STARTED;
        }
        told.tell(
                task.cleaning() != null && task.bed() != null
                        ? new CleaningPaused(task.id(), task.bed(), reason)
                        : new TaskPaused(task.id(), reason));
        return null;
    }

    private static @Nullable Refusal resume(Unfolding told, Task task) {
        if (task.status() != TaskStatus.PAUSED) {
            return Refusal.NOT_PAUSED;
        }
        if (task.awaitsWristband()) {
            return Refusal.WRISTBAND_NOT_CONFIRMED;
        }
        StaffKey actor = told.header().actor();
        told.tell(
                task.cleaning() != null && task.bed() != null
                        ? new CleaningResumed(task.id(), task.bed(), actor)
                        : new TaskResumed(task.id(), actor));
        return null;
    }

    private static @Nullable Refusal finish(Unfolding told, Task task, boolean made) {
        if (!task.status().begun()) {
            return Refusal.NOT_STARTED;
        } else if (task.awaitsWristband()) {
            return Refusal.WRISTBAND_NOT_CONFIRMED;
        }
        if (task.cleaning() != null && task.bed() != null) {
            CleaningRules.done(told, task.bed(), made);
        } else {
            told.tell(new TaskDone(task.id()));
            OrderRules.returning(told, task);
        }
        return null;
    }

    private static @Nullable Refusal cancel(Unfolding told, Task task, @Nullable String reason) {
        if (task.status().begun()) {
            return Refusal.ALREADY_STARTED;
        }
        told.tell(
                task.cleaning() != null && task.bed() != null
                        ? new CleaningCancelled(task.id(), task.bed(), reason)
                        : new TaskCancelled(task.id(), reason));
        return null;
    }

    private static @Nullable Refusal receive(Unfolding told, Task task) {
        Offer offer = task.offer();
        if (offer == null || !offer.worker().equals(told.header().actor())) {
            return Refusal.NOT_OFFERED_TO_YOU;
        }
        if (!offer.received()) {
            Instant until =
                    told.header().recordedAt().plus(told.now().duties().rules().answerWithin());
            told.tell(new OfferReceived(task.id(), offer.worker(), until));
        }
        return null;
    }

    private static @Nullable Refusal decline(Unfolding told, Task task) {
        Offer offer = task.offer();
        StaffKey actor = told.header().actor();
        if (actor != null && actor.equals(task.handOverTo())) {
            told.tell(new HandOverEnded(task.id(), actor, OfferEnd.DECLINED));
        } else if (offer != null && offer.worker().equals(actor)) {
            told.tell(new OfferEnded(task.id(), actor, OfferEnd.DECLINED));
        } else {
            return Refusal.NOT_OFFERED_TO_YOU;
        }
        return null;
    }

    private static @Nullable Refusal handBack(Unfolding told, Task task, @Nullable String reason) {
        StaffKey by = task.by();
        if (by == null || !by.equals(told.header().actor())) {
            return Refusal.NOT_TAKEN_BY_YOU;
        } else if (task.status() != TaskStatus.ACCEPTED) {
            return Refusal.ALREADY_STARTED;
        }
        told.tell(new TaskHandedBack(task.id(), by, reason));
        return null;
    }

    private static @Nullable Refusal help(Unfolding told, Task task, boolean wanted) {
        if (task.by() == null) {
            return Refusal.NOT_TAKEN_BY_YOU;
        }
        if (task.helpWanted() != wanted) {
            told.tell(new HelpAsked(task.id(), wanted));
        }
        return null;
    }

    private static @Nullable Refusal reopen(Unfolding told, Task task) {
        if (task.status().begun()) {
            return Refusal.ALREADY_STARTED;
        }
        told.tell(new TaskReopened(task.id()));
        return null;
    }

    private static @Nullable Refusal pin(Unfolding told, Task task, PinTask command) {
        if (!command.until().isAfter(told.header().recordedAt())) {
            return Refusal.END_IN_THE_PAST;
        }
        told.tell(new TaskPinned(task.id(), command.until(), command.reason()));
        return null;
    }

    private static @Nullable Refusal unpin(Unfolding told, Task task) {
        if (task.pin() == null) {
            return Refusal.NOT_PINNED;
        }
        told.tell(new TaskUnpinned(task.id()));
        return null;
    }
}
