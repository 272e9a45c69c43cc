package flyt.domain;

import static flyt.domain.Facts.*;
import static flyt.domain.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.Command.DeclineTask;
import flyt.domain.Command.EndBreak;
import flyt.domain.Command.EndDuty;
import flyt.domain.Command.FinishTask;
import flyt.domain.Command.HandBackTask;
import flyt.domain.Command.HandOverTask;
import flyt.domain.Command.OrderCleaning;
import flyt.domain.Command.PauseTask;
import flyt.domain.Command.StartBreak;
import flyt.domain.Command.StartDuty;
import flyt.domain.Command.StartTask;
import flyt.domain.Command.TakeTask;
import flyt.domain.Command.Undo;
import flyt.domain.Story.Line;
import flyt.domain.event.StaffKey;
import flyt.domain.place.Places.BedPlace;
import flyt.domain.priority.Team;
import flyt.domain.task.Task;
import flyt.domain.task.TaskId;
import flyt.domain.task.TaskStatus;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Cleaners hand their jobs to each other, come and go, anyhow: each job has one holder, or waits, and none is lost. */
class HandOverWalkTest {
    private static final List<String> PEOPLE = List.of("emil", "leila", "amina");
    private static final int WALKS = 25;
    private static final int STEPS = 150;

    @Test
    void aJobGoesFromHandToHandAndIsNeverLost() {
        int takenOver = 0;
        for (int seed = 0; seed < WALKS; seed++) {
            takenOver += new Walk(seed).go();
        }
        assertThat(takenOver).as("jobs taken over").isGreaterThan(WALKS);
    }

    private static final class Walk {
        private final int seed;
        private final Random random;
        private final Story story = Story.given(at("06:00", admitted("anna", "MED-1")));
        private Instant now = time("07:00");
        private int takenOver;

        Walk(int seed) {
            this.seed = seed;
            random = new Random(seed);
        }

        int go() {
            for (String person : PEOPLE) {
                say(new StartDuty(Team.CLEANING, new TreeSet<>(), new TreeSet<>(), null), staff(person));
            }
            for (int step = 0; step < STEPS; step++) {
                now = now.plusSeconds(random.nextInt(40));
                step();
            }
            Invariants.replayGives(story.hospital(), story.journal());
            return takenOver;
        }

        private void step() {
            StaffKey one = staff(PEOPLE.get(random.nextInt(PEOPLE.size())));
            StaffKey other = staff(PEOPLE.get(random.nextInt(PEOPLE.size())));
            List<BedPlace> beds = List.copyOf(story.hospital().places().beds());
            TaskId free = pick(task -> task.status() == TaskStatus.PENDING);
            TaskId own = pick(task -> task.isWith(one));
            TaskId handed = pick(task -> one.equals(task.handOverTo()) || task.offer() != null);
            Command wish =
                    switch (random.nextInt(20)) {
                        case 0, 1 ->
                            new OrderCleaning(
                                    beds.get(random.nextInt(beds.size())).bed(), null);
                        case 2, 3 -> new TakeTask(free);
                        case 4, 5, 6, 7 -> new HandOverTask(own, random.nextInt(5) == 0 ? null : other);
                        case 8, 9, 10 -> new TakeTask(handed);
                        case 11 -> new DeclineTask(handed);
                        case 12 -> new StartTask(own);
                        case 13 -> new PauseTask(own, null);
                        case 14 -> new HandBackTask(own, null);
                        case 15 -> random.nextBoolean() ? new EndDuty() : new StartBreak();
                        case 16 -> new EndBreak();
                        case 17 -> new StartDuty(Team.CLEANING, new TreeSet<>(), new TreeSet<>(), null);
                        case 18 -> undo();
                        default -> random.nextInt(4) == 0 ? new FinishTask(own, true) : new TakeTask(handed);
                    };
            say(wish, one);
        }

        private void say(Command wish, StaffKey by) {
            List<Task> before = List.copyOf(story.hospital().tasks().open());
            story.when(new Line(now, now, "time", null));
            story.when(new Line(now, now, wish, null, by));
            Invariants.hold(story.hospital());
            before.forEach(task -> goesFromHandToHand(task, wish, by));
        }

        private void goesFromHandToHand(Task was, Command wish, StaffKey by) {
            Task is = story.hospital().tasks().task(was.id());
            boolean ends = wish.equals(new FinishTask(was.id(), true)) || wish instanceof Undo;
            assertThat(is == null && !ends)
                    .as("seed %d: %s lost by %s", seed, was, wish)
                    .isFalse();
            if (is != null && was.by() != null && is.by() == null) {
                assertThat(by)
                        .as("seed %d: who lets go of %s by %s", seed, was, wish)
                        .isEqualTo(was.by());
            }
            if (is != null && was.by() != null && is.by() != null && !is.by().equals(was.by())) {
                assertThat(wish).as("seed %d: %s", seed, was).isEqualTo(new TakeTask(was.id()));
                assertThat(is.by()).as("seed %d: %s", seed, was).isEqualTo(by).isEqualTo(was.handOverTo());
                takenOver++;
            }
        }

        private Undo undo() {
            return new Undo(
                    story.journal().get(story.journal().size() - 1).header().message());
        }

        private TaskId pick(Predicate<Task> which) {
            List<Task> those =
                    story.hospital().tasks().open().stream().filter(which).toList();
            return those.isEmpty()
                    ? task(1)
                    : those.get(random.nextInt(those.size())).id();
        }
    }
}
