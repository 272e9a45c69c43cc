package flyt.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.domain.Command;
import flyt.domain.Input;
import flyt.domain.bed.BedEvent.CloseReason;
import flyt.domain.conflict.Conflict;
import flyt.domain.event.MessageKey;
import flyt.domain.place.BedId;
import flyt.domain.stay.StayId;
import flyt.domain.task.CleaningKind;
import flyt.domain.task.TaskId;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CommandReaderTest {
    private static final String ID = "0b6f2e4e-0d3a-4a6e-9d2f-5f0c8b6d1a77";
    private static final Instant AT = Instant.parse("2026-11-12T09:42:00Z");
    private static final BedId BED = new BedId("LUN-301");
    private static final TaskId TASK = new TaskId("T-881");
    private static final StayId VISIT = new StayId("V1");

    static Stream<Arguments> wishes() {
        return Stream.of(
                wish("OrderCleaning", "'bed':'LUN-301'", new Command.OrderCleaning(BED, null)),
                wish(
                        "OrderCleaning",
                        "'bed':'LUN-301','kind':'contact-chlorine'",
                        new Command.OrderCleaning(BED, CleaningKind.CONTACT_CHLORINE)),
                wish("StartCleaning", "'task':'T-881'", new Command.StartCleaning(TASK)),
                wish("ResumeCleaning", "'task':'T-881'", new Command.ResumeCleaning(TASK)),
                wish("PauseCleaning", "'task':'T-881','reason':'lunch'", new Command.PauseCleaning(TASK, "lunch")),
                wish("CancelCleaning", "'task':'T-881'", new Command.CancelCleaning(TASK, null)),
                wish("FinishCleaning", "'task':'T-881','made':true", new Command.FinishCleaning(TASK, true)),
                wish("MarkRoomLeft", "'visit':'V1','bed':'LUN-301'", new Command.MarkRoomLeft(VISIT, BED)),
                wish("ReleaseRoom", "'bed':'LUN-301'", new Command.ReleaseRoom(BED)),
                wish("MarkBedMade", "'bed':'LUN-301'", new Command.MarkBedMade(BED)),
                wish("OpenBed", "'bed':'LUN-301'", new Command.OpenBed(BED)),
                wish(
                        "CloseBed",
                        "'bed':'LUN-301','reason':'repair','until':'2026-11-12T09:42:00Z'",
                        new Command.CloseBed(BED, CloseReason.REPAIR, AT)),
                wish(
                        "ReserveBed",
                        "'bed':'LUN-301','until':'2026-11-12T09:42:00Z','visit':'V1','purpose':'isolation'",
                        new Command.ReserveBed(BED, AT, VISIT, "isolation")),
                wish(
                        "SettleConflict",
                        "'conflict':'bed-taken/LUN-301','how':'share-bed'",
                        new Command.SettleConflict(
                                new Conflict.Key("bed-taken/LUN-301"), Conflict.Settlement.SHARE_BED, null)));
    }

    private static Arguments wish(String type, String fields, Command command) {
        return Arguments.of(type, fields, command);
    }

    @ParameterizedTest
    @MethodSource("wishes")
    void eachTypeIsReadAsThatWish(String type, String fields, Command command) {
        CommandReader.ReadCommand read = CommandReader.read(json(type, fields)).fold(whole -> whole, faults -> {
            throw new AssertionError(faults.toString());
        });
        assertThat(read.type()).isEqualTo(type);
        assertThat(read.submission().input())
                .isEqualTo(new Input.Wish(new MessageKey(CommandReader.SOURCE, ID), AT, null, command));
    }

    @Test
    void everyTypeIsAmongThem() {
        assertThat(wishes().map(wish -> (String) wish.get()[0]).distinct())
                .containsExactlyInAnyOrderElementsOf(CommandReader.types());
    }

    private static ObjectNode json(String type, String fields) {
        return Resources.object(("{'type':'" + type + "','commandId':'" + ID + "','at':'" + AT + "'," + fields + "}")
                .replace('\'', '"'));
    }
}
