package flyt.domain;

import flyt.domain.Command.AdoptRules;
import flyt.domain.Command.EndBreak;
import flyt.domain.Command.EndDuty;
import flyt.domain.Command.EndMessage;
import flyt.domain.Command.MoveWorker;
import flyt.domain.Command.ReadMessage;
import flyt.domain.Command.SendMessage;
import flyt.domain.Command.StartBreak;
import flyt.domain.Command.StartDuty;
import flyt.domain.Decision.Refusal;
import flyt.domain.duty.Duties;
import flyt.domain.duty.DutyEvent.BreakEnded;
import flyt.domain.duty.DutyEvent.BreakStarted;
import flyt.domain.duty.DutyEvent.DutyEnded;
import flyt.domain.duty.DutyEvent.DutyStarted;
import flyt.domain.duty.DutyEvent.HandingOutChanged;
import flyt.domain.duty.DutyEvent.RulesAdopted;
import flyt.domain.duty.DutyEvent.WorkerMoved;
import flyt.domain.duty.Worker;
import flyt.domain.event.StaffKey;
import flyt.domain.priority.RuleSet;
import flyt.domain.priority.RuleSet.Mode;
import flyt.domain.priority.Team;
import flyt.domain.task.Task;
import flyt.domain.task.TaskEvent.HandOverEnded;
import flyt.domain.task.TaskEvent.OfferEnd;
import flyt.domain.task.TaskEvent.OfferEnded;
import flyt.domain.task.TaskEvent.TaskHandedBack;
import flyt.domain.task.TaskId;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What follows when people come on duty, rest and go, and when other rules come into force. */
final class DutyRules {

    private static final int HOURS_OF_A_DAY = 24;

    private DutyRules() {}

    static @Nullable Refusal follow(Unfolding told, Command command) {
        if (command instanceof AdoptRules c) {
            return adopt(told, c.rules());
        } else if (command instanceof MoveWorker c) {
            if (told.now().duties().worker(c.worker()) == null) {
                return Refusal.NOT_ON_DUTY;
            }
            told.tell(new WorkerMoved(c.worker(), c.zones()));
            return null;
        } else if (command instanceof SendMessage c) {
            return MessageRules.send(told, c);
        } else if (command instanceof ReadMessage c) {
            return MessageRules.read(told, c);
        } else if (command instanceof EndMessage c) {
            return MessageRules.end(told, c);
        }
        StaffKey actor = told.header().actor();
        if (actor == null) {
            return Refusal.NOT_ON_DUTY;
        } else if (command instanceof StartDuty c) {
            return start(told, actor, c);
        }
        Worker worker = told.now().duties().worker(actor);
        if (worker == null) {
            return Refusal.NOT_ON_DUTY;
        } else if (command instanceof EndDuty) {
            return end(told, worker);
        } else if (command instanceof StartBreak) {
            return rest(told, worker);
        } else if (command instanceof EndBreak) {
            if (worker.breakSince() == null) {
                return Refusal.NOT_ON_BREAK;
            }
            told.tell(new BreakEnded(worker.key()));
            return null;
        }
        throw new IllegalArgumentException("No rule for " + command);
    }

    private static @Nullable Refusal start(Unfolding told, StaffKey actor, StartDuty command) {
        if (command.until() != null && !command.until().isAfter(told.header().recordedAt())) {
            return Refusal.END_IN_THE_PAST;
        }
        Worker known = told.now().duties().worker(actor);
        if (known != null && known.team() != command.team() && isBusy(told.now(), known)) {
            return Refusal.IN_THE_MIDDLE_OF_A_TASK;
        }
        if (known != null && known.team() != command.team()) {
            letGo(told, known);
        }
        told.tell(new DutyStarted(actor, command.team(), command.zones(), command.skills(), command.until()));
        return null;
    }

    private static @Nullable Refusal end(Unfolding told, Worker worker) {
        if (isBusy(told.now(), worker)) {
            return Refusal.IN_THE_MIDDLE_OF_A_TASK;
        }
        letGo(told, worker);
        told.tell(new DutyEnded(worker.key()));
        return null;
    }

    private static @Nullable Refusal rest(Unfolding told, Worker worker) {
        if (worker.breakSince() != null) {
            return Refusal.ON_BREAK_ALREADY;
        } else if (isBusy(told.now(), worker)) {
            return Refusal.IN_THE_MIDDLE_OF_A_TASK;
        }
        letGo(told, worker);
        told.tell(new BreakStarted(worker.key()));
        return null;
    }

    private static boolean isBusy(Hospital hospital, Worker worker) {
        return hospital.tasks().of(worker.key()).stream()
                .map(hospital.tasks()::task)
                .anyMatch(task ->
                        task != null && task.status().begun() && worker.key().equals(task.by()));
    }

    /** What somebody is offered goes to the next, what they have taken to the colleague whom they would hand it to, or back. */
    private static void letGo(Unfolding told, Worker worker) {
        for (TaskId id : List.copyOf(told.now().tasks().of(worker.key()))) {
            Task task = Objects.requireNonNull(told.now().tasks().task(id));
            if (task.offer() != null) {
                told.tell(new OfferEnded(id, worker.key(), OfferEnd.WITHDRAWN));
            } else if (worker.key().equals(task.handOverTo())) {
                told.tell(new HandOverEnded(id, worker.key(), OfferEnd.WITHDRAWN));
            } else {
                told.tell(new TaskHandedBack(id, worker.key(), null));
                HandOverRules.offer(told, id, task.handOverTo());
            }
        }
    }

    private static @Nullable Refusal adopt(Unfolding told, RuleSet rules) {
        RuleSet inForce = told.now().duties().rules();
        if (rules.name().equals(inForce.name()) && rules.version() <= inForce.version()) {
            return Refusal.OLDER_RULES;
        }
        told.tell(new RulesAdopted(rules));
        handOut(told);
        return null;
    }

    /** Tells for which teams work is handed out in another way from now on. */
    static void handOut(Unfolding told) {
        for (Team team : Team.values()) {
            Duties duties = told.now().duties();
            Mode mode = mode(told.now(), team, told.header().recordedAt());
            if (mode != duties.mode(team)) {
                told.tell(told.header().at(told.header().recordedAt()), new HandingOutChanged(team, mode));
            }
        }
    }

    /** When work is handed out in another way next, or null. */
    static @Nullable Instant nextChange(Hospital hospital) {
        if (hospital.duties().rules().shifts().isEmpty()) {
            return null;
        }
        Instant hour = hospital.recordedAt().truncatedTo(ChronoUnit.HOURS);
        for (int i = 0; i <= HOURS_OF_A_DAY; i++) {
            for (Team team : Team.values()) {
                if (mode(hospital, team, hour) != hospital.duties().mode(team)) {
                    return hour;
                }
            }
            hour = hour.plus(1, ChronoUnit.HOURS);
        }
        return null;
    }

    private static Mode mode(Hospital hospital, Team team, Instant at) {
        ZoneId zone = hospital.places().definition().timeZone();
        return hospital.duties().rules().mode(team, LocalTime.ofInstant(at, zone));
    }
}
