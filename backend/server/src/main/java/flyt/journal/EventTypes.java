package flyt.journal;

import flyt.domain.alert.AlertEvent.EarlyWarningReported;
import flyt.domain.bed.BedEvent.AirChangeEnded;
import flyt.domain.bed.BedEvent.BedCleaned;
import flyt.domain.bed.BedEvent.BedClosed;
import flyt.domain.bed.BedEvent.BedMade;
import flyt.domain.bed.BedEvent.BedOpened;
import flyt.domain.bed.BedEvent.BedReserved;
import flyt.domain.bed.BedEvent.BedShared;
import flyt.domain.bed.BedEvent.BedSoiled;
import flyt.domain.bed.BedEvent.BedStatusCancelled;
import flyt.domain.bed.BedEvent.BedStatusReported;
import flyt.domain.bed.BedEvent.ReservationEnded;
import flyt.domain.bed.BedEvent.RoomReleased;
import flyt.domain.conflict.ConflictEvent.ConflictDismissed;
import flyt.domain.duty.DutyEvent.BreakEnded;
import flyt.domain.duty.DutyEvent.BreakStarted;
import flyt.domain.duty.DutyEvent.DutyEnded;
import flyt.domain.duty.DutyEvent.DutyStarted;
import flyt.domain.duty.DutyEvent.HandingOutChanged;
import flyt.domain.duty.DutyEvent.RulesAdopted;
import flyt.domain.duty.DutyEvent.WorkerMoved;
import flyt.domain.duty.DutyEvent.WorkerSeen;
import flyt.domain.duty.MessageEvent.MessageEnded;
import flyt.domain.duty.MessageEvent.MessageRead;
import flyt.domain.duty.MessageEvent.MessageSent;
import flyt.domain.event.Event;
import flyt.domain.feed.FeedEvent.FeedCameBack;
import flyt.domain.feed.FeedEvent.FeedFellSilent;
import flyt.domain.feed.FeedEvent.FeedRejectsFell;
import flyt.domain.feed.FeedEvent.FeedRejectsRose;
import flyt.domain.forecast.ForecastEvent.ForecastMade;
import flyt.domain.lab.LabEvent.LabReportCancelled;
import flyt.domain.lab.LabEvent.LabStatusReported;
import flyt.domain.place.PlaceEvent.ClockSet;
import flyt.domain.place.PlaceEvent.DayStarted;
import flyt.domain.place.PlaceEvent.HospitalDefined;
import flyt.domain.place.PlaceEvent.IdentitiesErased;
import flyt.domain.place.PlaceEvent.NightCounted;
import flyt.domain.placement.PlacementEvent.AnswerOverdue;
import flyt.domain.placement.PlacementEvent.BedRequested;
import flyt.domain.placement.PlacementEvent.RequestAccepted;
import flyt.domain.placement.PlacementEvent.RequestDeclined;
import flyt.domain.placement.PlacementEvent.RequestEnded;
import flyt.domain.placement.PlacementEvent.WardAsked;
import flyt.domain.sampling.SamplingEvent.ReliefAnswered;
import flyt.domain.sampling.SamplingEvent.ReliefEnded;
import flyt.domain.sampling.SamplingEvent.ReliefProposed;
import flyt.domain.sampling.SamplingEvent.SamplingAwaited;
import flyt.domain.sampling.SamplingEvent.SamplingStaffReported;
import flyt.domain.sampling.SamplingEvent.SamplingWaitEnded;
import flyt.domain.staff.StaffEvent.CareWeightReported;
import flyt.domain.staff.StaffEvent.ResponsibilityCancelled;
import flyt.domain.staff.StaffEvent.ResponsibilityReported;
import flyt.domain.staff.StaffEvent.WardRoleReported;
import flyt.domain.stay.FactKind;
import flyt.domain.stay.StayEvent.PatientsMergeCancelled;
import flyt.domain.stay.StayEvent.PatientsMerged;
import flyt.domain.stay.StayEvent.StaysArchived;
import flyt.domain.stay.StayFact;
import flyt.domain.stay.StayFact.AdmissionExpected;
import flyt.domain.stay.StayFact.ArrivedTemporarily;
import flyt.domain.stay.StayFact.BedsSwapped;
import flyt.domain.stay.StayFact.DepartedTemporarily;
import flyt.domain.stay.StayFact.DischargeExpected;
import flyt.domain.stay.StayFact.DischargeSet;
import flyt.domain.stay.StayFact.DoctorAssigned;
import flyt.domain.stay.StayFact.ExtraPlaceUsed;
import flyt.domain.stay.StayFact.FactCancelled;
import flyt.domain.stay.StayFact.IsolationReported;
import flyt.domain.stay.StayFact.IsolationSet;
import flyt.domain.stay.StayFact.LeaveEnded;
import flyt.domain.stay.StayFact.LeaveStarted;
import flyt.domain.stay.StayFact.MilestoneReported;
import flyt.domain.stay.StayFact.NurseAssigned;
import flyt.domain.stay.StayFact.PatientAdmitted;
import flyt.domain.stay.StayFact.PatientDischarged;
import flyt.domain.stay.StayFact.PatientRegistered;
import flyt.domain.stay.StayFact.PatientTransferred;
import flyt.domain.stay.StayFact.ReadinessReported;
import flyt.domain.stay.StayFact.RoomLeft;
import flyt.domain.stay.StayFact.StayUpdated;
import flyt.domain.stay.StayFact.StaysMerged;
import flyt.domain.stay.StayFact.TransferExpected;
import flyt.domain.task.CleaningEvent.CleaningCancelled;
import flyt.domain.task.CleaningEvent.CleaningDone;
import flyt.domain.task.CleaningEvent.CleaningOrdered;
import flyt.domain.task.CleaningEvent.CleaningPaused;
import flyt.domain.task.CleaningEvent.CleaningResumed;
import flyt.domain.task.CleaningEvent.CleaningStarted;
import flyt.domain.task.RoutineEvent.RoutinesOrdered;
import flyt.domain.task.TaskEvent.HandOverEnded;
import flyt.domain.task.TaskEvent.HandOverOffered;
import flyt.domain.task.TaskEvent.HelpAsked;
import flyt.domain.task.TaskEvent.LimitPassed;
import flyt.domain.task.TaskEvent.OfferEnded;
import flyt.domain.task.TaskEvent.OfferReceived;
import flyt.domain.task.TaskEvent.TaskAccepted;
import flyt.domain.task.TaskEvent.TaskBecameDue;
import flyt.domain.task.TaskEvent.TaskCancelled;
import flyt.domain.task.TaskEvent.TaskDelayed;
import flyt.domain.task.TaskEvent.TaskDone;
import flyt.domain.task.TaskEvent.TaskHandedBack;
import flyt.domain.task.TaskEvent.TaskNotPossible;
import flyt.domain.task.TaskEvent.TaskOffered;
import flyt.domain.task.TaskEvent.TaskOrdered;
import flyt.domain.task.TaskEvent.TaskPaused;
import flyt.domain.task.TaskEvent.TaskPinned;
import flyt.domain.task.TaskEvent.TaskRanked;
import flyt.domain.task.TaskEvent.TaskReopened;
import flyt.domain.task.TaskEvent.TaskResumed;
import flyt.domain.task.TaskEvent.TaskStarted;
import flyt.domain.task.TaskEvent.TaskTakenOver;
import flyt.domain.task.TaskEvent.TaskUnpinned;
import flyt.domain.task.TaskEvent.WorkerArrived;
import flyt.domain.task.TaskEvent.WristbandConfirmed;
import flyt.domain.task.TaskEvent.WristbandMismatched;
import flyt.domain.threshold.ThresholdEvent.ActionMarked;
import flyt.domain.threshold.ThresholdEvent.CorridorCounted;
import flyt.domain.threshold.ThresholdEvent.FigureReported;
import flyt.domain.threshold.ThresholdEvent.FiguresMeasured;
import flyt.domain.threshold.ThresholdEvent.LevelDeclared;
import flyt.domain.threshold.ThresholdEvent.ThresholdAnswered;
import flyt.domain.threshold.ThresholdEvent.ThresholdMoved;
import flyt.domain.threshold.ThresholdEvent.ThresholdsAdopted;
import flyt.domain.undo.UndoEvent.Undone;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The names of the event types, in the journal and in reports. A name, once in a journal, is never changed or given to another
 * event; a record may be renamed freely.
 */
public final class EventTypes {
    private static final SortedMap<String, Class<? extends Event>> BY_NAME = new TreeMap<>();
    private static final Map<Class<? extends Event>, String> BY_CLASS = new HashMap<>();
    private static final Map<FactKind, String> BY_KIND = new EnumMap<>(FactKind.class);

    static {
        fact(FactKind.PATIENT_REGISTERED, "PatientRegistered", PatientRegistered.class);
        fact(FactKind.ADMISSION_EXPECTED, "AdmissionExpected", AdmissionExpected.class);
        fact(FactKind.PATIENT_ADMITTED, "PatientAdmitted", PatientAdmitted.class);
        fact(FactKind.PATIENT_TRANSFERRED, "PatientTransferred", PatientTransferred.class);
        fact(FactKind.TRANSFER_EXPECTED, "TransferExpected", TransferExpected.class);
        fact(FactKind.BEDS_SWAPPED, "BedsSwapped", BedsSwapped.class);
        fact(FactKind.LEAVE_STARTED, "LeaveStarted", LeaveStarted.class);
        fact(FactKind.LEAVE_ENDED, "LeaveEnded", LeaveEnded.class);
        fact(FactKind.DEPARTED_TEMPORARILY, "DepartedTemporarily", DepartedTemporarily.class);
        fact(FactKind.ARRIVED_TEMPORARILY, "ArrivedTemporarily", ArrivedTemporarily.class);
        fact(FactKind.STAY_UPDATED, "StayUpdated", StayUpdated.class);
        fact(FactKind.ISOLATION_REPORTED, "IsolationReported", IsolationReported.class);
        fact(FactKind.DISCHARGE_EXPECTED, "DischargeExpected", DischargeExpected.class);
        fact(FactKind.READINESS_REPORTED, "ReadinessReported", ReadinessReported.class);
        fact(FactKind.MILESTONE_REPORTED, "MilestoneReported", MilestoneReported.class);
        fact(FactKind.EXTRA_PLACE_USED, "ExtraPlaceUsed", ExtraPlaceUsed.class);
        fact(FactKind.ISOLATION_SET, "IsolationSet", IsolationSet.class);
        fact(FactKind.DISCHARGE_SET, "DischargeSet", DischargeSet.class);
        fact(FactKind.NURSE_ASSIGNED, "NurseAssigned", NurseAssigned.class);
        fact(FactKind.DOCTOR_ASSIGNED, "DoctorAssigned", DoctorAssigned.class);
        fact(FactKind.PATIENT_DISCHARGED, "PatientDischarged", PatientDischarged.class);
        fact(FactKind.ROOM_LEFT, "RoomLeft", RoomLeft.class);
        fact(FactKind.STAYS_MERGED, "StaysMerged", StaysMerged.class);
        fact(FactKind.FACT_CANCELLED, "FactCancelled", FactCancelled.class);

        event("PatientsMerged", PatientsMerged.class);
        event("PatientsMergeCancelled", PatientsMergeCancelled.class);
        event("StaysArchived", StaysArchived.class);

        event("BedStatusReported", BedStatusReported.class);
        event("BedStatusCancelled", BedStatusCancelled.class);
        event("RoomReleased", RoomReleased.class);
        event("BedClosed", BedClosed.class);
        event("BedOpened", BedOpened.class);
        event("BedReserved", BedReserved.class);
        event("ReservationEnded", ReservationEnded.class);
        event("BedSoiled", BedSoiled.class);
        event("AirChangeEnded", AirChangeEnded.class);
        event("BedCleaned", BedCleaned.class);
        event("BedMade", BedMade.class);
        event("BedShared", BedShared.class);

        event("BedRequested", BedRequested.class);
        event("WardAsked", WardAsked.class);
        event("RequestAccepted", RequestAccepted.class);
        event("RequestDeclined", RequestDeclined.class);
        event("AnswerOverdue", AnswerOverdue.class);
        event("RequestEnded", RequestEnded.class);

        event("CleaningOrdered", CleaningOrdered.class);
        event("CleaningStarted", CleaningStarted.class);
        event("CleaningPaused", CleaningPaused.class);
        event("CleaningResumed", CleaningResumed.class);
        event("CleaningDone", CleaningDone.class);
        event("CleaningCancelled", CleaningCancelled.class);

        event("TaskOrdered", TaskOrdered.class);
        event("TaskBecameDue", TaskBecameDue.class);
        event("TaskRanked", TaskRanked.class);
        event("TaskOffered", TaskOffered.class);
        event("OfferReceived", OfferReceived.class);
        event("OfferEnded", OfferEnded.class);
        event("TaskAccepted", TaskAccepted.class);
        event("TaskHandedBack", TaskHandedBack.class);
        event("HandOverOffered", HandOverOffered.class);
        event("HandOverEnded", HandOverEnded.class);
        event("TaskTakenOver", TaskTakenOver.class);
        event("WorkerArrived", WorkerArrived.class);
        event("WristbandConfirmed", WristbandConfirmed.class);
        event("WristbandMismatched", WristbandMismatched.class);
        event("RoutinesOrdered", RoutinesOrdered.class);
        event("TaskStarted", TaskStarted.class);
        event("TaskPaused", TaskPaused.class);
        event("TaskResumed", TaskResumed.class);
        event("TaskDelayed", TaskDelayed.class);
        event("HelpAsked", HelpAsked.class);
        event("LimitPassed", LimitPassed.class);
        event("TaskDone", TaskDone.class);
        event("TaskNotPossible", TaskNotPossible.class);
        event("TaskReopened", TaskReopened.class);
        event("TaskCancelled", TaskCancelled.class);
        event("TaskPinned", TaskPinned.class);
        event("TaskUnpinned", TaskUnpinned.class);

        event("RulesAdopted", RulesAdopted.class);
        event("HandingOutChanged", HandingOutChanged.class);
        event("DutyStarted", DutyStarted.class);
        event("DutyEnded", DutyEnded.class);
        event("BreakStarted", BreakStarted.class);
        event("BreakEnded", BreakEnded.class);
        event("WorkerMoved", WorkerMoved.class);
        event("WorkerSeen", WorkerSeen.class);
        event("MessageSent", MessageSent.class);
        event("MessageRead", MessageRead.class);
        event("MessageEnded", MessageEnded.class);

        event("LabStatusReported", LabStatusReported.class);
        event("LabReportCancelled", LabReportCancelled.class);
        event("EarlyWarningReported", EarlyWarningReported.class);
        event("ResponsibilityReported", ResponsibilityReported.class);
        event("ResponsibilityCancelled", ResponsibilityCancelled.class);
        event("CareWeightReported", CareWeightReported.class);
        event("WardRoleReported", WardRoleReported.class);

        event("ThresholdsAdopted", ThresholdsAdopted.class);
        event("FiguresMeasured", FiguresMeasured.class);
        event("FigureReported", FigureReported.class);
        event("ThresholdMoved", ThresholdMoved.class);
        event("ThresholdAnswered", ThresholdAnswered.class);
        event("LevelDeclared", LevelDeclared.class);
        event("ActionMarked", ActionMarked.class);
        event("CorridorCounted", CorridorCounted.class);

        event("SamplingAwaited", SamplingAwaited.class);
        event("SamplingWaitEnded", SamplingWaitEnded.class);
        event("SamplingStaffReported", SamplingStaffReported.class);
        event("ReliefProposed", ReliefProposed.class);
        event("ReliefAnswered", ReliefAnswered.class);
        event("ReliefEnded", ReliefEnded.class);

        event("HospitalDefined", HospitalDefined.class);
        event("ClockSet", ClockSet.class);
        event("DayStarted", DayStarted.class);
        event("NightCounted", NightCounted.class);
        event("IdentitiesErased", IdentitiesErased.class);
        event("FeedFellSilent", FeedFellSilent.class);
        event("FeedCameBack", FeedCameBack.class);
        event("FeedRejectsRose", FeedRejectsRose.class);
        event("FeedRejectsFell", FeedRejectsFell.class);
        event("ForecastMade", ForecastMade.class);
        event("ConflictDismissed", ConflictDismissed.class);
        event("Undone", Undone.class);
    }

    private EventTypes() {}

    /**
     * The name of an event's type.
     *
     * @throws IllegalArgumentException for an event without one: a fault of ours, found by a test
     */
    public static String of(Event event) {
        String name = BY_CLASS.get(event.getClass());
        if (name == null) {
            throw new IllegalArgumentException(
                    "No name for the event type " + event.getClass().getName());
        }
        return name;
    }

    /** The name of a fact's type. */
    public static String of(FactKind kind) {
        String name = BY_KIND.get(kind);
        if (name == null) {
            throw new IllegalArgumentException("No name for the fact kind " + kind);
        }
        return name;
    }

    /** The kind of fact of this name, or null. */
    public static @Nullable FactKind kind(String name) {
        return BY_KIND.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** Every name with its record, by name. */
    public static SortedMap<String, Class<? extends Event>> all() {
        return Collections.unmodifiableSortedMap(BY_NAME);
    }

    private static void fact(FactKind kind, String name, Class<? extends StayFact> type) {
        event(name, type);
        BY_KIND.put(kind, name);
    }

    private static void event(String name, Class<? extends Event> type) {
        if (BY_NAME.put(name, type) != null || BY_CLASS.put(type, name) != null) {
            throw new IllegalStateException("Named twice: " + name);
        }
    }
}
