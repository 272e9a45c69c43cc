package flyt.board;

import flyt.domain.Command;
import flyt.domain.Conflicts;
import flyt.domain.alert.AlertEvent.EarlyWarningReported;
import flyt.domain.bed.BedEvent.BedClosed;
import flyt.domain.bed.BedEvent.BedOpened;
import flyt.domain.bed.BedEvent.BedReserved;
import flyt.domain.bed.BedEvent.BedStatusReported;
import flyt.domain.bed.BedEvent.CloseReason;
import flyt.domain.bed.BedEvent.ReportedStatus;
import flyt.domain.bed.BedEvent.ReservationEnded;
import flyt.domain.bed.BedEvent.RoomReleased;
import flyt.domain.conflict.Conflict;
import flyt.domain.duty.MessageId;
import flyt.domain.event.Event;
import flyt.domain.event.Id;
import flyt.domain.event.StaffKey;
import flyt.domain.event.TextKey;
import flyt.domain.lab.LabEvent.LabStatusReported;
import flyt.domain.lab.LabStatus;
import flyt.domain.lab.OrderId;
import flyt.domain.place.BedId;
import flyt.domain.place.Place;
import flyt.domain.place.WardId;
import flyt.domain.priority.Team;
import flyt.domain.sampling.SamplingEvent.SamplingAwaited;
import flyt.domain.sampling.SamplingEvent.SamplingStaffReported;
import flyt.domain.sampling.SamplingEvent.SamplingWaitEnded;
import flyt.domain.sampling.StationId;
import flyt.domain.sampling.TicketId;
import flyt.domain.staff.StaffEvent.Assigned;
import flyt.domain.staff.StaffEvent.CareWeightReported;
import flyt.domain.staff.StaffEvent.ResponsibilityReported;
import flyt.domain.staff.StaffEvent.WardRole;
import flyt.domain.staff.StaffEvent.WardRoleReported;
import flyt.domain.stay.Disposition;
import flyt.domain.stay.FactKind;
import flyt.domain.stay.Isolation;
import flyt.domain.stay.Milestone;
import flyt.domain.stay.PatientClass;
import flyt.domain.stay.PatientKey;
import flyt.domain.stay.Readiness;
import flyt.domain.stay.Said;
import flyt.domain.stay.StayEvent.PatientsMergeCancelled;
import flyt.domain.stay.StayEvent.PatientsMerged;
import flyt.domain.stay.StayFact.AdmissionExpected;
import flyt.domain.stay.StayFact.ArrivedTemporarily;
import flyt.domain.stay.StayFact.BedsSwapped;
import flyt.domain.stay.StayFact.DepartedTemporarily;
import flyt.domain.stay.StayFact.DischargeDay;
import flyt.domain.stay.StayFact.DischargeExpected;
import flyt.domain.stay.StayFact.FactCancelled;
import flyt.domain.stay.StayFact.IsolationReported;
import flyt.domain.stay.StayFact.LeaveEnded;
import flyt.domain.stay.StayFact.LeaveStarted;
import flyt.domain.stay.StayFact.MilestoneReported;
import flyt.domain.stay.StayFact.PatientAdmitted;
import flyt.domain.stay.StayFact.PatientDischarged;
import flyt.domain.stay.StayFact.PatientRegistered;
import flyt.domain.stay.StayFact.PatientTransferred;
import flyt.domain.stay.StayFact.ReadinessReported;
import flyt.domain.stay.StayFact.RoomLeft;
import flyt.domain.stay.StayFact.StayUpdated;
import flyt.domain.stay.StayFact.StaysMerged;
import flyt.domain.stay.StayFact.TransferExpected;
import flyt.domain.stay.StayId;
import flyt.domain.stay.StayKind;
import flyt.domain.task.CleaningEvent.CleaningCancelled;
import flyt.domain.task.CleaningEvent.CleaningDone;
import flyt.domain.task.CleaningEvent.CleaningOrdered;
import flyt.domain.task.CleaningEvent.CleaningPaused;
import flyt.domain.task.CleaningEvent.CleaningStarted;
import flyt.domain.task.CleaningKind;
import flyt.domain.task.Point;
import flyt.domain.task.Task;
import flyt.domain.task.TaskId;
import flyt.domain.threshold.Level;
import flyt.domain.threshold.Watch;
import flyt.domain.threshold.Watching.Done;
import flyt.domain.undo.Undoable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A hospital where anything happens to anybody; the same seed walks the same way. */
final class Walk {
    private static final List<String> BEDS = List.of(
            "LUN-301",
            "LUN-302",
            "LUN-310",
            "LUN-317-1",
            "LUN-317-2",
            "LUN-K1",
            "NEV-411",
            "NEV-412",
            "NEV-413",
            "AKM-1",
            "AKM-2",
            "AKM-99");
    private static final List<String> WARDS = List.of("LUN", "NEV", "AKM", "NOWHERE");
    private static final List<String> FAMILIES = List.of("Hansen", "Hanssen", "Moe", "Ås", "Aas", "Berg");
    private static final List<String> WORDS = List.of("Rtg.", "operasjon", "pause");
    private static final List<String> GIVEN = List.of("Kari", "Ola", "Åse");

    private final Scene scene;
    private final Random random;

    Walk(Scene scene, long seed) {
        this.scene = scene;
        this.random = new Random(seed);
    }

    /** Lets one thing happen; says what. */
    String step() {
        if (random.nextInt(3) == 0) {
            learnSomebody();
        }
        int dice = random.nextInt(100);
        if (dice < 4) {
            Duration time = random.nextInt(6) == 0 ? Duration.ofHours(20) : Duration.ofMinutes(random.nextInt(90));
            scene.pass(time);
            return "time passes " + time;
        }
        if (dice == 4 && random.nextInt(3) == 0) {
            scene.define(Fjordlia.definition(
                    Fjordlia.ALL_FEEDS,
                    List.of(
                            Fjordlia.lunge("Lunge" + random.nextInt(2)),
                            Fjordlia.nevrologi(random.nextBoolean()),
                            Fjordlia.akuttmottak())));
            return "defined anew";
        }
        if (dice == 5 && random.nextInt(3) == 0) {
            Id gone = random.nextBoolean() ? patient() : one(List.of(staff(), new TextKey(one(WORDS))));
            scene.forget(gone);
            return "forgotten " + gone;
        }
        if (dice < 20) {
            Command command = command();
            scene.wish(command);
            return command.toString();
        }
        Event fact = dice < 55 ? movement() : dice < 80 ? description() : bedFact();
        Instant at = scene.now().minus(Duration.ofMinutes(random.nextInt(3) == 0 ? random.nextInt(600) : 0));
        scene.reportAt(at, fact);
        return fact + " at " + at;
    }

    private void learnSomebody() {
        if (random.nextInt(4) == 0) {
            scene.staff(staff(), one(List.of("Ingrid", "Jonas Lie", "Aas")), one(List.of("12", "13")));
        } else if (random.nextInt(6) == 0) {
            scene.protectedPatient(patient().value(), one(GIVEN), one(FAMILIES), 1950 + random.nextInt(3));
        } else {
            scene.patient(patient().value(), one(GIVEN), one(FAMILIES), 1950 + random.nextInt(3));
        }
    }

    private Event movement() {
        return switch (random.nextInt(16)) {
            case 0, 1, 2 -> new PatientAdmitted(stay(), patient(), PatientClass.I, place(), wardOrNull());
            case 3 -> new PatientRegistered(stay(), patient(), PatientClass.E, place(), wardOrNull(), null);
            case 4, 5 -> new PatientTransferred(stay(), place(), wardOrNull());
            case 6 -> new AdmissionExpected(stay(), patient(), place(), soon(), wardOrNull());
            case 7 -> new TransferExpected(stay(), place(), random.nextBoolean() ? soon() : null);
            case 8, 9 -> new PatientDischarged(stay(), one(List.of(Disposition.values())));
            case 10 -> new BedsSwapped(stay(), place(), stay(), place());
            case 11 -> new RoomLeft(stay(), null, null);
            case 12 -> random.nextInt(4) == 0 ? new StaysMerged(stay(), stay()) : new LeaveEnded(stay(), null);
            case 13 -> new FactCancelled(stay(), one(List.of(FactKind.values())), null);
            case 14 -> new DepartedTemporarily(stay(), words(), soon());
            default -> random.nextBoolean() ? new ArrivedTemporarily(stay(), null) : new LeaveStarted(stay(), soon());
        };
    }

    private Event description() {
        LocalDate today = LocalDate.ofInstant(scene.now(), ZoneOffset.UTC);
        return switch (random.nextInt(15)) {
            case 14 -> sampling();
            case 0, 1 -> new DischargeExpected(stay(), today.plusDays(random.nextInt(2)), null);
            case 2 -> new ReadinessReported(stay(), one(List.of(Readiness.values())));
            case 3 ->
                new MilestoneReported(
                        stay(),
                        one(List.of(Milestone.Kind.values())),
                        one(List.of(Milestone.State.values())),
                        soon(),
                        order());
            case 4, 5 ->
                new LabStatusReported(
                        stay(), order(), one(List.of(LabStatus.values())), random.nextInt(5) == 0, false, soon());
            case 6 -> new EarlyWarningReported(stay(), "NEWS2", random.nextInt(12), false, soon(), null, false);
            case 7, 8 ->
                new ResponsibilityReported(
                        stay(), new Assigned(random.nextInt(4) == 0 ? null : staff()), new Assigned(staff()));
            case 9 -> new CareWeightReported(stay(), 1 + random.nextInt(5));
            case 10 -> new IsolationReported(stay(), random.nextInt(3) == 0 ? null : one(List.of(Isolation.values())));
            case 11 -> new StayUpdated(stay(), patient(), null, wardOrNull(), one(List.of(StayKind.values())));
            case 12 ->
                new WardRoleReported(new WardId(one(WARDS)), WardRole.COORDINATOR, new Assigned(staff()), "4127");
            default ->
                random.nextBoolean()
                        ? new PatientsMerged(patient(), patient())
                        : new PatientsMergeCancelled(patient(), patient());
        };
    }

    private Event sampling() {
        StationId station = new StationId(one(List.of("Poliklinikk", "Laboratorium")));
        TicketId ticket = new TicketId(one(List.of("a1", "a2")));
        return switch (random.nextInt(3)) {
            case 0 -> new SamplingAwaited(station, ticket);
            case 1 -> new SamplingWaitEnded(station, ticket, random.nextBoolean());
            default -> new SamplingStaffReported(station, random.nextInt(4));
        };
    }

    private Event bedFact() {
        BedId bed = bed();
        return switch (random.nextInt(13)) {
            case 0 -> new BedClosed(bed, one(List.of(CloseReason.values())), random.nextBoolean() ? soon() : null);
            case 1 -> new BedOpened(bed);
            case 2, 3 -> new BedReserved(bed, soon(), random.nextInt(3) == 0 ? null : stay(), words());
            case 4 -> new ReservationEnded(bed);
            case 5 -> new BedStatusReported(bed, one(List.of(ReportedStatus.values())));
            case 6 -> new RoomReleased(bed);
            case 7 -> new CleaningOrdered(null, bed, one(List.of(CleaningKind.values())));
            case 8 -> new CleaningStarted(null, bed, staff(), soon());
            case 9 -> new CleaningPaused(null, bed, words());
            case 10 -> new CleaningDone(null, bed, random.nextBoolean());
            default -> new CleaningCancelled(null, bed, null);
        };
    }

    private Command command() {
        List<Undoable> undoables = scene.hospital().undoables().commands();
        if (!undoables.isEmpty() && random.nextInt(3) > 0) {
            return new Command.Undo(one(undoables).command());
        }
        return random.nextBoolean() ? byHand() : work();
    }

    private Command byHand() {
        return switch (random.nextInt(6)) {
            case 0 -> new Command.AssignNurse(stay(), saidOrNull(staff()));
            case 1 -> new Command.AssignDoctor(stay(), saidOrNull(staff()));
            case 2 -> new Command.ExpectDischarge(stay(), saidOrNull(new DischargeDay(null, soon())));
            case 3 -> new Command.SetIsolation(stay(), saidOrNull(Isolation.DROPLET));
            case 4 -> new Command.UseCorridorPlace(stay(), random.nextInt(4) == 0 ? null : new BedId("LUN-K1"));
            default -> new Command.CloseBed(bed(), CloseReason.REPAIR, null);
        };
    }

    private <T> @Nullable Said<T> saidOrNull(T value) {
        return random.nextInt(4) == 0 ? null : new Said<>(random.nextInt(4) == 0 ? null : value);
    }

    private Command work() {
        List<Task> open = List.copyOf(scene.hospital().tasks().open());
        List<Conflict> conflicts = Conflicts.all(scene.hospital());
        int dice = random.nextInt(8);
        if (dice < 2 && !open.isEmpty()) {
            Task task = one(open);
            return random.nextBoolean()
                    ? new Command.StartTask(task.id())
                    : new Command.FinishTask(task.id(), random.nextBoolean());
        } else if (dice > 5) {
            return atWork(open);
        }
        if (dice < 4 && !conflicts.isEmpty()) {
            Conflict conflict = one(conflicts);
            return new Command.SettleConflict(conflict.id(), one(conflict.settle()), one(conflict.stays()));
        }
        return dice == 4 ? new Command.MarkRoomLeft(stay(), bed()) : new Command.MarkBedMade(bed());
    }

    private Command atWork(List<Task> open) {
        TaskId task = open.isEmpty() ? new TaskId("T-1") : one(open).id();
        return switch (random.nextInt(12)) {
            case 0 ->
                new Command.StartDuty(
                        random.nextBoolean() ? Team.CLEANING : Team.PORTERS, new TreeSet<>(), new TreeSet<>(), null);
            case 1 -> new Command.EndDuty();
            case 2 -> random.nextBoolean() ? new Command.StartBreak() : new Command.EndBreak();
            case 3 ->
                new Command.OrderTask(
                        "patient-bed", Point.bed(bed()), Point.ward(new WardId(one(WARDS))), null, null, null, null);
            case 4 -> new Command.PinTask(task, scene.now().plus(Duration.ofMinutes(20)), "why");
            case 5 -> new Command.HandBackTask(task, null);
            case 6 -> new Command.RejectTask(task, "why");
            case 7 -> new Command.SendMessage(Team.CLEANING, null, random.nextInt(3) == 0 ? staff() : null, words());
            case 8 -> ofMessage();
            case 9 -> new Command.HandOverTask(task, staff());
            case 10 -> ofThresholds();
            default -> new Command.TakeTask(task);
        };
    }

    private Command ofThresholds() {
        List<Watch> watches = scene.hospital().watching().watches();
        return switch (random.nextInt(5)) {
            case 4 -> new Command.AnswerRelief(random.nextBoolean(), words());
            case 0 -> new Command.AdoptThresholds(AlertScene.RULES);
            case 1 -> new Command.DeclareLevel(one(List.of(Level.values())), words());
            case 2 -> new Command.MarkAction("tell-wards", one(List.of(Done.values())), words());
            default ->
                watches.isEmpty()
                        ? new Command.AnswerThreshold("ward-corridor", null, null)
                        : new Command.AnswerThreshold(
                                one(watches).rule(), one(watches).ward(), words());
        };
    }

    private Command ofMessage() {
        List<MessageId> messages =
                List.copyOf(scene.hospital().duties().messages().keySet());
        MessageId message = messages.isEmpty() ? new MessageId("none") : one(messages);
        return random.nextInt(4) == 0 ? new Command.EndMessage(message) : new Command.ReadMessage(message);
    }

    private Place place() {
        if (random.nextInt(6) == 0) {
            return Place.withoutBed(new WardId(one(WARDS)));
        }
        String bed = one(BEDS);
        String ward = random.nextInt(20) == 0 ? one(WARDS) : bed.substring(0, 3);
        return new Place(new WardId(ward), new BedId(bed));
    }

    private Instant soon() {
        return scene.now().plus(Duration.ofMinutes(random.nextInt(300)));
    }

    private StayId stay() {
        return new StayId("V" + random.nextInt(14));
    }

    private PatientKey patient() {
        return new PatientKey("P" + random.nextInt(12));
    }

    private StaffKey staff() {
        return new StaffKey("N" + random.nextInt(4));
    }

    private String words() {
        return scene.words(one(WORDS));
    }

    private OrderId order() {
        return new OrderId("L" + random.nextInt(4));
    }

    private BedId bed() {
        return new BedId(one(BEDS));
    }

    private @Nullable WardId wardOrNull() {
        return random.nextBoolean() ? null : new WardId(one(WARDS));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
