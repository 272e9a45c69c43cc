package flyt.intake.http;

import com.fasterxml.jackson.databind.JsonNode;
import flyt.access.Deed;
import flyt.domain.Command;
import flyt.domain.bed.BedEvent.CloseReason;
import flyt.domain.conflict.Conflict;
import flyt.domain.duty.MessageId;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Source;
import flyt.domain.event.StaffKey;
import flyt.domain.place.BedId;
import flyt.domain.place.WardId;
import flyt.domain.placement.BedNeed;
import flyt.domain.placement.DeclineReason;
import flyt.domain.placement.RequestId;
import flyt.domain.placement.Sex;
import flyt.domain.placement.WithdrawReason;
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
import flyt.domain.threshold.Watching.Done;
import flyt.intake.http.ReadCommand.Colleague;
import flyt.runtime.ContentHash;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Commands as people's devices write them (part 3 of the contract), read as strictly as reports. */
public final class CommandReader {
    /** The source that people's wishes are told under. */
    public static final Source SOURCE = Source.FLYT;

    /** So many characters of a message are read at a glance. */
    private static final int MESSAGE_MAX = 280;
    /** Of one kind in one trip. */
    private static final int ITEMS_MAX = 99;

    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private static final Map<String, Function<Fields, Command>> TYPES = Map.ofEntries(
            Map.entry(
                    "OrderCleaning", f -> new Command.OrderCleaning(bed(f), f.maybeChoice("kind", CleaningKind.class))),
            Map.entry("StartTask", f -> new Command.StartTask(task(f))),
            Map.entry("ResumeTask", f -> new Command.ResumeTask(task(f))),
            Map.entry("PauseTask", f -> new Command.PauseTask(task(f), f.maybeText("reason"))),
            Map.entry("CancelTask", f -> new Command.CancelTask(task(f), f.maybeText("reason"))),
            Map.entry("FinishTask", f -> new Command.FinishTask(task(f), f.maybeFlag("made"))),
            Map.entry("OrderTask", CommandReader::order),
            Map.entry("CallTask", f -> new Command.CallTask(task(f))),
            Map.entry("ArriveAtTask", f -> new Command.ArriveAtTask(task(f))),
            Map.entry("ConfirmPatient", f -> new Command.ConfirmPatient(task(f), f.maybeSenderId("code", StayId::new))),
            Map.entry("TakeTask", f -> new Command.TakeTask(task(f))),
            Map.entry("ReceiveOffer", f -> new Command.ReceiveOffer(task(f))),
            Map.entry("DeclineTask", f -> new Command.DeclineTask(task(f))),
            Map.entry("HandBackTask", f -> new Command.HandBackTask(task(f), f.maybeText("reason"))),
            Map.entry("HandOverTask", f -> new Command.HandOverTask(task(f), f.maybeId("worker", StaffKey::new))),
            Map.entry("DelayTask", f -> new Command.DelayTask(task(f), f.text("reason"))),
            Map.entry("AskForHelp", f -> new Command.AskForHelp(task(f), f.maybeFlag("wanted"))),
            Map.entry("RejectTask", f -> new Command.RejectTask(task(f), f.text("reason"))),
            Map.entry("ReopenTask", f -> new Command.ReopenTask(task(f))),
            Map.entry("PinTask", f -> new Command.PinTask(task(f), f.instant("until"), f.text("reason"))),
            Map.entry("UnpinTask", f -> new Command.UnpinTask(task(f))),
            Map.entry(
                    "StartDuty",
                    f -> new Command.StartDuty(
                            f.choice("team", Team.class),
                            zones(f),
                            new TreeSet<>(f.choices("skills", Skill.class)),
                            f.maybeInstant("until"))),
            Map.entry("EndDuty", f -> new Command.EndDuty()),
            Map.entry("StartBreak", f -> new Command.StartBreak()),
            Map.entry("EndBreak", f -> new Command.EndBreak()),
            Map.entry("MoveWorker", f -> new Command.MoveWorker(f.id("worker", StaffKey::new), zones(f))),
            Map.entry("AdoptRules", f -> new Command.AdoptRules(RuleSetReader.read(f, RuleSetReader.FIELD))),
            Map.entry(
                    "AdoptThresholds",
                    f -> new Command.AdoptThresholds(ThresholdSetReader.read(f, ThresholdSetReader.FIELD))),
            Map.entry(
                    "AnswerThreshold",
                    f -> new Command.AnswerThreshold(
                            f.id("rule", id -> id), f.maybeId("ward", WardId::new), f.maybeText("did"))),
            Map.entry("AnswerRelief", f -> new Command.AnswerRelief(f.flag("accepted"), f.maybeText("reason"))),
            Map.entry(
                    "DeclareLevel",
                    f -> new Command.DeclareLevel(f.choice("level", Level.class), f.maybeText("reason"))),
            Map.entry("MarkAction", CommandReader::action),
            Map.entry("SendMessage", CommandReader::message),
            Map.entry("ReadMessage", f -> new Command.ReadMessage(f.id("message", MessageId::new))),
            Map.entry("EndMessage", f -> new Command.EndMessage(f.id("message", MessageId::new))),
            Map.entry("MarkRoomLeft", f -> new Command.MarkRoomLeft(visit(f), bed(f))),
            Map.entry("ReleaseRoom", f -> new Command.ReleaseRoom(bed(f))),
            Map.entry("MarkBedMade", f -> new Command.MarkBedMade(bed(f))),
            Map.entry("OpenBed", f -> new Command.OpenBed(bed(f))),
            Map.entry(
                    "CloseBed",
                    f -> new Command.CloseBed(bed(f), f.choice("reason", CloseReason.class), f.maybeInstant("until"))),
            Map.entry("ReserveBed", CommandReader::reserve),
            Map.entry("EndReservation", f -> new Command.EndReservation(bed(f))),
            Map.entry("SwapReservations", f -> new Command.SwapReservations(bed(f), f.id("other", BedId::new))),
            Map.entry(
                    "RequestBed",
                    f -> new Command.RequestBed(
                            visit(f),
                            f.id("to", WardId::new),
                            new TreeSet<>(f.choices("needs", BedNeed.class)),
                            f.maybeChoice("sex", Sex.class),
                            f.maybeInstant("readyAt"))),
            Map.entry(
                    "WithdrawRequest",
                    f -> new Command.WithdrawRequest(visit(f), f.maybeChoice("reason", WithdrawReason.class))),
            Map.entry("AcceptRequest", f -> new Command.AcceptRequest(request(f))),
            Map.entry(
                    "DeclineRequest",
                    f -> new Command.DeclineRequest(request(f), f.choice("reason", DeclineReason.class))),
            Map.entry("AssignNurse", f -> new Command.AssignNurse(visit(f), someone(f, "nurse"))),
            Map.entry("AssignDoctor", f -> new Command.AssignDoctor(visit(f), someone(f, "doctor"))),
            Map.entry("ExpectDischarge", f -> new Command.ExpectDischarge(visit(f), discharge(f))),
            Map.entry("SetIsolation", f -> new Command.SetIsolation(visit(f), isolation(f))),
            Map.entry("UseCorridorPlace", f -> new Command.UseCorridorPlace(visit(f), f.maybeId("bed", BedId::new))),
            Map.entry("Undo", f -> new Command.Undo(new MessageKey(SOURCE, uuid(f, "of")))),
            Map.entry(
                    "SettleConflict",
                    f -> new Command.SettleConflict(
                            f.senderId("conflict", Conflict.Key::new),
                            f.choice("how", Conflict.Settlement.class),
                            f.maybeSenderId("visit", StayId::new))));

    /** The field that names the account of whoever is assigned, by type. */
    private static final Map<String, String> ASSIGNEES = Map.of("AssignNurse", "nurse", "AssignDoctor", "doctor");

    /** Those that a system may tell for somebody whom it knows: who comes and goes, as a time clock or a roster sees it. */
    private static final Set<String> SPOKEN_FOR = Set.of("StartDuty", "EndDuty", "StartBreak", "EndBreak");

    private static final Set<Deed> DEEDS = TYPES.keySet().stream()
            .map(type -> Objects.requireNonNull(Deed.ofCommand(type), type))
            .collect(Collectors.toUnmodifiableSet());

    private CommandReader() {}

    /** The names of all types of commands. */
    public static Set<String> types() {
        return new TreeSet<>(TYPES.keySet());
    }

    /** What commands are, in the table of roles. */
    static Set<Deed> deeds() {
        return DEEDS;
    }

    /** One command. */
    public static Reading<ReadCommand> read(JsonNode command) {
        Fields fields = Fields.of(command);
        if (!command.isObject()) {
            return new Reading.Faulty<>(fields.faults());
        }
        String commandId = uuid(fields, "commandId");
        Instant at = fields.instant("at");
        String type = fields.text("type");
        Function<Fields, Command> reading = type == null ? null : TYPES.get(type);
        if (reading == null) {
            if (type != null) {
                fields.fault("type", "must be one of " + String.join(", ", types()));
            }
            return new Reading.Faulty<>(fields.faults());
        }
        Command wish = reading.apply(fields);
        String field = ASSIGNEES.get(type);
        String assignee = field == null || fields.isNull(field) ? null : fields.maybeSenderId(field, id -> id);
        Colleague spokenFor =
                SPOKEN_FOR.contains(type) && fields.has("for") ? fields.object("for", CommandReader::colleague) : null;
        fields.rejectOthers();
        if (!fields.faultless()) {
            return new Reading.Faulty<>(fields.faults());
        }
        byte[] hash = ContentHash.of(CanonicalJson.of(command));
        return new Reading.Read<>(
                new ReadCommand(type, new MessageKey(SOURCE, commandId), at, hash, wish, assignee, spokenFor));
    }

    /** A message's own id, which is also a command's name for another; null only after a fault. */
    private static String uuid(Fields fields, String name) {
        String id = fields.senderId(name, text -> text);
        if (id != null && !UUID.matcher(id).matches()) {
            fields.fault(name, "must be a UUID");
        }
        return id;
    }

    /** Whoever leaves an action out says why. */
    private static Command action(Fields fields) {
        Done done = fields.choice("done", Done.class);
        String reason = fields.maybeText("reason");
        if (done == Done.NOT_DONE && reason == null) {
            fields.fault("reason", "is missing");
        }
        return new Command.MarkAction(fields.id("action", id -> id), done, reason);
    }

    /** Absent or none: everywhere. */
    private static SortedSet<String> zones(Fields fields) {
        List<String> zones = fields.maybeIds("zones");
        return zones == null ? new TreeSet<>() : new TreeSet<>(zones);
    }

    /** To a team, to those of a zone of it, or to one of it; never with a number that identifies a patient. */
    private static Command message(Fields fields) {
        String text = fields.text("text", MESSAGE_MAX);
        if (text != null && NationalNumber.isIn(text)) {
            fields.fault("text", "must not hold a national identity number");
        }
        String zone = fields.maybeId("zone", id -> id);
        StaffKey worker = fields.maybeId("worker", StaffKey::new);
        if (zone != null && worker != null) {
            fields.fault("worker", "must be absent where there is a zone");
        }
        return new Command.SendMessage(fields.choice("team", Team.class), zone, worker, text);
    }

    private static Command order(Fields fields) {
        StayId visit = fields.maybeSenderId("visit", StayId::new);
        // whoever is moved is where they are
        boolean fromWhereTheyAre = visit != null && !fields.has("from");
        List<String> equipment = fields.maybeIds("equipment");
        return new Command.OrderTask(
                fields.id("kind", kind -> kind),
                fromWhereTheyAre ? null : point(fields, "from"),
                fields.has("to") ? point(fields, "to") : null,
                visit,
                fields.maybeChoice("urgency", Urgency.class),
                fields.maybeInstant("dueAt"),
                fields.maybeText("note"),
                fields.objects("items", CommandReader::item),
                equipment == null ? new TreeSet<>() : new TreeSet<>(equipment),
                fields.maybeFlag("roundTrip"),
                fields.maybeFlag("another"));
    }

    private static Item item(Fields fields) {
        Integer count = fields.maybeNumber("count", 1, ITEMS_MAX);
        return new Item(fields.id("kind", kind -> kind), count == null ? 1 : count);
    }

    /** One of a bed, a ward and a stop. */
    private static Point point(Fields fields, String name) {
        return fields.object(name, inner -> {
            BedId bed = inner.maybeId("bed", BedId::new);
            WardId ward = inner.maybeId("ward", WardId::new);
            String stop = inner.maybeId("stop", id -> id);
            if (Stream.of(bed, ward, stop).filter(Objects::nonNull).count() != 1) {
                inner.fault("", "must have one of bed, ward, stop");
            }
            return new Point(ward, bed, stop);
        });
    }

    private static Colleague colleague(Fields fields) {
        return new Colleague(fields.senderId("key", key -> key), fields.maybeText("name"));
    }

    private static StayId visit(Fields fields) {
        return fields.senderId("visit", StayId::new);
    }

    /** Absent: the hand takes its word back. Null: nobody; somebody is filled in by whoever knows the account. */
    private static @Nullable Said<StaffKey> someone(Fields fields, String name) {
        return fields.has(name) ? new Said<>(null) : null;
    }

    private static @Nullable Said<Isolation> isolation(Fields fields) {
        if (fields.isNull("isolation")) {
            return new Said<>(null);
        }
        Isolation isolation = fields.maybeChoice("isolation", Isolation.class);
        return isolation == null ? null : new Said<>(isolation);
    }

    private static @Nullable Said<DischargeDay> discharge(Fields fields) {
        Instant hour = fields.maybeInstant("expectedAt");
        if (fields.isNull("expectedOn")) {
            if (hour != null) {
                fields.fault("expectedAt", "must not be there when expectedOn is null");
            }
            return new Said<>(null);
        }
        LocalDate day = fields.maybeDate("expectedOn");
        return day == null && hour == null ? null : new Said<>(new DischargeDay(day, hour));
    }

    /** To a visit or to who waits under a request; to neither, for a purpose. */
    private static Command reserve(Fields fields) {
        StayId visit = fields.maybeSenderId("visit", StayId::new);
        RequestId request = fields.maybeId("request", RequestId::new);
        if (visit != null && request != null) {
            fields.fault("visit", "must be absent where there is a request");
        }
        return new Command.ReserveBed(
                bed(fields),
                fields.instant("until"),
                visit,
                request,
                fields.maybeText("purpose"),
                fields.maybeId("seen", version -> version),
                fields.maybeId("insteadOf", BedId::new),
                fields.maybeFlag("sharing"));
    }

    private static RequestId request(Fields fields) {
        return fields.id("request", RequestId::new);
    }

    private static BedId bed(Fields fields) {
        return fields.id("bed", BedId::new);
    }

    private static TaskId task(Fields fields) {
        return fields.id("task", TaskId::new);
    }
}
