package flyt.domain;

import flyt.domain.Decision.Refusal;
import flyt.domain.duty.Worker;
import flyt.domain.event.StaffKey;
import flyt.domain.task.Task;
import flyt.domain.task.TaskEvent.HandOverEnded;
import flyt.domain.task.TaskEvent.HandOverOffered;
import flyt.domain.task.TaskEvent.OfferEnd;
import flyt.domain.task.TaskId;
import org.jspecify.annotations.Nullable;

/** What follows when somebody would hand what they have to a colleague: it is theirs until the colleague takes it. */
final class HandOverRules {
    /*
     *   whoever has it       HandOverTask to ...   begins, goes on, ends it       goes off duty, rests
     *                              |                       |                              |
     *   the colleague         takes it: TaskTakenOver   it stays                 is offered it like any other job,
     *                         does not: HandOverEnded                            and whoever is next after that
     *
     * Nothing ends it by time: nobody waits for it but its holder, whose limits go on.
     */

    private HandOverRules() {}

    /** {@code worker} null: it is kept. */
    static @Nullable Refusal follow(Unfolding told, Task task, @Nullable StaffKey worker) {
        StaffKey actor = told.header().actor();
        if (!task.isWith(actor)) {
            return Refusal.NOT_TAKEN_BY_YOU;
        } else if (worker == null) {
            return keep(told, task);
        }
        Worker colleague = told.now().duties().worker(worker);
        Refusal unfit = worker.equals(actor) ? Refusal.COLLEAGUE_NOT_THERE : unfit(told.now(), colleague, task);
        if (unfit == null && !worker.equals(task.handOverTo())) {
            told.tell(new HandOverOffered(task.id(), worker));
        }
        return unfit;
    }

    private static @Nullable Refusal keep(Unfolding told, Task task) {
        if (task.handOverTo() == null) {
            return Refusal.NOT_HANDED_OVER;
        }
        told.tell(new HandOverEnded(task.id(), task.handOverTo(), OfferEnd.WITHDRAWN));
        return null;
    }

    private static @Nullable Refusal unfit(Hospital hospital, @Nullable Worker colleague, Task task) {
        if (colleague == null
                || colleague.breakSince() != null
                || colleague.team() != task.job().team()) {
            return Refusal.COLLEAGUE_NOT_THERE;
        }
        return TaskRules.unfit(hospital, colleague, task) == null ? null : Refusal.COLLEAGUE_NOT_TRAINED;
    }

    /** Whoever had it has gone: the colleague is offered it, like any other job; null: nobody is. */
    static void offer(Unfolding told, TaskId id, @Nullable StaffKey colleague) {
        Worker worker = told.now().duties().worker(colleague);
        Task task = told.now().tasks().task(id);
        if (worker != null && task != null) {
            Dispatching.offer(told, task, Dispatching.hand(told.now(), worker), 1);
        }
    }
}
