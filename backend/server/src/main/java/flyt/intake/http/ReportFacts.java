package flyt.intake.http;

import flyt.domain.alert.AlertEvent.EarlyWarningReported;
import flyt.domain.bed.BedEvent.BedClosed;
import flyt.domain.bed.BedEvent.BedMade;
import flyt.domain.bed.BedEvent.BedOpened;
import flyt.domain.bed.BedEvent.BedReserved;
import flyt.domain.bed.BedEvent.BedStatusCancelled;
import flyt.domain.bed.BedEvent.BedStatusReported;
import flyt.domain.bed.BedEvent.CloseReason;
import flyt.domain.bed.BedEvent.ReportedStatus;
import flyt.domain.bed.BedEvent.ReservationEnded;
import flyt.domain.bed.BedEvent.RoomReleased;
import flyt.domain.event.Event;
import flyt.domain.event.Id;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Source;
import flyt.domain.lab.LabEvent.LabReportCancelled;
import flyt.domain.lab.LabEvent.LabStatusReported;
import flyt.domain.lab.LabStatus;
import flyt.domain.lab.OrderId;
import flyt.domain.place.BedId;
import flyt.domain.place.Place;
import flyt.domain.place.RoomId;
import flyt.domain.place.WardId;
import flyt.domain.sampling.SamplingEvent.SamplingAwaited;
import flyt.domain.sampling.SamplingEvent.SamplingStaffReported;
import flyt.domain.sampling.SamplingEvent.SamplingWaitEnded;
import flyt.domain.sampling.StationId;
import flyt.domain.sampling.TicketId;
import flyt.domain.staff.StaffEvent.Assigned;
import flyt.domain.staff.StaffEvent.CareWeightReported;
import flyt.domain.staff.StaffEvent.ResponsibilityCancelled;
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
import flyt.domain.stay.StayEvent.PatientsMergeCancelled;
import flyt.domain.stay.StayEvent.PatientsMerged;
import flyt.domain.stay.StayFact.AdmissionExpected;
import flyt.domain.stay.StayFact.ArrivedTemporarily;
import flyt.domain.stay.StayFact.BedsSwapped;
import flyt.domain.stay.StayFact.DepartedTemporarily;
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
import flyt.domain.task.CleaningEvent.CleaningResumed;
import flyt.domain.task.CleaningEvent.CleaningStarted;
import flyt.domain.task.CleaningKind;
import flyt.domain.threshold.Figure;
import flyt.domain.threshold.ThresholdEvent.FigureReported;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fact in one report, by the table of the contract (part 2.2). What it makes after a fault is not to be used.
 *
 * <p>What only this system can know, the task and the cause, is null in it.
 */
final class ReportFacts {
    /** Where a patient is said to be in a bed that no ward here has: a conflict, not a fault of the report. */
    static final WardId UNKNOWN_WARD = new WardId("unknown");

    private static final String HOME = "home";
    private static final Set<String> SCALES =
            Set.of("NEWS2", "NEWS", "MEWS", "PEVS", "PEWS", "MEOWS", "TOKS", "SAVE", "SOFA", "qSOFA", "GCS");
    private static final String OTHER_SCALE = "other";
    private static final int SCORE_MAX = 20;
    private static final double FIGURE_MAX = 100_000;
    private static final int WEIGHT_MAX = 5;
    private static final int STAFF_MAX = 1_000;

    private static final Map<String, Function<ReportFacts, Event>> TYPES = Map.ofEntries(
            Map.entry("PatientRegistered", ReportFacts::patientRegistered),
            Map.entry("AdmissionExpected", ReportFacts::admissionExpected),
            Map.entry("PatientAdmitted", ReportFacts::patientAdmitted),
            Map.entry("PatientTransferred", r -> new PatientTransferred(r.visit(), r.place(), r.responsibleWard())),
            Map.entry(
                    "TransferExpected",
                    r -> new TransferExpected(r.visit(), r.place(), r.fields.maybeInstant("expectedAt"))),
            Map.entry(
                    "PatientDischarged",
                    r -> new PatientDischarged(r.visit(), r.fields.choice("disposition", Disposition.class))),
            Map.entry(
                    "DischargeExpected",
                    r -> new DischargeExpected(
                            r.visit(),
                            r.fields.nullable("expectedOn", Fields::maybeDate),
                            r.fields.maybeInstant("expectedAt"))),
            Map.entry("LeaveStarted", r -> new LeaveStarted(r.visit(), r.fields.maybeInstant("expectedBackAt"))),
            Map.entry("LeaveEnded", r -> new LeaveEnded(r.visit(), r.maybePlace())),
            Map.entry(
                    "DepartedTemporarily",
                    r -> new DepartedTemporarily(
                            r.visit(), r.fields.text("destination"), r.fields.maybeInstant("expectedBackAt"))),
            Map.entry("ArrivedTemporarily", r -> new ArrivedTemporarily(r.visit(), r.maybePlace())),
            Map.entry("BedsSwapped", ReportFacts::bedsSwapped),
            Map.entry("StaysMerged", r -> new StaysMerged(r.visit(), r.visit("mergedVisit"))),
            Map.entry("PatientsMerged", r -> new PatientsMerged(r.patient("patient"), r.patient("mergedPatient"))),
            Map.entry(
                    "PatientsMergeCancelled",
                    r -> new PatientsMergeCancelled(r.patient("patient"), r.patient("mergedPatient"))),
            Map.entry(
                    "StayUpdated",
                    r -> new StayUpdated(
                            r.visit(),
                            r.fields.maybeObject("patient", r.people::patient),
                            r.fields.maybeChoice("patientClass", PatientClass.class),
                            r.responsibleWard(),
                            r.stayKind())),
            Map.entry("FactCancelled", ReportFacts::factCancelled),
            Map.entry("RoomLeft", r -> new RoomLeft(r.visit(), r.fields.maybeId("bed", BedId::new), null)),
            Map.entry("RoomReleased", r -> new RoomReleased(r.bed())),
            Map.entry(
                    "IsolationReported",
                    r -> new IsolationReported(
                            r.visit(),
                            r.fields.nullable("isolation", (f, name) -> f.maybeChoice(name, Isolation.class)))),
            Map.entry("EarlyWarningReported", ReportFacts::earlyWarning),
            Map.entry("CareWeightReported", ReportFacts::careWeight),
            Map.entry("FigureReported", ReportFacts::figure),
            Map.entry("SamplingAwaited", r -> new SamplingAwaited(r.station(), r.ticket())),
            Map.entry("SamplingWaitEnded", r -> new SamplingWaitEnded(r.station(), r.ticket(), r.fields.flag("drawn"))),
            Map.entry("SamplingStaffReported", ReportFacts::samplingStaff),
            Map.entry(
                    "ResponsibilityReported",
                    r -> new ResponsibilityReported(r.visit(), r.maybeAssigned("nurse"), r.maybeAssigned("doctor"))),
            Map.entry("ResponsibilityCancelled", r -> new ResponsibilityCancelled(r.visit(), r.cancels())),
            Map.entry(
                    "ReadinessReported",
                    r -> new ReadinessReported(r.visit(), r.fields.choice("readiness", Readiness.class))),
            Map.entry("MilestoneReported", ReportFacts::milestone),
            Map.entry("LabStatusReported", ReportFacts::labStatus),
            Map.entry("LabReportCancelled", r -> new LabReportCancelled(r.visit(), r.order(), r.cancels())),
            Map.entry("BedStatusCancelled", r -> new BedStatusCancelled(r.bed(), r.cancels())),
            Map.entry(
                    "BedStatusReported",
                    r -> new BedStatusReported(r.bed(), r.fields.choice("status", ReportedStatus.class))),
            Map.entry(
                    "BedClosed",
                    r -> new BedClosed(
                            r.bed(), r.fields.choice("reason", CloseReason.class), r.fields.maybeInstant("until"))),
            Map.entry("BedOpened", r -> new BedOpened(r.bed())),
            Map.entry(
                    "BedReserved",
                    r -> new BedReserved(
                            r.bed(),
                            r.fields.instant("until"),
                            r.fields.maybeSenderId("visit", r::stayId),
                            r.fields.maybeText("purpose"))),
            Map.entry("ReservationEnded", r -> new ReservationEnded(r.bed())),
            Map.entry(
                    "CleaningOrdered",
                    r -> new CleaningOrdered(null, r.bed(), r.fields.maybeChoice("kind", CleaningKind.class))),
            Map.entry(
                    "CleaningStarted",
                    r -> new CleaningStarted(
                            null,
                            r.bed(),
                            r.fields.maybeObject("worker", r.people::person),
                            r.fields.maybeInstant("expectedDoneAt"))),
            Map.entry("CleaningPaused", r -> new CleaningPaused(null, r.bed(), r.fields.maybeText("reason"))),
            Map.entry(
                    "CleaningResumed",
                    r -> new CleaningResumed(null, r.bed(), r.fields.maybeObject("worker", r.people::person))),
            Map.entry("CleaningDone", r -> new CleaningDone(null, r.bed(), r.fields.maybeFlag("made"))),
            Map.entry("CleaningCancelled", r -> new CleaningCancelled(null, r.bed(), r.fields.maybeText("reason"))),
            Map.entry("BedMade", r -> new BedMade(r.bed())),
            Map.entry("WardRoleReported", ReportFacts::wardRole));

    private final Fields fields;
    private final People people;
    private final Source source;
    private final Function<Id, @Nullable WardId> wardOf;

    private ReportFacts(Fields fields, People people, Source source, Function<Id, @Nullable WardId> wardOf) {
        this.fields = fields;
        this.people = people;
        this.source = source;
        this.wardOf = wardOf;
    }

    /** Whether there are facts of this type. */
    static boolean knows(String type) {
        return TYPES.containsKey(type);
    }

    /** The names of all types. */
    static Iterable<String> types() {
        return TYPES.keySet();
    }

    /** The fact of a report of this type. */
    static Event read(String type, Fields fields, People people, Source source, Function<Id, @Nullable WardId> wardOf) {
        return TYPES.get(type).apply(new ReportFacts(fields, people, source, wardOf));
    }

    private Event patientRegistered() {
        Triage triage = fields.maybeChoice("triage", Triage.class);
        return new PatientRegistered(
                visit(),
                patient("patient"),
                patientClass(),
                place(),
                responsibleWard(),
                triage == null ? null : triage.name().toLowerCase(Locale.ROOT),
                stayKind());
    }

    private Event admissionExpected() {
        WardId from = fields.maybeId("from", WardId::new);
        return new AdmissionExpected(
                visit(),
                patient("patient"),
                place(),
                fields.instant("expectedAt"),
                from == null || from.value().equals(HOME) ? null : from,
                stayKind());
    }

    private Event patientAdmitted() {
        return new PatientAdmitted(visit(), patient("patient"), patientClass(), place(), responsibleWard(), stayKind());
    }

    private Event bedsSwapped() {
        return new BedsSwapped(
                visit(),
                fields.object("place", this::bedPlace),
                visit("otherVisit"),
                fields.object("otherPlace", this::bedPlace));
    }

    private Event factCancelled() {
        FactKind kind = fields.choice("cancelsType", FactKind.class);
        if (kind == FactKind.FACT_CANCELLED) {
            fields.fault("cancelsType", "must not be FactCancelled: tell the fact again instead");
        } else if (kind != null && kind.byHand()) {
            fields.fault("cancelsType", "must not be what people say by hand");
        }
        return new FactCancelled(visit(), kind, fields.maybeSenderId("cancels", this::message));
    }

    private Event earlyWarning() {
        return new EarlyWarningReported(
                visit(),
                scale(),
                fields.isNull("score") ? null : fields.maybeNumber("score", 0, SCORE_MAX),
                fields.maybeFlag("singleParameterThree"),
                fields.maybeInstant("dueAt"),
                fields.maybeInstant("teamToldAt"),
                fields.maybeFlag("notApplicable"));
    }

    /** A name that everybody knows; what a sender calls its own, it might call anything. */
    private @Nullable String scale() {
        String scale = fields.text("scale");
        return scale == null || SCALES.contains(scale) ? scale : OTHER_SCALE;
    }

    private Event careWeight() {
        Integer weight = fields.number("weight", 1, WEIGHT_MAX);
        return new CareWeightReported(visit(), weight == null ? 0 : weight);
    }

    /** One that this system does not measure itself; null: it is not known any more. */
    private Event figure() {
        Figure figure = fields.choice("figure", Figure.class);
        WardId ward = fields.maybeId("ward", WardId::new);
        if (figure != null && !figure.isTold()) {
            fields.fault("figure", "is measured by this system itself");
        } else if (figure != null && ward != null && !figure.ofWards()) {
            fields.fault("ward", "must be absent: no ward has this figure");
        }
        Double value = fields.nullable("value", (f, name) -> f.decimal(name, -FIGURE_MAX, FIGURE_MAX));
        return new FigureReported(figure, ward, value);
    }

    private Event samplingStaff() {
        Integer staff = fields.number("staff", 0, STAFF_MAX);
        return new SamplingStaffReported(station(), staff == null ? 0 : staff);
    }

    private StationId station() {
        return fields.id("station", StationId::new);
    }

    private TicketId ticket() {
        return fields.senderId("ticket", id -> new TicketId(people.id(id)));
    }

    private Event milestone() {
        return new MilestoneReported(
                visit(),
                fields.choice("milestone", Milestone.Kind.class),
                fields.choice("state", Milestone.State.class),
                fields.maybeInstant("dueAt"),
                fields.maybeSenderId("order", id -> new OrderId(people.id(id))));
    }

    private Event labStatus() {
        return new LabStatusReported(
                visit(),
                order(),
                fields.choice("status", LabStatus.class),
                fields.maybeFlag("critical"),
                fields.maybeFlag("urgent"),
                fields.maybeInstant("plannedAt"));
    }

    private Event wardRole() {
        return new WardRoleReported(
                fields.id("ward", WardId::new),
                fields.choice("role", WardRole.class),
                new Assigned(fields.nullable("holder", (f, name) -> f.maybeObject(name, people::person))),
                fields.maybePhone("phone"));
    }

    private OrderId order() {
        return fields.senderId("order", id -> new OrderId(people.id(id)));
    }

    private MessageKey cancels() {
        return fields.senderId("cancels", this::message);
    }

    private MessageKey message(String id) {
        return new MessageKey(source, people.messageId(id));
    }

    private StayId visit() {
        return visit("visit");
    }

    private StayId visit(String name) {
        return fields.senderId(name, this::stayId);
    }

    private StayId stayId(String visit) {
        return new StayId(people.id(visit));
    }

    private BedId bed() {
        return fields.id("bed", BedId::new);
    }

    private PatientKey patient(String name) {
        return fields.object(name, people::patient);
    }

    private PatientClass patientClass() {
        return fields.choice("patientClass", PatientClass.class);
    }

    private @Nullable StayKind stayKind() {
        return fields.maybeChoice("stayKind", StayKind.class);
    }

    private @Nullable WardId responsibleWard() {
        return fields.maybeId("responsibleWard", WardId::new);
    }

    /** Null was not said; somebody or nobody was. */
    private @Nullable Assigned maybeAssigned(String name) {
        if (fields.isNull(name)) {
            return new Assigned(null);
        }
        var person = fields.maybeObject(name, people::person);
        return person == null ? null : new Assigned(person);
    }

    private Place place() {
        return fields.object("place", this::place);
    }

    private @Nullable Place maybePlace() {
        return fields.maybeObject("place", this::place);
    }

    private @Nullable Place bedPlace(Fields inner) {
        if (!inner.has("bed")) {
            inner.fault("bed", "is missing");
        }
        return place(inner);
    }

    private @Nullable Place place(Fields inner) {
        WardId ward = inner.maybeId("ward", WardId::new);
        RoomId room = inner.maybeId("room", RoomId::new);
        BedId bed = inner.maybeId("bed", BedId::new);
        if (!inner.has("ward") && !inner.has("room") && !inner.has("bed")) {
            inner.fault("ward", "is missing, and so are room and bed: a place needs one of them");
        }
        Id within = bed == null ? room : bed;
        if (ward == null && within != null) {
            ward = wardOf.apply(within);
        }
        return new Place(ward == null ? UNKNOWN_WARD : ward, bed);
    }

    /** The colours of a triage level, most urgent first. */
    private enum Triage {
        RED,
        ORANGE,
        YELLOW,
        GREEN,
        BLUE
    }
}
