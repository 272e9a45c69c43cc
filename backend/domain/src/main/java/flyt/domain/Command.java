package flyt.domain;

import flyt.domain.bed.BedEvent.CloseReason;
import flyt.domain.conflict.Conflict;
import flyt.domain.duty.MessageId;
import flyt.domain.event.MessageKey;
import flyt.domain.event.StaffKey;
import flyt.domain.place.BedId;
import flyt.domain.place.WardId;
import flyt.domain.placement.BedNeed;
import flyt.domain.placement.DeclineReason;
import flyt.domain.placement.RequestId;
import flyt.domain.placement.Sex;
import flyt.domain.placement.WithdrawReason;
import flyt.domain.priority.RuleSet;
import flyt.domain.priority.Skill;
import flyt.domain.priority.Team;
import flyt.domain.priority.Urgency;
import flyt.domain.stay.Isolation;
import flyt.domain.stay.Said;
import flyt.domain.stay.StayFact.DischargeDay;
import flyt.domain.stay.StayId;
import flyt.domain.task.CleaningKind;
import flyt.domain.task.Item;
import flyt.domain.task.Point;
import flyt.domain.task.TaskId;
import flyt.domain.threshold.Level;
import flyt.domain.threshold.ThresholdSet;
import flyt.domain.threshold.Watching.Done;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a person can wish for. */
public sealed interface Command {

    /** It is about a bed. */
    interface OfBed {
        BedId bed();
    }

    /** It is about a task. */
    interface OfTask {
        TaskId task();
    }

    /** It is about the hospital, or about oneself at work in it. */
    interface OfHospital {}

    /** It is about a stay. */
    interface OfStay {
        StayId stay();
    }

    /** It is about who waits for a bed. */
    interface OfRequest {
        RequestId request();
    }

    /** Order a clean; {@code cleaning} null: what the room's isolation demands. */
    record OrderCleaning(BedId bed, @Nullable CleaningKind cleaning) implements Command, OfBed {}

    record StartTask(TaskId task) implements Command, OfTask {}

    record PauseTask(TaskId task, @Nullable String reason) implements Command, OfTask {}

    record ResumeTask(TaskId task) implements Command, OfTask {}

    /** It is done; {@code made}: and the bed is made, after a clean. */
    record FinishTask(TaskId task, boolean made) implements Command, OfTask {}

    record CancelTask(TaskId task, @Nullable String reason) implements Command, OfTask {}

    /**
     * Order something else than a clean.
     *
     * @param kind its id in the rule set
     * @param at null: where the patient is
     * @param to where it ends; null of a patient who is expected elsewhere: there
     * @param stay the patient who is moved, or null
     * @param asked how urgent; null: as its kind is
     * @param dueAt the appointment, or null
     * @param items what is carried, where that is said
     * @param equipment what is held meanwhile, by its own ids
     * @param roundTrip whether the patient is fetched back
     * @param another whether it is wanted though the same is ordered already
     */
    record OrderTask(
            String kind,
            @Nullable Point at,
            @Nullable Point to,
            @Nullable StayId stay,
            @Nullable Urgency asked,
            @Nullable Instant dueAt,
            @Nullable String note,
            List<Item> items,
            SortedSet<String> equipment,
            boolean roundTrip,
            boolean another)
            implements Command {
        public OrderTask {
            items = List.copyOf(items);
            equipment = Collections.unmodifiableSortedSet(new TreeSet<>(equipment));
        }

        /** An order of one thing, one way. */
        public OrderTask(
                String kind,
                @Nullable Point at,
                @Nullable Point to,
                @Nullable StayId stay,
                @Nullable Urgency asked,
                @Nullable Instant dueAt,
                @Nullable String note) {
            this(kind, at, to, stay, asked, dueAt, note, List.of(), new TreeSet<>(), false, false);
        }
    }

    /** What is planned for later is something to do now: the patient is ready. */
    record CallTask(TaskId task) implements Command, OfTask {}

    /** Stand at the bed of the patient whom one is to move. */
    record ArriveAtTask(TaskId task) implements Command, OfTask {}

    /**
     * Say that the wristband is that of the patient who is to be moved.
     *
     * @param scanned the visit number on it; null: it was read
     */
    record ConfirmPatient(TaskId task, @Nullable StayId scanned) implements Command, OfTask {}

    /** Take a task that waits, or that is offered to oneself. */
    record TakeTask(TaskId task) implements Command, OfTask {}

    /** Say that an offer has arrived on the phone. */
    record ReceiveOffer(TaskId task) implements Command, OfTask {}

    /** Not now: let an offer go to the next. */
    record DeclineTask(TaskId task) implements Command, OfTask {}

    /** Give back what one has taken and not begun. */
    record HandBackTask(TaskId task, @Nullable String reason) implements Command, OfTask {}

    /** Hand what one has to a colleague, who has it once they take it; {@code worker} null: no longer. */
    record HandOverTask(TaskId task, @Nullable StaffKey worker) implements Command, OfTask {}

    /** Say that it will be late. */
    record DelayTask(TaskId task, String reason) implements Command, OfTask {}

    /** Ask for a second person, or no longer. */
    record AskForHelp(TaskId task, boolean wanted) implements Command, OfTask {}

    /** It cannot be done as things are. */
    record RejectTask(TaskId task, String reason) implements Command, OfTask {}

    /** Let what could not be done, or what somebody has, wait for anybody again. */
    record ReopenTask(TaskId task) implements Command, OfTask {}

    /** Put it first, until then. */
    record PinTask(TaskId task, Instant until, String reason) implements Command, OfTask {}

    record UnpinTask(TaskId task) implements Command, OfTask {}

    /** Come on duty, or say anew for what; no zones: everywhere. */
    record StartDuty(Team team, SortedSet<String> zones, SortedSet<Skill> skills, @Nullable Instant until)
            implements Command, OfHospital {}

    /** Go off duty. What one has taken and not begun goes back. */
    record EndDuty() implements Command, OfHospital {}

    record StartBreak() implements Command, OfHospital {}

    record EndBreak() implements Command, OfHospital {}

    /** Move somebody on duty to other zones; none: everywhere. */
    record MoveWorker(StaffKey worker, SortedSet<String> zones) implements Command, OfHospital {}

    /** Tell a team on duty something: all of it, those of a zone, or one alone. */
    record SendMessage(Team team, @Nullable String zone, @Nullable StaffKey worker, String text)
            implements Command, OfHospital {}

    /** Say that one has read a message. */
    record ReadMessage(MessageId message) implements Command, OfHospital {}

    /** Take a message away before its time is over. */
    record EndMessage(MessageId message) implements Command, OfHospital {}

    /** Put a rule set into force. */
    record AdoptRules(RuleSet rules) implements Command, OfHospital {}

    /** Have figures watched by these rules from now on. */
    record AdoptThresholds(ThresholdSet thresholds) implements Command, OfHospital {}

    /**
     * Take an alert on.
     *
     * @param ward null: of the whole hospital
     * @param did what one has done about it, or null
     */
    record AnswerThreshold(String rule, @Nullable WardId ward, @Nullable String did) implements Command, OfHospital {}

    /** Say whether the help goes that is proposed to a queue for blood samples, and if not, why. */
    record AnswerRelief(boolean accepted, @Nullable String reason) implements Command, OfHospital {}

    /** Declare the hospital's level of preparedness. */
    record DeclareLevel(Level level, @Nullable String reason) implements Command, OfHospital {}

    /** Say whether an action of the level in force is done, and if not, why. */
    record MarkAction(String action, Done done, @Nullable String reason) implements Command, OfHospital {}

    /** The patient has left the room. */
    record MarkRoomLeft(StayId stay, BedId bed) implements Command, OfBed {}

    /** After a death: the room is released. */
    record ReleaseRoom(BedId bed) implements Command, OfBed {}

    record MarkBedMade(BedId bed) implements Command, OfBed {}

    record CloseBed(BedId bed, CloseReason reason, @Nullable Instant until) implements Command, OfBed {}

    record OpenBed(BedId bed) implements Command, OfBed {}

    /**
     * Promise a bed, also one that somebody lies in or that is dirty.
     *
     * @param stay to whom, or null
     * @param request of whom who waits, in place of {@code stay}
     * @param purpose for what, or why this patient gets it though it does not suit
     * @param seen the bed's version as the giver saw it; null: whatever it is like now
     * @param insteadOf the bed that was promised to the patient as the giver saw it, and no longer is; null: none
     * @param sharing whether the patient shares it on purpose with whoever lies there
     */
    record ReserveBed(
            BedId bed,
            Instant until,
            @Nullable StayId stay,
            @Nullable RequestId request,
            @Nullable String purpose,
            @Nullable String seen,
            @Nullable BedId insteadOf,
            boolean sharing)
            implements Command, OfBed {

        /** Promise it as it is now. */
        public ReserveBed(BedId bed, Instant until, @Nullable StayId stay, @Nullable String purpose) {
            this(bed, until, stay, null, purpose, null, null, false);
        }
    }

    /** The bed is promised to nobody any more. */
    record EndReservation(BedId bed) implements Command, OfBed {}

    /** Let those to whom two beds are promised change them. */
    record SwapReservations(BedId bed, BedId other) implements Command, OfBed {}

    /**
     * Ask for a bed for a patient, or for another one than before.
     *
     * @param to the ward whose patient it is to be
     * @param sex with whom a room may be shared; null: not said
     * @param readyAt from when the patient can be moved; null: at once
     */
    record RequestBed(StayId stay, WardId to, SortedSet<BedNeed> needs, @Nullable Sex sex, @Nullable Instant readyAt)
            implements Command, OfStay {
        public RequestBed {
            needs = Collections.unmodifiableSortedSet(new TreeSet<>(needs));
        }
    }

    /** No bed is needed any more. */
    record WithdrawRequest(StayId stay, @Nullable WithdrawReason reason) implements Command, OfStay {}

    /** The ward takes the patient. */
    record AcceptRequest(RequestId request) implements Command, OfRequest {}

    /** The ward does not take the patient. */
    record DeclineRequest(RequestId request, DeclineReason reason) implements Command, OfRequest {}

    /** Whose nurse somebody is; {@code nurse} null: the hand takes its word back. So it is with the other three. */
    record AssignNurse(StayId stay, @Nullable Said<StaffKey> nurse) implements Command, OfStay {}

    record AssignDoctor(StayId stay, @Nullable Said<StaffKey> doctor) implements Command, OfStay {}

    /** When the patient will leave; a day that is not said is that of the hour. */
    record ExpectDischarge(StayId stay, @Nullable Said<DischargeDay> discharge) implements Command, OfStay {}

    record SetIsolation(StayId stay, @Nullable Said<Isolation> isolation) implements Command, OfStay {}

    /** Put a patient into a place that is not in the plan; {@code bed} null: back to where systems say. */
    record UseCorridorPlace(StayId stay, @Nullable BedId bed) implements Command, OfStay {}

    /** Undo one's own command of the last ten seconds. {@code command}: the message that it came in. */
    record Undo(MessageKey command) implements Command {}

    /** Settle a conflict; {@code stay}: which of the patients, where the settlement is about one of several. */
    record SettleConflict(Conflict.Key conflict, Conflict.Settlement how, @Nullable StayId stay) implements Command {}
}
