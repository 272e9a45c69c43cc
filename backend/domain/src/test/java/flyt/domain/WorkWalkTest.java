package flyt.domain;

import static flyt.domain.Facts.*;
import static flyt.domain.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.Command.AdoptRules;
import flyt.domain.Command.ArriveAtTask;
import flyt.domain.Command.CallTask;
import flyt.domain.Command.ConfirmPatient;
import flyt.domain.Command.DeclineTask;
import flyt.domain.Command.EndBreak;
import flyt.domain.Command.EndDuty;
import flyt.domain.Command.FinishTask;
import flyt.domain.Command.HandBackTask;
import flyt.domain.Command.OrderCleaning;
import flyt.domain.Command.OrderTask;
import flyt.domain.Command.PinTask;
import flyt.domain.Command.ReadMessage;
import flyt.domain.Command.ReceiveOffer;
import flyt.domain.Command.ReopenTask;
import flyt.domain.Command.SendMessage;
import flyt.domain.Command.StartBreak;
import flyt.domain.Command.StartDuty;
import flyt.domain.Command.StartTask;
import flyt.domain.Command.TakeTask;
import flyt.domain.Command.Undo;
import flyt.domain.Story.Line;
import flyt.domain.duty.MessageId;
import flyt.domain.place.HospitalDefinition.BedWash;
import flyt.domain.place.HospitalDefinition.Move;
import flyt.domain.place.HospitalDefinition.Orders;
import flyt.domain.place.HospitalDefinition.Routine;
import flyt.domain.place.Places.BedPlace;
import flyt.domain.place.WardId;
import flyt.domain.priority.RuleSet.HandingOut;
import flyt.domain.priority.RuleSet.Mode;
import flyt.domain.priority.Skill;
import flyt.domain.priority.StandardRuleSet;
import flyt.domain.priority.Team;
import flyt.domain.task.CleaningKind;
import flyt.domain.task.Point;
import flyt.domain.task.Task;
import flyt.domain.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People at work, step by step and anyhow: what is offered goes on, nothing is lost, nobody has what another has. */
class WorkWalkTest {
    private static final List<String> PEOPLE = List.of("emil", "leila", "tomasz", "amina");
    private static final int WALKS = 60;
    private static final int STEPS = 160;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void workFindsItsPeople(boolean offered) {
        int done = 0;
        for (int seed = 0; seed < WALKS; seed++) {
            done += new Walk(seed, offered).go();
        }
        assertThat(done).as("tasks done").isGreaterThan(WALKS * 3);
    }

    private static final class Walk {
        private final Random random;
        private final Story story = Story.given(
                SmallHospital.asDefined()
                        .ordering(new Orders(
                                new Move("patient-wheelchair", "EXIT"),
                                new Move("patient-bed", null),
                                true,
                                BedWash.ALWAYS,
                                30,
                                15,
                                60,
                                List.of(new Routine("d", "clean-daily", new WardId("MED"), LocalTime.of(9, 0), null)),
                                List.of())),
                at("06:00", Facts.admitted("anna", "MED-1")),
                at("06:01", Facts.admitted("bo", "SUR-1")));
        private Instant now = time("07:00");
        private int done;

        Walk(int seed, boolean offered) {
            random = new Random(seed);
            if (offered) {
                HandingOut always = new HandingOut(Team.CLEANING, 0, 24, Mode.PUSH);
                HandingOut porters = new HandingOut(Team.PORTERS, 9, 11, Mode.PUSH);
                say(new AdoptRules(WorkTest.version(StandardRuleSet.SET, 2, List.of(always, porters))), "me");
            }
        }

        int go() {
            for (int step = 0; step < STEPS; step++) {
                now = now.plus(Duration.ofSeconds(random.nextInt(400)));
                letTimePass();
                Command wish = wish();
                boolean ends = wish instanceof FinishTask;
                int before = story.hospital().tasks().open().size();
                say(wish, PEOPLE.get(random.nextInt(PEOPLE.size())));
                done += ends && story.hospital().tasks().open().size() < before ? 1 : 0;
            }
            Invariants.replayGives(story.hospital(), story.journal());
            return done;
        }

        /** Each deadline at its own moment, as the writer lets it pass. */
        private void letTimePass() {
            for (Instant due = TimeRules.nextDeadline(story.hospital());
                    !due.isAfter(now);
                    due = TimeRules.nextDeadline(story.hospital())) {
                int told = story.journal().size();
                story.when(new Line(due, due, "time", null));
                Invariants.hold(story.hospital());
                assertThat(story.journal().size())
                        .as("something happens at a deadline")
                        .isGreaterThan(told);
            }
        }

        private void say(Command wish, String by) {
            story.when(new Line(now, now, wish, null, staff(by)));
            Invariants.hold(story.hospital());
        }

        private Command wish() {
            List<BedPlace> beds = List.copyOf(story.hospital().places().beds());
            Point place = Point.bed(beds.get(random.nextInt(beds.size())).bed());
            return switch (random.nextInt(27)) {
                case 0 ->
                    new StartDuty(
                            random.nextBoolean() ? Team.CLEANING : Team.PORTERS,
                            new TreeSet<>(),
                            new TreeSet<>(random.nextBoolean() ? Set.of(Skill.INFECTION) : Set.of()),
                            random.nextInt(5) == 0 ? now.plus(Duration.ofMinutes(20)) : null);
                case 1 -> random.nextInt(3) == 0 ? new EndDuty() : new StartBreak();
                case 2 -> new EndBreak();
                case 3 ->
                    new OrderCleaning(
                            place.bed(), random.nextInt(3) == 0 ? CleaningKind.CONTACT : CleaningKind.STANDARD);
                case 4 ->
                    new OrderTask(
                            "patient-bed",
                            place,
                            Point.stop("XRAY"),
                            null,
                            null,
                            random.nextInt(3) == 0 ? now.plus(Duration.ofHours(2)) : null,
                            null);
                case 5 -> new PinTask(task(), now.plus(Duration.ofMinutes(30)), "why");
                case 6 -> new DeclineTask(task());
                case 7 -> new HandBackTask(task(), null);
                case 8 -> new ReopenTask(task());
                case 9 -> new ReceiveOffer(task());
                case 10, 11 -> new TakeTask(task());
                case 12, 13 -> new StartTask(task());
                case 14 ->
                    new OrderTask(
                            "patient-bed",
                            null,
                            Point.stop("XRAY"),
                            Facts.stay(random.nextBoolean() ? "anna" : "bo"),
                            null,
                            null,
                            null,
                            List.of(),
                            new TreeSet<>(random.nextBoolean() ? Set.of("WC-1") : Set.of()),
                            random.nextBoolean(),
                            random.nextInt(3) == 0);
                case 15 -> new ArriveAtTask(task());
                case 16 -> new ConfirmPatient(task(), random.nextInt(4) == 0 ? Facts.stay("bo") : null);
                case 17 -> new CallTask(task());
                case 18 ->
                    new Undo(story.journal()
                            .get(story.journal().size() - 1)
                            .header()
                            .message());
                case 19 -> new SendMessage(Team.CLEANING, null, null, "words");
                case 20 -> read();
                default -> new FinishTask(task(), true);
            };
        }

        private Command read() {
            List<MessageId> messages =
                    List.copyOf(story.hospital().duties().messages().keySet());
            return messages.isEmpty() ? new EndBreak() : new ReadMessage(messages.get(random.nextInt(messages.size())));
        }

        private TaskId task() {
            List<Task> open = new ArrayList<>(story.hospital().tasks().open());
            if (random.nextBoolean() && open.stream().anyMatch(one -> one.by() != null)) {
                open.removeIf(one -> one.by() == null);
            }
            return open.isEmpty()
                    ? Facts.task(1)
                    : open.get(random.nextInt(open.size())).id();
        }
    }
}
