package flyt.journal;

import flyt.domain.alert.AlertEvent.EarlyWarningReported;
import flyt.domain.bed.BedEvent;
import flyt.domain.conflict.Conflict;
import flyt.domain.conflict.ConflictEvent.ConflictDismissed;
import flyt.domain.duty.DutyEvent;
import flyt.domain.duty.MessageEvent;
import flyt.domain.duty.MessageId;
import flyt.domain.event.Event;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Source;
import flyt.domain.event.StaffKey;
import flyt.domain.feed.FeedEvent;
import flyt.domain.forecast.Forecast;
import flyt.domain.forecast.Forecast.Outcome;
import flyt.domain.forecast.ForecastEvent.ForecastMade;
import flyt.domain.forecast.RollCall.InWard;
import flyt.domain.forecast.Spread;
import flyt.domain.lab.LabEvent.LabReportCancelled;
import flyt.domain.lab.LabEvent.LabStatusReported;
import flyt.domain.lab.LabStatus;
import flyt.domain.lab.OrderId;
import flyt.domain.place.BedId;
import flyt.domain.place.FeedDefinition;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalDefinition.Carried;
import flyt.domain.place.HospitalDefinition.ClockKind;
import flyt.domain.place.HospitalDefinition.ExtraKind;
import flyt.domain.place.HospitalDefinition.RoomFeature;
import flyt.domain.place.HospitalDefinition.WardKind;
import flyt.domain.place.HospitalId;
import flyt.domain.place.Place;
import flyt.domain.place.PlaceEvent;
import flyt.domain.place.RoomId;
import flyt.domain.place.WardId;
import flyt.domain.place.WardNight;
import flyt.domain.placement.BedNeed;
import flyt.domain.placement.DeclineReason;
import flyt.domain.placement.EndReason;
import flyt.domain.placement.PlacementEvent;
import flyt.domain.placement.RequestId;
import flyt.domain.placement.Sex;
import flyt.domain.priority.Cause;
import flyt.domain.priority.Rank;
import flyt.domain.priority.Reason;
import flyt.domain.priority.RuleSet.Mode;
import flyt.domain.priority.Skill;
import flyt.domain.priority.StandardRuleSet;
import flyt.domain.priority.Team;
import flyt.domain.priority.Urgency;
import flyt.domain.sampling.SamplingEvent;
import flyt.domain.sampling.StationId;
import flyt.domain.sampling.TicketId;
import flyt.domain.staff.StaffEvent;
import flyt.domain.stay.Disposition;
import flyt.domain.stay.FactKind;
import flyt.domain.stay.Isolation;
import flyt.domain.stay.Milestone;
import flyt.domain.stay.PatientClass;
import flyt.domain.stay.PatientKey;
import flyt.domain.stay.Readiness;
import flyt.domain.stay.Said;
import flyt.domain.stay.StayEvent;
import flyt.domain.stay.StayFact;
import flyt.domain.stay.StayId;
import flyt.domain.task.BedsideCheck;
import flyt.domain.task.CleaningEvent;
import flyt.domain.task.CleaningKind;
import flyt.domain.task.Job;
import flyt.domain.task.Point;
import flyt.domain.task.RoutineEvent;
import flyt.domain.task.Stage;
import flyt.domain.task.TaskEvent;
import flyt.domain.task.TaskId;
import flyt.domain.threshold.CorridorCount;
import flyt.domain.threshold.Figure;
import flyt.domain.threshold.Level;
import flyt.domain.threshold.Reading;
import flyt.domain.threshold.StandardThresholdSet;
import flyt.domain.threshold.ThresholdEvent;
import flyt.domain.threshold.Watch;
import flyt.domain.threshold.Watching;
import flyt.domain.undo.UndoEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One event of each type with every field said: what the golden files of version 1 mean. */
final class EventExamples {
    private static final StayId STAY = new StayId("V100234");
    private static final StayId OTHER_STAY = new StayId("V100412");
    private static final PatientKey PATIENT = new PatientKey("h7w2qk5m3nzr8d4tcvxb6yfjgs");
    private static final PatientKey OTHER_PATIENT = new PatientKey("p4c6z2m7tqk5w3hrd8nxvb9yfj");
    private static final StaffKey NURSE = new StaffKey("s5k2m7wq4h3nzr8d6tcvxbyfjg");
    private static final StaffKey DOCTOR = new StaffKey("d3n8zr5k2m7wq4h6tcvxbyfjgs");
    private static final WardId LUN = new WardId("LUN");
    private static final WardId NEV = new WardId("NEV");
    private static final BedId BED = new BedId("LUN-301");
    private static final StationId POLYCLINIC = new StationId("Poliklinikk");
    private static final RequestId REQUEST = new RequestId("R-17");
    private static final Place PLACE = new Place(LUN, BED);
    private static final Place OTHER_PLACE = new Place(NEV, new BedId("NEV-412"));
    private static final TaskId TASK = new TaskId("T-881");
    private static final MessageKey MESSAGE = new MessageKey(new Source("pas"), "pas-106");

    private static final Job JOB =
            new Job("patient-bed", Team.PORTERS, null, Point.bed(BED), Point.stop("XRAY"), STAY, "Trenger oksygen");

    private EventExamples() {}

    static final List<Event> ALL = List.of(
            new StayFact.PatientRegistered(STAY, PATIENT, PatientClass.E, Place.withoutBed(LUN), NEV, "orange"),
            new StayFact.AdmissionExpected(STAY, PATIENT, PLACE, at("10:05:00"), NEV),
            new StayFact.PatientAdmitted(STAY, PATIENT, PatientClass.I, PLACE, NEV),
            new StayFact.PatientTransferred(STAY, OTHER_PLACE, LUN),
            new StayFact.TransferExpected(STAY, OTHER_PLACE, at("11:15:00")),
            new StayFact.BedsSwapped(STAY, OTHER_PLACE, OTHER_STAY, PLACE),
            new StayFact.LeaveStarted(STAY, at("17:00:00")),
            new StayFact.LeaveEnded(STAY, PLACE),
            new StayFact.DepartedTemporarily(STAY, "Rtg.", at("10:30:00")),
            new StayFact.ArrivedTemporarily(STAY, PLACE),
            new StayFact.StayUpdated(STAY, PATIENT, PatientClass.B, NEV),
            new StayFact.IsolationReported(STAY, Isolation.CONTACT_CHLORINE),
            new StayFact.DischargeExpected(STAY, LocalDate.of(2026, 11, 13), at("11:00:00")),
            new StayFact.ReadinessReported(STAY, Readiness.READY_FOR_MUNICIPALITY),
            new StayFact.MilestoneReported(
                    STAY, Milestone.Kind.LAB, Milestone.State.ANSWER_READY, at("10:40:00"), new OrderId("L204417")),
            new StayFact.ExtraPlaceUsed(STAY, new Place(LUN, new BedId("LUN-D1"))),
            new StayFact.IsolationSet(STAY, new Said<>(Isolation.DROPLET)),
            new StayFact.DischargeSet(
                    STAY, new Said<>(new StayFact.DischargeDay(LocalDate.of(2026, 11, 13), at("11:00:00")))),
            new StayFact.NurseAssigned(STAY, new Said<>(NURSE)),
            new StayFact.DoctorAssigned(STAY, new Said<>(DOCTOR)),
            new StayFact.PatientDischarged(STAY, Disposition.MUNICIPALITY),
            new StayFact.RoomLeft(STAY, BED, MESSAGE),
            new StayFact.StaysMerged(STAY, OTHER_STAY),
            new StayFact.FactCancelled(STAY, FactKind.PATIENT_DISCHARGED, MESSAGE),
            new StayEvent.PatientsMerged(PATIENT, OTHER_PATIENT),
            new StayEvent.PatientsMergeCancelled(PATIENT, OTHER_PATIENT),
            new StayEvent.StaysArchived(List.of(STAY, OTHER_STAY)),
            new BedEvent.BedStatusReported(BED, BedEvent.ReportedStatus.K),
            new BedEvent.BedStatusCancelled(BED, MESSAGE),
            new BedEvent.RoomReleased(BED),
            new BedEvent.BedClosed(BED, BedEvent.CloseReason.REPAIR, at("14:00:00")),
            new BedEvent.BedOpened(BED),
            new BedEvent.BedReserved(BED, at("12:05:00"), STAY, "Akuttmottak"),
            new BedEvent.ReservationEnded(BED),
            new BedEvent.BedSoiled(BED, Isolation.AIRBORNE, at("12:10:00")),
            new BedEvent.AirChangeEnded(BED),
            new BedEvent.BedCleaned(BED, true),
            new BedEvent.BedMade(BED),
            new BedEvent.BedShared(BED, List.of(STAY, OTHER_STAY)),
            new PlacementEvent.BedRequested(
                    REQUEST,
                    STAY,
                    LUN,
                    new TreeSet<>(Set.of(BedNeed.TELEMETRY)),
                    Sex.FEMALE,
                    at("11:30:00"),
                    true,
                    at("11:00:00")),
            new PlacementEvent.WardAsked(REQUEST, LUN, at("11:00:00")),
            new PlacementEvent.RequestAccepted(REQUEST),
            new PlacementEvent.RequestDeclined(REQUEST, DeclineReason.STAFFING),
            new PlacementEvent.AnswerOverdue(REQUEST),
            new PlacementEvent.RequestEnded(REQUEST, EndReason.ARRIVED),
            new CleaningEvent.CleaningOrdered(TASK, BED, CleaningKind.SPILL),
            new CleaningEvent.CleaningStarted(TASK, BED, NURSE, at("10:52:00")),
            new CleaningEvent.CleaningPaused(TASK, BED, "Hastevask i akuttmottaket"),
            new CleaningEvent.CleaningResumed(TASK, BED, NURSE),
            new CleaningEvent.CleaningDone(TASK, BED, true),
            new CleaningEvent.CleaningCancelled(TASK, BED, "Utskrivning angret"),
            new TaskEvent.TaskOrdered(TASK, JOB, Urgency.NOW, at("11:30:00"), at("10:45:00")),
            new TaskEvent.TaskBecameDue(TASK),
            new TaskEvent.TaskRanked(
                    TASK,
                    new Rank(
                            5_629_499_534_213_120L,
                            Urgency.NOW,
                            at("11:01:00"),
                            at("10:47:00"),
                            at("10:51:00"),
                            List.of(new Reason(Cause.EMERGENCY_PATIENT_WAITS, at("10:36:00")))),
                    "standard/1"),
            new TaskEvent.TaskOffered(TASK, NURSE, at("10:42:10"), Duration.ofSeconds(90), 3, "standard/1"),
            new TaskEvent.OfferReceived(TASK, NURSE, at("10:42:40")),
            new TaskEvent.OfferEnded(TASK, NURSE, TaskEvent.OfferEnd.NOT_ANSWERED),
            new TaskEvent.TaskAccepted(TASK, NURSE),
            new TaskEvent.TaskHandedBack(TASK, NURSE, "Må hjelpe til på 302"),
            new TaskEvent.HandOverOffered(TASK, NURSE),
            new TaskEvent.HandOverEnded(TASK, NURSE, TaskEvent.OfferEnd.DECLINED),
            new TaskEvent.TaskTakenOver(TASK, NURSE),
            new TaskEvent.WorkerArrived(TASK, NURSE),
            new TaskEvent.WristbandConfirmed(TASK, BedsideCheck.Wristband.SCANNED),
            new TaskEvent.WristbandMismatched(TASK),
            new RoutineEvent.RoutinesOrdered(at("06:30:00")),
            new TaskEvent.TaskStarted(TASK, NURSE),
            new TaskEvent.TaskPaused(TASK, "Heisen står"),
            new TaskEvent.TaskResumed(TASK, NURSE),
            new TaskEvent.TaskDelayed(TASK, "Venter på følge"),
            new TaskEvent.HelpAsked(TASK, true),
            new TaskEvent.LimitPassed(TASK, Stage.UNTAKEN, Duration.ofMinutes(5)),
            new TaskEvent.TaskDone(TASK),
            new TaskEvent.TaskNotPossible(TASK, "Rommet er låst"),
            new TaskEvent.TaskReopened(TASK),
            new TaskEvent.TaskCancelled(TASK, "Timen er flyttet"),
            new TaskEvent.TaskPinned(TASK, at("11:30:00"), "Intensiv venter"),
            new TaskEvent.TaskUnpinned(TASK),
            new DutyEvent.RulesAdopted(StandardRuleSet.SET),
            new DutyEvent.HandingOutChanged(Team.CLEANING, Mode.PUSH),
            new DutyEvent.DutyStarted(
                    NURSE,
                    Team.CLEANING,
                    new TreeSet<>(Set.of("R1")),
                    new TreeSet<>(Set.of(Skill.INFECTION)),
                    at("15:30:00")),
            new DutyEvent.DutyEnded(NURSE),
            new DutyEvent.BreakStarted(NURSE),
            new DutyEvent.BreakEnded(NURSE),
            new DutyEvent.WorkerMoved(NURSE, new TreeSet<>(Set.of("R2"))),
            new DutyEvent.WorkerSeen(NURSE, Point.bed(BED), Duration.ofMinutes(14)),
            new MessageEvent.MessageSent(
                    new MessageId("0b6f2e4e-0d3a-4a6e-9d2f-5f0c8b6d1a77"),
                    Team.PORTERS,
                    "R1",
                    NURSE,
                    "lift3key",
                    at("12:00:00")),
            new MessageEvent.MessageRead(new MessageId("0b6f2e4e-0d3a-4a6e-9d2f-5f0c8b6d1a77"), NURSE),
            new MessageEvent.MessageEnded(new MessageId("0b6f2e4e-0d3a-4a6e-9d2f-5f0c8b6d1a77")),
            new ThresholdEvent.ThresholdsAdopted(StandardThresholdSet.SET),
            new ThresholdEvent.FiguresMeasured(
                    List.of(
                            new Reading(Figure.OCCUPANCY, null, 92.4),
                            new Reading(Figure.CORRIDOR, LUN, 2.0),
                            new Reading(Figure.READY_BEDS, NEV, null)),
                    at("10:00:00")),
            new ThresholdEvent.FigureReported(Figure.STAFF_PRESENT, LUN, 87.5),
            new ThresholdEvent.ThresholdMoved("ward-corridor", LUN, Watch.Step.FIRED, 2.0),
            new ThresholdEvent.ThresholdAnswered("ward-corridor", LUN, "answer3key"),
            new ThresholdEvent.LevelDeclared(Level.GREEN, "crowded3key"),
            new ThresholdEvent.ActionMarked("tell-wards", Watching.Done.NOT_DONE, "reason3key"),
            new ThresholdEvent.CorridorCounted(new CorridorCount(
                    LocalDate.of(2026, 11, 12),
                    List.of(new CorridorCount.InWard(LUN, 2, 27)),
                    3,
                    at("05:58:00"),
                    at("08:20:00"))),
            new SamplingEvent.SamplingAwaited(POLYCLINIC, new TicketId("a3key")),
            new SamplingEvent.SamplingWaitEnded(POLYCLINIC, new TicketId("a3key"), true),
            new SamplingEvent.SamplingStaffReported(POLYCLINIC, 3),
            new SamplingEvent.ReliefProposed(new StationId("Laboratorium"), POLYCLINIC, 2),
            new SamplingEvent.ReliefAnswered(true, "reason3key"),
            new SamplingEvent.ReliefEnded(),
            new LabStatusReported(STAY, new OrderId("L204417"), LabStatus.IN_ANALYSIS, true, true, at("13:00:00")),
            new LabReportCancelled(STAY, new OrderId("L204417"), MESSAGE),
            new EarlyWarningReported(STAY, "NEWS2", 7, true, at("10:50:00"), at("10:31:00"), true),
            new StaffEvent.ResponsibilityCancelled(STAY, MESSAGE),
            new StaffEvent.ResponsibilityReported(
                    STAY, new StaffEvent.Assigned(NURSE), new StaffEvent.Assigned(DOCTOR)),
            new StaffEvent.CareWeightReported(STAY, 3),
            new StaffEvent.WardRoleReported(
                    LUN, StaffEvent.WardRole.COORDINATOR, new StaffEvent.Assigned(NURSE), "4127"),
            new PlaceEvent.HospitalDefined(definition()),
            new PlaceEvent.NightCounted(
                    LocalDate.of(2026, 11, 11),
                    List.of(new WardNight(LUN, true, 29, 2, 1, 1, 1, 0, 29, 27)),
                    Instant.parse("2026-11-11T22:58:00Z"),
                    at("08:20:00")),
            new PlaceEvent.IdentitiesErased(3),
            new PlaceEvent.ClockSet(at("09:42:00.250"), 60),
            new PlaceEvent.DayStarted(LocalDate.of(2026, 11, 12)),
            new FeedEvent.FeedFellSilent(new Source("pas"), at("09:12:00")),
            new FeedEvent.FeedCameBack(new Source("pas")),
            new FeedEvent.FeedRejectsRose(new Source("pas"), at("09:12:00")),
            new FeedEvent.FeedRejectsFell(new Source("pas")),
            forecast(),
            new UndoEvent.Undone(new MessageKey(Source.FLYT, "0b6f2e4e-0d3a-4a6e-9d2f-5f0c8b6d1a77")),
            new ConflictDismissed(new Conflict.Key("bed-taken/LUN-301")));

    private static ForecastMade forecast() {
        Outcome hour =
                new Outcome(new Spread(24.3, 2.75), new Spread(3.1, 2.4), new Spread(4.4, 3.9), new Spread(1.7, 2.05));
        return new ForecastMade(
                new Forecast(at("09:40:00"), List.of(hour, hour), new TreeMap<>(Map.of(LUN, List.of(hour, hour)))),
                new TreeMap<>(Map.of(LUN, new InWard(23, 27, 1))),
                2_160);
    }

    /** A hospital with one of everything. */
    static HospitalDefinition definition() {
        HospitalDefinition.Ward ward = new HospitalDefinition.Ward(
                LUN,
                "Lunge",
                WardKind.INPATIENT,
                "A",
                "3",
                "LUN",
                "R1",
                true,
                new HospitalDefinition.Leaving(true, false),
                List.of(new HospitalDefinition.Cluster(
                        "A",
                        "Tun A",
                        List.of(new HospitalDefinition.Room(
                                new RoomId("LUN-317"),
                                "317",
                                List.of(RoomFeature.NEGATIVE_PRESSURE, RoomFeature.TELEMETRY),
                                List.of(
                                        new HospitalDefinition.Bed(new BedId("LUN-317-1"), "317", "1"),
                                        new HospitalDefinition.Bed(new BedId("LUN-317-2"), "317", "2")))))),
                List.of(new HospitalDefinition.ExtraPlace(new BedId("LUN-D1"), "D1", ExtraKind.DAY_ROOM)));
        return new HospitalDefinition(
                new HospitalId("FJO"),
                "Fjordvik sykehus",
                ZoneId.of("Europe/Oslo"),
                "nb",
                ClockKind.DRIVEN,
                true,
                List.of(new HospitalDefinition.Named("A", "Bygg A")),
                List.of(new HospitalDefinition.Named("LUN", "Lungesykdommer")),
                List.of(new HospitalDefinition.Zone("R1", "Renhold 1", "cleaning")),
                List.of(new FeedDefinition("pas", "PAS", List.of(Carried.PATIENT, Carried.CARE_WEIGHT), 30, 90)),
                new HospitalDefinition.Cleaning(45, true),
                List.of(ward),
                new HospitalDefinition.Thresholds(9),
                HospitalDefinition.ByHand.GIVES_WAY);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-12T" + time + "Z");
    }
}
