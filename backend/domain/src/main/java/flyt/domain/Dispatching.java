package flyt.domain;

import flyt.domain.duty.DutyEvent.BreakEnded;
import flyt.domain.duty.DutyEvent.DutyStarted;
import flyt.domain.duty.DutyEvent.HandingOutChanged;
import flyt.domain.duty.DutyEvent.RulesAdopted;
import flyt.domain.duty.DutyEvent.WorkerMoved;
import flyt.domain.duty.DutyEvent.WorkerSeen;
import flyt.domain.duty.Worker;
import flyt.domain.event.Event;
import flyt.domain.event.EventHeader;
import flyt.domain.event.Recorded;
import flyt.domain.event.StaffKey;
import flyt.domain.priority.Candidate;
import flyt.domain.priority.Hand;
import flyt.domain.priority.Matching;
import flyt.domain.priority.Rank;
import flyt.domain.priority.RuleSet;
import flyt.domain.priority.RuleSet.Kind;
import flyt.domain.priority.RuleSet.Mode;
import flyt.domain.priority.Team;
import flyt.domain.task.CleaningEvent;
import flyt.domain.task.CleaningEvent.CleaningDone;
import flyt.domain.task.CleaningEvent.CleaningStarted;
import flyt.domain.task.Task;
import flyt.domain.task.TaskEvent;
import flyt.domain.task.TaskEvent.TaskDone;
import flyt.domain.task.TaskEvent.TaskOffered;
import flyt.domain.task.TaskEvent.TaskStarted;
import flyt.domain.task.TaskId;
import flyt.domain.task.TaskStatus;
import flyt.domain.task.Tasks;
import flyt.domain.undo.UndoEvent.Undone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Offers the best task to the best free worker where work is offered, and knows where people are by what they do. */
final class Dispatching {
    /*
     * Always so, where work is offered: nobody who is free could do a task that waits. Where people choose from their list, so it
     * is for the tasks that have passed a limit: they have been overlooked, and are offered too. What was told can only have broken that
     * for the tasks it touched and for the people whom it made free, so only these are looked at.
     */

    private final Unfolding told;
    private final Hospital before;
    private final SortedSet<StaffKey> maybeFree = new TreeSet<>();

    private Dispatching(Unfolding told, Hospital before) {
        this.told = told;
        this.before = before;
    }

    /** Tells the offers that follow from what was told. {@code tasks}: those that it touched. */
    static void settle(Unfolding told, Hospital before, SortedSet<TaskId> tasks) {
        if (told.now().duties().workers().isEmpty()) {
            return;
        }
        Dispatching dispatching = new Dispatching(told, before);
        List.copyOf(told.events()).forEach(dispatching::follow);
        dispatching.offer(tasks);
        dispatching.maybeFree.forEach(dispatching::ask);
    }

    private void follow(Recorded recorded) {
        Event event = recorded.event();
        if (event instanceof TaskEvent fact) {
            people(fact.task());
        } else if (event instanceof CleaningEvent fact && fact.task() != null) {
            people(fact.task());
        } else if (event instanceof DutyStarted fact) {
            maybeFree.add(fact.worker());
        } else if (event instanceof BreakEnded fact) {
            maybeFree.add(fact.worker());
        } else if (event instanceof WorkerMoved fact) {
            maybeFree.add(fact.worker());
        } else if (event instanceof RulesAdopted || event instanceof HandingOutChanged || event instanceof Undone) {
            maybeFree.addAll(told.now().duties().workers().keySet());
        }
        seen(recorded.header(), event);
    }

    private void people(TaskId id) {
        Task was = before.tasks().task(id);
        if (was != null && was.by() != null) {
            maybeFree.add(was.by());
        }
        if (was != null && was.offer() != null) {
            maybeFree.add(was.offer().worker());
        }
        if (was != null && was.handOverTo() != null) {
            maybeFree.add(was.handOverTo());
        }
    }

    /** Who begins or ends a task is there; what they worked counts when it ends. */
    private void seen(EventHeader at, Event event) {
        if (event instanceof TaskStarted fact) {
            seen(fact.worker(), told.now().tasks().task(fact.task()), Duration.ZERO);
        } else if (event instanceof CleaningStarted fact && fact.task() != null) {
            seen(fact.worker(), told.now().tasks().task(fact.task()), Duration.ZERO);
        } else if (event instanceof TaskDone fact) {
            ended(before.tasks().task(fact.task()), at.effectiveAt());
        } else if (event instanceof CleaningDone fact && fact.task() != null) {
            ended(before.tasks().task(fact.task()), at.effectiveAt());
        }
    }

    private void ended(@Nullable Task task, Instant at) {
        if (task != null && task.startedAt() != null && task.startedAt().isBefore(at)) {
            seen(task.by(), task, Duration.between(task.startedAt(), at));
        }
    }

    private void seen(@Nullable StaffKey worker, @Nullable Task task, Duration worked) {
        if (worker != null && task != null && told.now().duties().worker(worker) != null) {
            var there = task.job().to() != null && !worked.isZero()
                    ? task.job().to()
                    : task.job().at();
            told.tell(new WorkerSeen(worker, there, worked));
        }
    }

    private void offer(SortedSet<TaskId> touched) {
        List<Task> waiting = new ArrayList<>();
        for (TaskId id : touched) {
            Task task = told.now().tasks().task(id);
            if (task != null && waits(task) && isOffered(task)) {
                waiting.add(task);
            }
        }
        waiting.sort((one, other) -> rank(one).compareTo(rank(other)));
        for (Task task : waiting) {
            List<Hand<StaffKey>> free = free(task);
            Matching.handFor(candidate(told.now(), task), free, rules(), now())
                    .ifPresent(hand -> offer(task, hand, free.size()));
        }
    }

    /** Offers somebody who may have become free the best of what waits. */
    private void ask(StaffKey key) {
        Worker worker = told.now().duties().worker(key);
        if (worker == null || !isFree(told.now(), worker)) {
            return;
        }
        Tasks tasks = told.now().tasks();
        Iterable<Task> offered =
                isOffered(worker.team()) ? tasks.waiting(worker.team()) : tasks.overlooked(worker.team());
        Iterable<Candidate<Task>> candidates = () -> StreamSupport.stream(offered.spliterator(), false)
                .filter(task -> waits(task) && !task.passedBy().contains(key))
                .map(task -> candidate(told.now(), task))
                .iterator();
        Hand<StaffKey> hand = hand(told.now(), worker);
        Matching.taskFor(hand, candidates, rules(), now()).ifPresent(best -> offer(best.id(), hand, 1));
    }

    private void offer(Task task, Hand<StaffKey> hand, int free) {
        offer(told, task, hand, free);
    }

    /** Offers it to somebody, who is the best of so many that are free. */
    static void offer(Unfolding told, Task task, Hand<StaffKey> hand, int free) {
        Instant now = told.header().recordedAt();
        RuleSet rules = told.now().duties().rules();
        Duration walk = rules.walks()
                .between(hand.spot(), Needs.spot(told.now().places(), task.job().at()));
        told.tell(
                told.header().at(now),
                new TaskOffered(
                        task.id(),
                        hand.id(),
                        now.plus(rules.receiptWithin()),
                        walk,
                        free,
                        told.now().duties().rulesName()));
    }

    private List<Hand<StaffKey>> free(Task task) {
        return told.now().duties().workers().values().stream()
                .filter(worker -> worker.team() == task.job().team()
                        && !task.passedBy().contains(worker.key())
                        && isFree(told.now(), worker))
                .map(worker -> hand(told.now(), worker))
                .toList();
    }

    private boolean waits(Task task) {
        return task.status() == TaskStatus.PENDING && task.rank() != null && !airs(told.now(), task);
    }

    private boolean isOffered(Task task) {
        return isOffered(task.job().team())
                || (task.stuck() != null && task.stuck().overlooked());
    }

    private boolean isOffered(Team team) {
        return told.now().duties().mode(team) == Mode.PUSH;
    }

    private RuleSet rules() {
        return told.now().duties().rules();
    }

    private Instant now() {
        return told.header().recordedAt();
    }

    private static Rank rank(Task task) {
        Rank rank = task.rank();
        if (rank == null) {
            throw new IllegalStateException("Not ranked yet: " + task.id());
        }
        return rank;
    }

    /** Whether the room that is to be cleaned airs, so that nobody may enter yet. */
    static boolean airs(Hospital hospital, Task task) {
        return task.cleaning() != null
                && task.bed() != null
                && hospital.beds().of(task.bed()).hygiene().airing();
    }

    static boolean isFree(Hospital hospital, Worker worker) {
        return worker.breakSince() == null && hospital.tasks().of(worker.key()).isEmpty();
    }

    static Hand<StaffKey> hand(Hospital hospital, Worker worker) {
        return new Hand<>(
                worker.key(),
                worker.zones(),
                worker.skills(),
                Needs.spot(hospital.places(), worker.lastAt()),
                worker.until(),
                worker.worked());
    }

    static Candidate<Task> candidate(Hospital hospital, Task task) {
        Kind kind = Needs.kind(hospital.duties().rules(), task.job().kind());
        return new Candidate<>(
                task,
                rank(task),
                task.orderedAt(),
                Needs.spot(hospital.places(), task.job().at()),
                Needs.zone(hospital.places(), task.job().at()),
                kind.skill(),
                kind.service());
    }
}
