package flyt.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.Command;
import flyt.domain.Input;
import flyt.domain.bed.BedEvent.CloseReason;
import flyt.domain.conflict.Conflict;
import flyt.domain.duty.Duties;
import flyt.domain.duty.MessageId;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Source;
import flyt.domain.event.StaffKey;
import flyt.domain.place.BedId;
import flyt.domain.place.WardId;
import flyt.domain.placement.DeclineReason;
import flyt.domain.placement.RequestId;
import flyt.domain.placement.Sex;
import flyt.domain.placement.WithdrawReason;
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
import flyt.journal.EventCodec;
import io.vertx.core.json.JsonArray;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A command means the same on the member that owns the hospital as on the one it was given to. */
class SubmissionCodecTest {
    private static final Instant AT = Instant.parse("2026-11-12T09:42:00Z");
    private static final BedId BED = new BedId("LUN-301");
    private static final StayId STAY = new StayId("V1");
    private static final TaskId TASK = new TaskId("T-1");

    private final SubmissionCodec codec = new SubmissionCodec(new EventCodec());

    static Stream<Command> commands() {
        return Stream.of(
                new Command.OrderCleaning(BED, CleaningKind.SPILL),
                new Command.StartTask(TASK),
                new Command.PauseTask(TASK, "lunch"),
                new Command.ResumeTask(TASK),
                new Command.FinishTask(TASK, true),
                new Command.CancelTask(TASK, null),
                new Command.OrderTask(
                        "patient-bed", Point.bed(BED), Point.stop("XRAY"), STAY, Urgency.NOW, AT, "oxygen"),
                new Command.OrderTask(
                        "patient-bed",
                        null,
                        null,
                        STAY,
                        null,
                        null,
                        null,
                        List.of(new Item("samples", 2)),
                        new TreeSet<>(Set.of("WC-12")),
                        true,
                        true),
                new Command.CallTask(TASK),
                new Command.ArriveAtTask(TASK),
                new Command.ConfirmPatient(TASK, STAY),
                new Command.TakeTask(TASK),
                new Command.ReceiveOffer(TASK),
                new Command.DeclineTask(TASK),
                new Command.HandBackTask(TASK, "lift"),
                new Command.HandOverTask(TASK, null),
                new Command.HandOverTask(TASK, new StaffKey("s-3")),
                new Command.DelayTask(TASK, "lift"),
                new Command.AskForHelp(TASK, true),
                new Command.RejectTask(TASK, "locked"),
                new Command.ReopenTask(TASK),
                new Command.PinTask(TASK, AT, "theatre"),
                new Command.UnpinTask(TASK),
                new Command.StartDuty(
                        Team.CLEANING, new TreeSet<>(Set.of("R1")), new TreeSet<>(Set.of(Skill.INFECTION)), AT),
                new Command.EndDuty(),
                new Command.StartBreak(),
                new Command.EndBreak(),
                new Command.MoveWorker(new StaffKey("s-3"), new TreeSet<>(Set.of("R2"))),
                new Command.AdoptRules(StandardRuleSet.SET),
                new Command.AdoptThresholds(StandardThresholdSet.SET),
                new Command.AnswerThreshold("ward-corridor", new WardId("LUN"), "Moved one"),
                new Command.AnswerRelief(false, "Nobody to spare"),
                new Command.DeclareLevel(Level.GREEN, "Crowded"),
                new Command.MarkAction("tell-wards", Done.NOT_DONE, "No answer"),
                new Command.SendMessage(Team.PORTERS, "R1", null, "The lift is out of order"),
                new Command.SendMessage(Team.PORTERS, null, new StaffKey("s-3"), "Come to the store"),
                new Command.ReadMessage(new MessageId("m-1")),
                new Command.EndMessage(new MessageId("m-1")),
                new Command.MarkRoomLeft(STAY, BED),
                new Command.ReleaseRoom(BED),
                new Command.MarkBedMade(BED),
                new Command.CloseBed(BED, CloseReason.REPAIR, AT),
                new Command.OpenBed(BED),
                new Command.ReserveBed(BED, AT, STAY, "isolation"),
                new Command.ReserveBed(BED, AT, null, new RequestId("R-7"), null, "1f", BED, true),
                new Command.EndReservation(BED),
                new Command.SwapReservations(BED, BED),
                new Command.RequestBed(STAY, new WardId("LUN"), new TreeSet<>(), Sex.MALE, AT),
                new Command.WithdrawRequest(STAY, WithdrawReason.STAYS_PUT),
                new Command.AcceptRequest(new RequestId("R-7")),
                new Command.DeclineRequest(new RequestId("R-7"), DeclineReason.OUTBREAK),
                new Command.SettleConflict(new Conflict.Key("bed-taken/LUN-301"), Conflict.Settlement.SHARE_BED, STAY),
                new Command.AssignNurse(STAY, new Said<>(new StaffKey("s-1"))),
                new Command.AssignNurse(STAY, new Said<>(null)),
                new Command.AssignNurse(STAY, null),
                new Command.AssignDoctor(STAY, new Said<>(new StaffKey("s-2"))),
                new Command.ExpectDischarge(STAY, new Said<>(new DischargeDay(LocalDate.of(2026, 11, 13), AT))),
                new Command.SetIsolation(STAY, new Said<>(Isolation.CONTACT_CHLORINE)),
                new Command.UseCorridorPlace(STAY, BED),
                new Command.UseCorridorPlace(STAY, null),
                new Command.Undo(new MessageKey(Source.FLYT, "0b6f2e4e-0d3a-4a6e-9d2f-5f0c8b6d1a77")));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandComesThroughWithWhoGaveIt(Command command) {
        Input wish = new Input.Wish(new MessageKey(Source.FLYT, "w1"), AT, new StaffKey("s-9"), command);
        Submission sent = new Submission(wish, new byte[] {1}, List.of(), null);
        JsonArray wire = new JsonArray(codec.submissions(List.of(sent)).encode());
        assertThat(codec.submissions(wire))
                .singleElement()
                .extracting(Submission::input)
                .isEqualTo(wish);
    }

    @Test
    void theRulesInForceComeThrough() {
        RulesInForce rules = new RulesInForce(StandardRuleSet.SET, new Duties.Adoption(AT, new StaffKey("s-9")));
        assertThat(RulesInForce.read(rules.json())).isEqualTo(rules);
        RulesInForce first = new RulesInForce(StandardRuleSet.SET, null);
        assertThat(RulesInForce.read(first.json())).isEqualTo(first);
    }

    @Test
    void everyTypeIsAmongThem() {
        assertThat(commands().map(Command::getClass).distinct().map(Class::getSimpleName))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Command.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .toList());
    }
}
