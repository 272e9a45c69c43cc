package flyt.journal;

import flyt.domain.Command;
import flyt.domain.Conflicts;
import flyt.domain.Hospital;
import flyt.domain.Input;
import flyt.domain.alert.AlertEvent.EarlyWarningReported;
import flyt.domain.bed.BedEvent;
import flyt.domain.conflict.Conflict;
import flyt.domain.event.Event;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Source;
import flyt.domain.event.StaffKey;
import flyt.domain.lab.LabEvent.LabReportCancelled;
import flyt.domain.lab.LabEvent.LabStatusReported;
import flyt.domain.lab.LabStatus;
import flyt.domain.lab.OrderId;
import flyt.domain.place.BedId;
import flyt.domain.place.Place;
import flyt.domain.place.WardId;
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
import flyt.domain.stay.StayKind;
import flyt.domain.task.CleaningEvent;
import flyt.domain.task.CleaningKind;
import flyt.domain.undo.Undoable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a small hospital may be told, in an order that a seed gives: everything, of stays and beds that meet often. */
final class RandomInputs {
    private static final Source PAS = new Source("pas");

    private final Random random;
    private final Set<String> kinds = new HashSet<>();
    private final List<Supplier<Event>> facts = List.of(
            () -> new StayFact.PatientRegistered(
                    stay(), patient(), patientClass(), place(), orNull(this::ward), "red", orNull(this::stayKind)),
            () -> new StayFact.AdmissionExpected(
                    stay(), patient(), place(), later(), orNull(this::ward), orNull(this::stayKind)),
            () -> new StayFact.PatientAdmitted(
                    stay(), patient(), patientClass(), place(), orNull(this::ward), orNull(this::stayKind)),
            () -> new StayFact.PatientAdmitted(stay(), patient(), patientClass(), place(), null),
            () -> new StayFact.PatientTransferred(stay(), place(), orNull(this::ward)),
            () -> new StayFact.TransferExpected(stay(), place(), orNull(this::later)),
            () -> new StayFact.BedsSwapped(stay(), place(), stay(), place()),
            () -> new StayFact.LeaveStarted(stay(), orNull(this::later)),
            () -> new StayFact.LeaveEnded(stay(), orNull(this::place)),
            () -> new StayFact.DepartedTemporarily(stay(), "Rtg.", orNull(this::later)),
            () -> new StayFact.ArrivedTemporarily(stay(), orNull(this::place)),
            () -> new StayFact.StayUpdated(
                    stay(),
                    orNull(this::patient),
                    orNull(this::patientClass),
                    orNull(this::ward),
                    orNull(this::stayKind)),
            () -> new StayFact.IsolationReported(stay(), orNull(() -> one(Isolation.values()))),
            () -> new StayFact.DischargeExpected(stay(), orNull(this::day), orNull(this::later)),
            () -> new StayFact.ReadinessReported(stay(), one(Readiness.values())),
            () -> new StayFact.MilestoneReported(
                    stay(),
                    one(Milestone.Kind.values()),
                    one(Milestone.State.values()),
                    orNull(this::later),
                    orNull(this::order)),
            () -> new StayFact.PatientDischarged(stay(), one(Disposition.values())),
            () -> new StayFact.RoomLeft(stay(), orNull(this::bed), null),
            () -> new StayFact.StaysMerged(stay(), stay()),
            () -> new StayFact.FactCancelled(
                    stay(),
                    one(FactKind.values()),
                    orNull(this::earlier),
                    orNull(() -> new StayFact.LeaveStarted(stay(), later()))),
            () -> new StayFact.ExtraPlaceUsed(stay(), orNull(this::place)),
            () -> new StayFact.IsolationSet(stay(), orNull(() -> said(one(Isolation.values())))),
            () -> new StayFact.DischargeSet(
                    stay(), orNull(() -> said(new StayFact.DischargeDay(day(), orNull(this::later))))),
            () -> new StayFact.NurseAssigned(stay(), orNull(() -> said(staff()))),
            () -> new StayFact.DoctorAssigned(stay(), orNull(() -> said(staff()))),
            () -> new StayEvent.PatientsMerged(patient(), patient()),
            () -> new StayEvent.PatientsMergeCancelled(patient(), patient()),
            () -> new BedEvent.BedStatusReported(bed(), one(BedEvent.ReportedStatus.values())),
            () -> new BedEvent.RoomReleased(bed()),
            () -> new BedEvent.BedClosed(bed(), one(BedEvent.CloseReason.values()), orNull(this::later)),
            () -> new BedEvent.BedOpened(bed()),
            () -> new BedEvent.BedReserved(bed(), later(), orNull(this::stay), null),
            () -> new BedEvent.ReservationEnded(bed()),
            () -> new BedEvent.BedMade(bed()),
            () -> new CleaningEvent.CleaningOrdered(null, bed(), orNull(() -> one(CleaningKind.values()))),
            () -> new CleaningEvent.CleaningStarted(null, bed(), orNull(this::staff), orNull(this::later)),
            () -> new CleaningEvent.CleaningPaused(null, bed(), "Pause"),
            () -> new CleaningEvent.CleaningResumed(null, bed(), orNull(this::staff)),
            () -> new CleaningEvent.CleaningDone(null, bed(), chance(2)),
            () -> new CleaningEvent.CleaningCancelled(null, bed(), null),
            () -> new LabStatusReported(
                    stay(), order(), one(LabStatus.values()), chance(4), chance(3), orNull(this::later)),
            () -> new LabReportCancelled(stay(), order(), earlier()),
            () -> new BedEvent.BedStatusCancelled(bed(), earlier()),
            () -> new StaffEvent.ResponsibilityCancelled(stay(), earlier()),
            () -> new EarlyWarningReported(
                    stay(), "NEWS2", orNull(() -> below(21)), chance(9), orNull(this::later), null, chance(9)),
            () -> new StaffEvent.ResponsibilityReported(stay(), orNull(this::assigned), orNull(this::assigned)),
            () -> new StaffEvent.CareWeightReported(stay(), 1 + below(5)),
            () -> new StaffEvent.WardRoleReported(
                    ward(), StaffEvent.WardRole.COORDINATOR, assigned(), orNull(() -> "4127")));

    private Instant now = Instant.parse("2026-11-12T06:00:00Z");
    private int messages;

    RandomInputs(long seed) {
        random = new Random(seed);
    }

    /** Hospital time of the input given last. */
    Instant now() {
        return now;
    }

    /** How many kinds of fact, wish and other input came up. */
    int kindsAccepted() {
        return kinds.size();
    }

    Input define() {
        return new Input.Define(message(), EventExamples.definition());
    }

    Input next(Hospital hospital) {
        boolean soon = !hospital.undoables().none() && !chance(3);
        now = now.plus(soon ? Duration.ofSeconds(below(8)) : Duration.ofMinutes(below(60)));
        Input input = input(hospital);
        kinds.add(
                input instanceof Input.Report report
                        ? report.fact().getClass().getSimpleName()
                        : input.getClass().getSimpleName());
        return input;
    }

    private Input input(Hospital hospital) {
        int which = hospital.undoables().none() ? below(100) : below(24);
        if (which < 6) {
            return new Input.TimePassed(message());
        } else if (which < 8) {
            return new Input.FeedHeard(message(), PAS, orNull(() -> now.minusSeconds(60)));
        } else if (which < 9) {
            return new Input.SetClock(message(), now, 60);
        } else if (which < 24) {
            Command wish = wish(hospital);
            return new Input.Wish(
                    new MessageKey(Source.FLYT, "w" + messages++), occurred(), wisher(hospital, wish), wish);
        }
        return new Input.Report(
                message(),
                occurred(),
                orNull(this::staff),
                facts.get(below(facts.size())).get());
    }

    /** Half the time a command soon after another, half of those to undo it. */
    private Command wish(Hospital hospital) {
        List<Undoable> undoables = hospital.undoables().commands();
        if (!undoables.isEmpty() && chance(2)) {
            return new Command.Undo(undoables.get(below(undoables.size())).command());
        }
        return switch (below(5)) {
            case 0 -> new Command.AssignNurse(stay(), orNull(() -> said(staff())));
            case 1 -> new Command.SetIsolation(stay(), orNull(() -> said(one(Isolation.values()))));
            case 2 -> new Command.UseCorridorPlace(stay(), orNull(this::bed));
            case 3 ->
                chance(2)
                        ? new Command.CloseBed(bed(), BedEvent.CloseReason.REPAIR, null)
                        : new Command.MarkRoomLeft(stay(), bed());
            default -> settling(hospital);
        };
    }

    /** Mostly whoever gave the command that is to be undone. */
    private @Nullable StaffKey wisher(Hospital hospital, Command wish) {
        Undoable undoable =
                wish instanceof Command.Undo undo ? hospital.undoables().of(undo.command()) : null;
        return undoable == null || chance(4) ? orNull(this::staff) : undoable.by();
    }

    private <T> Said<T> said(T value) {
        return new Said<>(orNull(() -> value));
    }

    private Command settling(Hospital hospital) {
        List<Conflict> conflicts = Conflicts.all(hospital);
        if (conflicts.isEmpty()) {
            return new Command.OrderCleaning(bed(), null);
        }
        Conflict conflict = conflicts.get(below(conflicts.size()));
        return new Command.SettleConflict(
                conflict.id(), conflict.settle().get(below(conflict.settle().size())), null);
    }

    private MessageKey message() {
        return new MessageKey(PAS, "m" + messages++);
    }

    private MessageKey earlier() {
        return new MessageKey(PAS, "m" + Math.max(0, messages - 1 - below(40)));
    }

    private Instant occurred() {
        return now.minus(Duration.ofMinutes(below(10) == 0 ? below(3000) : below(30)))
                .plus(Duration.ofMinutes(chance(40) ? 600 : 0));
    }

    private Instant later() {
        return now.plus(Duration.ofMinutes(below(600)));
    }

    private LocalDate day() {
        return LocalDate.of(2026, 11, 12).plusDays(below(9));
    }

    private StayId stay() {
        return new StayId("V" + below(9));
    }

    private PatientKey patient() {
        return new PatientKey("p" + below(6));
    }

    private StaffKey staff() {
        return new StaffKey("s" + below(4));
    }

    private StaffEvent.Assigned assigned() {
        return new StaffEvent.Assigned(orNull(this::staff));
    }

    private OrderId order() {
        return new OrderId("L" + below(5));
    }

    private StayKind stayKind() {
        return one(StayKind.values());
    }

    private PatientClass patientClass() {
        return one(PatientClass.values());
    }

    private WardId ward() {
        return chance(5) ? new WardId("NEV") : new WardId("LUN");
    }

    private BedId bed() {
        return one(
                new BedId[] {new BedId("LUN-317-1"), new BedId("LUN-317-2"), new BedId("LUN-D1"), new BedId("NEV-412")
                });
    }

    private Place place() {
        return chance(6) ? Place.withoutBed(ward()) : new Place(ward(), bed());
    }

    private <T> T one(T[] of) {
        return of[below(of.length)];
    }

    private <T> @Nullable T orNull(Supplier<T> value) {
        return chance(2) ? value.get() : null;
    }

    private boolean chance(int oneIn) {
        return below(oneIn) == 0;
    }

    private int below(int limit) {
        return random.nextInt(limit);
    }
}
