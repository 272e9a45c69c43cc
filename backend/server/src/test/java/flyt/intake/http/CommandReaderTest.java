package flyt.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.domain.Command;
import flyt.domain.Input;
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
import flyt.domain.priority.Skill;
import flyt.domain.priority.StandardRuleSet;
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
import flyt.domain.threshold.StandardThresholdSet;
import flyt.domain.threshold.Watching.Done;
import flyt.runtime.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CommandReaderTest {
    private static final String ID = "0b6f2e4e-0d3a-4a6e-9d2f-5f0c8b6d1a77";
    private static final String OTHER_ID = "6d1a770b-0d3a-4a6e-9d2f-5f0c8b6f2e4e";
    private static final Instant AT = Instant.parse("2026-11-12T09:42:00Z");
    private static final BedId BED = new BedId("LUN-301");
    private static final TaskId TASK = new TaskId("T-881");
    private static final StaffKey MARIT = new StaffKey("s-marit");
    private static final StaffKey INGRID = new StaffKey("s-ingrid");
    private static final StayId VISIT = new StayId("V1");
    private static final RequestId REQUEST = new RequestId("R-7");

    static Stream<Arguments> wishes() {
        return Stream.of(
                wish("OrderCleaning", "'bed':'LUN-301'", new Command.OrderCleaning(BED, null)),
                wish(
                        "OrderCleaning",
                        "'bed':'LUN-301','kind':'contact-chlorine'",
                        new Command.OrderCleaning(BED, CleaningKind.CONTACT_CHLORINE)),
                wish("StartTask", "'task':'T-881'", new Command.StartTask(TASK)),
                wish("ResumeTask", "'task':'T-881'", new Command.ResumeTask(TASK)),
                wish("PauseTask", "'task':'T-881','reason':'lunch'", new Command.PauseTask(TASK, "lunch")),
                wish("CancelTask", "'task':'T-881'", new Command.CancelTask(TASK, null)),
                wish("FinishTask", "'task':'T-881','made':true", new Command.FinishTask(TASK, true)),
                wish(
                        "OrderTask",
                        "'kind':'patient-bed','from':{'bed':'LUN-301'},'to':{'stop':'XRAY'},'visit':'V1','urgency':'now',"
                                + "'dueAt':'2026-11-12T09:42:00Z','note':'oxygen'",
                        new Command.OrderTask(
                                "patient-bed", Point.bed(BED), Point.stop("XRAY"), VISIT, Urgency.NOW, AT, "oxygen")),
                wish(
                        "OrderTask",
                        "'kind':'waste','from':{'ward':'LUN'}",
                        new Command.OrderTask("waste", Point.ward(new WardId("LUN")), null, null, null, null, null)),
                wish(
                        "OrderTask",
                        "'kind':'patient-bed','visit':'V1','items':[{'kind':'medicine'},{'kind':'samples','count':3}],"
                                + "'equipment':['WC-12','O2-1'],'roundTrip':true,'another':true",
                        new Command.OrderTask(
                                "patient-bed",
                                null,
                                null,
                                VISIT,
                                null,
                                null,
                                null,
                                List.of(new Item("medicine", 1), new Item("samples", 3)),
                                new TreeSet<>(Set.of("O2-1", "WC-12")),
                                true,
                                true)),
                wish("CallTask", "'task':'T-881'", new Command.CallTask(TASK)),
                wish("ArriveAtTask", "'task':'T-881'", new Command.ArriveAtTask(TASK)),
                wish("ConfirmPatient", "'task':'T-881'", new Command.ConfirmPatient(TASK, null)),
                wish("ConfirmPatient", "'task':'T-881','code':'V1'", new Command.ConfirmPatient(TASK, VISIT)),
                wish("TakeTask", "'task':'T-881'", new Command.TakeTask(TASK)),
                wish("ReceiveOffer", "'task':'T-881'", new Command.ReceiveOffer(TASK)),
                wish("DeclineTask", "'task':'T-881'", new Command.DeclineTask(TASK)),
                wish("HandBackTask", "'task':'T-881','reason':'lift'", new Command.HandBackTask(TASK, "lift")),
                wish("HandOverTask", "'task':'T-881'", new Command.HandOverTask(TASK, null)),
                wish(
                        "HandOverTask",
                        "'task':'T-881','worker':'s-3'",
                        new Command.HandOverTask(TASK, new StaffKey("s-3"))),
                wish("DelayTask", "'task':'T-881','reason':'lift'", new Command.DelayTask(TASK, "lift")),
                wish("AskForHelp", "'task':'T-881','wanted':true", new Command.AskForHelp(TASK, true)),
                wish("RejectTask", "'task':'T-881','reason':'locked'", new Command.RejectTask(TASK, "locked")),
                wish("ReopenTask", "'task':'T-881'", new Command.ReopenTask(TASK)),
                wish(
                        "PinTask",
                        "'task':'T-881','until':'2026-11-12T09:42:00Z','reason':'theatre'",
                        new Command.PinTask(TASK, AT, "theatre")),
                wish("UnpinTask", "'task':'T-881'", new Command.UnpinTask(TASK)),
                wish(
                        "StartDuty",
                        "'team':'cleaning','zones':['R2','R1'],'skills':['infection'],'until':'2026-11-12T09:42:00Z'",
                        new Command.StartDuty(
                                Team.CLEANING,
                                new TreeSet<>(Set.of("R1", "R2")),
                                new TreeSet<>(Set.of(Skill.INFECTION)),
                                AT)),
                wish(
                        "StartDuty",
                        "'team':'porters'",
                        new Command.StartDuty(Team.PORTERS, new TreeSet<>(), new TreeSet<>(), null)),
                wish("EndDuty", "", new Command.EndDuty()),
                wish("StartBreak", "", new Command.StartBreak()),
                wish("EndBreak", "", new Command.EndBreak()),
                wish("MoveWorker", "'worker':'s-marit','zones':[]", new Command.MoveWorker(MARIT, new TreeSet<>())),
                wish(
                        "AdoptRules",
                        "'rules':"
                                + RuleSetJson.of(StandardRuleSet.SET).encode().replace('"', '\''),
                        new Command.AdoptRules(StandardRuleSet.SET)),
                wish(
                        "AdoptThresholds",
                        "'thresholds':"
                                + ThresholdSetJson.of(StandardThresholdSet.SET)
                                        .encode()
                                        .replace('"', '\''),
                        new Command.AdoptThresholds(StandardThresholdSet.SET)),
                wish(
                        "AdoptThresholds",
                        "'thresholds':'standard'",
                        new Command.AdoptThresholds(StandardThresholdSet.SET)),
                wish(
                        "AnswerThreshold",
                        "'rule':'ward-corridor','ward':'LUN','did':'Moved one'",
                        new Command.AnswerThreshold("ward-corridor", new WardId("LUN"), "Moved one")),
                wish("AnswerRelief", "'accepted':true", new Command.AnswerRelief(true, null)),
                wish("DeclareLevel", "'level':'green'", new Command.DeclareLevel(Level.GREEN, null)),
                wish(
                        "MarkAction",
                        "'action':'tell-wards','done':'not-done','reason':'No answer'",
                        new Command.MarkAction("tell-wards", Done.NOT_DONE, "No answer")),
                wish(
                        "SendMessage",
                        "'team':'porters','zone':'R1','text':'The lift is out of order'",
                        new Command.SendMessage(Team.PORTERS, "R1", null, "The lift is out of order")),
                wish(
                        "SendMessage",
                        "'team':'cleaning','worker':'s-marit','text':'Come to the store'",
                        new Command.SendMessage(Team.CLEANING, null, MARIT, "Come to the store")),
                wish("ReadMessage", "'message':'m-1'", new Command.ReadMessage(new MessageId("m-1"))),
                wish("EndMessage", "'message':'m-1'", new Command.EndMessage(new MessageId("m-1"))),
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
                        "ReserveBed",
                        "'bed':'LUN-301','until':'2026-11-12T09:42:00Z','request':'R-7','seen':'1f','insteadOf':'LUN-302',"
                                + "'sharing':true",
                        new Command.ReserveBed(BED, AT, null, REQUEST, null, "1f", new BedId("LUN-302"), true)),
                wish("EndReservation", "'bed':'LUN-301'", new Command.EndReservation(BED)),
                wish(
                        "SwapReservations",
                        "'bed':'LUN-301','other':'LUN-302'",
                        new Command.SwapReservations(BED, new BedId("LUN-302"))),
                wish(
                        "RequestBed",
                        "'visit':'V1','to':'LUN','needs':['telemetry','single-room'],'sex':'female',"
                                + "'readyAt':'2026-11-12T09:42:00Z'",
                        new Command.RequestBed(
                                VISIT,
                                new WardId("LUN"),
                                new TreeSet<>(Set.of(BedNeed.SINGLE_ROOM, BedNeed.TELEMETRY)),
                                Sex.FEMALE,
                                AT)),
                wish("WithdrawRequest", "'visit':'V1'", new Command.WithdrawRequest(VISIT, null)),
                wish("AcceptRequest", "'request':'R-7'", new Command.AcceptRequest(REQUEST)),
                wish(
                        "DeclineRequest",
                        "'request':'R-7','reason':'staffing'",
                        new Command.DeclineRequest(REQUEST, DeclineReason.STAFFING)),
                wish("AssignNurse", "'visit':'V1'", new Command.AssignNurse(VISIT, null)),
                wish("AssignNurse", "'visit':'V1','nurse':null", new Command.AssignNurse(VISIT, new Said<>(null))),
                wish("AssignDoctor", "'visit':'V1','doctor':null", new Command.AssignDoctor(VISIT, new Said<>(null))),
                wish("ExpectDischarge", "'visit':'V1'", new Command.ExpectDischarge(VISIT, null)),
                wish(
                        "ExpectDischarge",
                        "'visit':'V1','expectedOn':null",
                        new Command.ExpectDischarge(VISIT, new Said<>(null))),
                wish(
                        "ExpectDischarge",
                        "'visit':'V1','expectedOn':'2026-11-15','expectedAt':'2026-11-12T09:42:00Z'",
                        new Command.ExpectDischarge(
                                VISIT, new Said<>(new DischargeDay(LocalDate.of(2026, 11, 15), AT)))),
                wish(
                        "ExpectDischarge",
                        "'visit':'V1','expectedAt':'2026-11-12T09:42:00Z'",
                        new Command.ExpectDischarge(VISIT, new Said<>(new DischargeDay(null, AT)))),
                wish("SetIsolation", "'visit':'V1'", new Command.SetIsolation(VISIT, null)),
                wish(
                        "SetIsolation",
                        "'visit':'V1','isolation':null",
                        new Command.SetIsolation(VISIT, new Said<>(null))),
                wish(
                        "SetIsolation",
                        "'visit':'V1','isolation':'contact-chlorine'",
                        new Command.SetIsolation(VISIT, new Said<>(Isolation.CONTACT_CHLORINE))),
                wish("UseCorridorPlace", "'visit':'V1'", new Command.UseCorridorPlace(VISIT, null)),
                wish("UseCorridorPlace", "'visit':'V1','bed':'LUN-301'", new Command.UseCorridorPlace(VISIT, BED)),
                wish(
                        "Undo",
                        "'of':'" + OTHER_ID + "'",
                        new Command.Undo(new MessageKey(CommandReader.SOURCE, OTHER_ID))),
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
        ReadCommand read = read(type, fields);
        assertThat(read.type()).isEqualTo(type);
        assertThat(read.assignee()).isNull();
        assertThat(read.submission(MARIT, null, List.of()).input())
                .isEqualTo(new Input.Wish(new MessageKey(CommandReader.SOURCE, ID), AT, MARIT, command));
    }

    @Test
    void whoIsAssignedIsAnAccountUntilTheRouteKnowsTheKey() {
        ReadCommand nurse = read("AssignNurse", "'visit':'V1','nurse':'u-12'");
        assertThat(nurse.assignee()).isEqualTo("u-12");
        assertThat(wish(nurse)).isEqualTo(new Command.AssignNurse(VISIT, new Said<>(INGRID)));
        ReadCommand doctor = read("AssignDoctor", "'visit':'V1','doctor':'u-12'");
        assertThat(wish(doctor)).isEqualTo(new Command.AssignDoctor(VISIT, new Said<>(INGRID)));
        assertThatThrownBy(() -> nurse.submission(MARIT, null, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static Command wish(ReadCommand read) {
        return ((Input.Wish) read.submission(MARIT, INGRID, List.of()).input()).command();
    }

    static Stream<Arguments> subjects() {
        return Stream.of(
                Arguments.of("MarkRoomLeft", "'visit':'V1','bed':'LUN-301'", new Subject.OfBed(BED)),
                Arguments.of("StartTask", "'task':'T-881'", new Subject.OfTask(TASK)),
                Arguments.of("AcceptRequest", "'request':'R-7'", new Subject.OfRequest(REQUEST)),
                Arguments.of("OrderTask", "'kind':'patient-bed','visit':'V1'", new Subject.OfStay(VISIT)),
                Arguments.of(
                        "OrderTask", "'kind':'waste','from':{'bed':'LUN-301'}", new Subject.OfPoint(Point.bed(BED))),
                Arguments.of("UseCorridorPlace", "'visit':'V1','bed':'LUN-301'", new Subject.OfStay(VISIT)),
                Arguments.of(
                        "SettleConflict",
                        "'conflict':'bed-taken/LUN-301','how':'share-bed'",
                        new Subject.OfConflict(new Conflict.Key("bed-taken/LUN-301"))),
                Arguments.of(
                        "Undo",
                        "'of':'" + OTHER_ID + "'",
                        new Subject.OfCommand(new MessageKey(CommandReader.SOURCE, OTHER_ID))));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void itIsKnownWhatACommandIsAbout(String type, String fields, Subject subject) {
        assertThat(read(type, fields).subject()).isEqualTo(subject);
    }

    @ParameterizedTest
    @MethodSource("wishes")
    void everyCommandIsAboutSomething(String type, String fields, Command command) {
        assertThat(read(type, fields).subject()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    AssignNurse      | 'nurse':12                                            | nurse visit
                    AssignDoctor     | 'visit':'V1','nurse':'u-12'                           | nurse
                    ExpectDischarge  | 'visit':'V1','expectedOn':'15.11.','expectedAt':'x'    | expectedAt expectedOn
                    ExpectDischarge  | 'visit':'V1','expectedOn':null,'expectedAt':'2026-11-12T09:42:00Z' | expectedAt
                    SetIsolation     | 'visit':null,'isolation':'plague'                     | isolation visit
                    OrderTask        | 'kind':'waste'                                        | from
                    OrderTask        | 'kind':'waste','visit':'V1','items':[{'count':0}]      | items[0].count items[0].kind
                    ReserveBed       | 'bed':'LUN-301','until':'2026-11-12T09:42:00Z','visit':'V1','request':'R-7' | visit
                    DeclineRequest   | 'request':'R-7','reason':'tired'                      | reason
                    UseCorridorPlace | 'visit':'V1','bed':null                               | bed
                    MarkAction       | 'action':'a','done':'not-done'                        | reason
                    DeclareLevel     | 'level':'orange'                                      | level
                    AdoptThresholds  | 'thresholds':'mine'                                   | thresholds
                    AdoptThresholds  | 'thresholds':{'name':'a'}                             | thresholds.every thresholds.pressure thresholds.version
                    SendMessage      | 'team':'nurses','text':'x'                            | team
                    SendMessage      | 'team':'porters','text':'Hent 14834830192 nå'         | text
                    SendMessage      | 'team':'porters','text':'x','zone':'R1','worker':'s-1' | worker
                    ReadMessage      | 'task':'T-1'                                          | message task
                    Undo             | 'of':'T-881'                                          | of
                    Undo             | 'bed':'LUN-301'                                       | bed of
                    """)
    void everyFaultIsNamed(String type, String fields, String faulty) {
        String named = CommandReader.read(json(type, fields)).fold(whole -> "", faults -> faults.stream()
                .map(Fault::field)
                .distinct()
                .sorted()
                .collect(Collectors.joining(" ")));
        assertThat(named).isEqualTo(faulty);
    }

    private static ReadCommand read(String type, String fields) {
        return CommandReader.read(json(type, fields)).fold(whole -> whole, faults -> {
            throw new AssertionError(faults.toString());
        });
    }

    @Test
    void aMessageIsReadAtAGlance() {
        assertThat(((Command.SendMessage) read("SendMessage", "'team':'porters','text':'" + "x".repeat(280) + "'")
                                .command())
                        .text())
                .hasSize(280);
        assertThat(CommandReader.read(json("SendMessage", "'team':'porters','text':'" + "x".repeat(281) + "'")))
                .isEqualTo(new Reading.Faulty<ReadCommand>(
                        List.of(new Fault("text", "must be a text of 1 to 280 characters"))));
    }

    @Test
    void everyTypeIsAmongThem() {
        assertThat(wishes().map(wish -> (String) wish.get()[0]).distinct())
                .containsExactlyInAnyOrderElementsOf(CommandReader.types());
    }

    private static ObjectNode json(String type, String fields) {
        return Resources.object(("{'type':'" + type + "','commandId':'" + ID + "','at':'" + AT + "'"
                        + (fields.isEmpty() ? "" : "," + fields) + "}")
                .replace('\'', '"'));
    }
}
