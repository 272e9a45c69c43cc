package flyt.intake.http;

import com.fasterxml.jackson.databind.JsonNode;
import flyt.domain.Command;
import flyt.domain.Input;
import flyt.domain.bed.BedEvent.CloseReason;
import flyt.domain.conflict.Conflict;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Source;
import flyt.domain.place.BedId;
import flyt.domain.stay.StayId;
import flyt.domain.task.CleaningKind;
import flyt.domain.task.TaskId;
import flyt.runtime.ContentHash;
import flyt.runtime.Submission;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Commands as people's devices write them (part 3 of the contract), read as strictly as reports. */
public final class CommandReader {
    /** The source that people's wishes are told under. */
    public static final Source SOURCE = new Source("flyt");

    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private static final Map<String, Function<Fields, Command>> TYPES = Map.ofEntries(
            Map.entry(
                    "OrderCleaning", f -> new Command.OrderCleaning(bed(f), f.maybeChoice("kind", CleaningKind.class))),
            Map.entry("StartCleaning", f -> new Command.StartCleaning(task(f))),
            Map.entry("ResumeCleaning", f -> new Command.ResumeCleaning(task(f))),
            Map.entry("PauseCleaning", f -> new Command.PauseCleaning(task(f), f.maybeText("reason"))),
            Map.entry("CancelCleaning", f -> new Command.CancelCleaning(task(f), f.maybeText("reason"))),
            Map.entry("FinishCleaning", f -> new Command.FinishCleaning(task(f), f.maybeFlag("made"))),
            Map.entry("MarkRoomLeft", f -> new Command.MarkRoomLeft(f.senderId("visit", StayId::new), bed(f))),
            Map.entry("ReleaseRoom", f -> new Command.ReleaseRoom(bed(f))),
            Map.entry("MarkBedMade", f -> new Command.MarkBedMade(bed(f))),
            Map.entry("OpenBed", f -> new Command.OpenBed(bed(f))),
            Map.entry(
                    "CloseBed",
                    f -> new Command.CloseBed(bed(f), f.choice("reason", CloseReason.class), f.maybeInstant("until"))),
            Map.entry(
                    "ReserveBed",
                    f -> new Command.ReserveBed(
                            bed(f), f.instant("until"), f.maybeSenderId("visit", StayId::new), f.maybeText("purpose"))),
            Map.entry(
                    "SettleConflict",
                    f -> new Command.SettleConflict(
                            f.senderId("conflict", Conflict.Key::new),
                            f.choice("how", Conflict.Settlement.class),
                            f.maybeSenderId("visit", StayId::new))));

    private CommandReader() {}

    /** A command that could be read. {@code type}: its name, for figures. */
    public record ReadCommand(String type, Submission submission) {}

    /** The names of all types of commands. */
    public static Set<String> types() {
        return new TreeSet<>(TYPES.keySet());
    }

    /** One command. */
    public static Reading<ReadCommand> read(JsonNode command) {
        Fields fields = Fields.of(command);
        if (!command.isObject()) {
            return new Reading.Faulty<>(fields.faults());
        }
        String commandId = fields.senderId("commandId", id -> id);
        if (commandId != null && !UUID.matcher(commandId).matches()) {
            fields.fault("commandId", "must be a UUID");
        }
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
        fields.rejectOthers();
        if (!fields.faultless()) {
            return new Reading.Faulty<>(fields.faults());
        }
        Input input = new Input.Wish(new MessageKey(SOURCE, commandId), at, null, wish);
        byte[] hash = ContentHash.of(CanonicalJson.of(command));
        return new Reading.Read<>(new ReadCommand(type, new Submission(input, hash, List.of(), null)));
    }

    private static BedId bed(Fields fields) {
        return fields.id("bed", BedId::new);
    }

    private static TaskId task(Fields fields) {
        return fields.id("task", TaskId::new);
    }
}
