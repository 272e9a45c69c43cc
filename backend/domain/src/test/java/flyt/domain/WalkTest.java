package flyt.domain;

import static flyt.domain.Facts.time;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.Command.FinishCleaning;
import flyt.domain.Command.MarkBedMade;
import flyt.domain.Command.MarkRoomLeft;
import flyt.domain.Command.ReleaseRoom;
import flyt.domain.Command.SettleConflict;
import flyt.domain.Command.StartCleaning;
import flyt.domain.Story.Line;
import flyt.domain.conflict.Conflict;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.Places;
import flyt.domain.stay.Course;
import flyt.domain.stay.StayId;
import flyt.domain.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Hospitals that are told anything at all, step by step. {@code -Dwalk.seed=17} repeats one walk; its number stands in the
 * failure.
 */
class WalkTest {

    private static final int WALKS = 300;
    private static final int STEPS = 70;

    @Test
    void whateverIsToldTheHospitalStaysPossible() {
        Long only = Long.getLong("walk.seed");
        LongStream seeds = only == null ? LongStream.range(0, WALKS) : LongStream.of(only);
        seeds.forEach(seed -> new Walk(seed).go());
    }

    /** One walk, the same for the same seed. */
    private static final class Walk {

        private final long seed;
        private final RandomFacts facts;
        private final Story story = Story.given();
        private Instant now = time("06:00");

        Walk(long seed) {
            this.seed = seed;
            this.facts = new RandomFacts(seed, 5);
        }

        void go() {
            List<String> steps = new ArrayList<>();
            for (int step = 0; step < STEPS; step++) {
                now = now.plus(Duration.ofMinutes(facts.random().nextInt(12)));
                Line line = next();
                steps.add(line.toString());
                try {
                    take(line);
                } catch (AssertionError | RuntimeException e) {
                    throw new AssertionError("seed " + seed + ", step " + step + ": " + steps, e);
                }
            }
            Invariants.replayGives(story.hospital(), story.journal());
        }

        private void take(Line line) {
            story.when(line);
            Hospital after = story.hospital();
            Invariants.hold(after);
            if (line.what() instanceof flyt.domain.event.Event && facts.oneIn(4)) {
                story.when(line);
                assertThat(dump(story.hospital()))
                        .as("a repeat changes nothing")
                        .isEqualTo(dump(after));
            }
        }

        private Line next() {
            return switch (facts.random().nextInt(12)) {
                case 0, 1 -> wish();
                case 2 -> new Line(now, now, "time", null);
                case 3 -> facts.oneIn(6) ? new Line(now, now, redefined(), null) : facts.aboutAnything(now);
                default -> facts.aboutAnything(now);
            };
        }

        private HospitalDefinition redefined() {
            return facts.oneIn(2)
                    ? SmallHospital.asDefined()
                    : SmallHospital.with(
                            SmallHospital.ward("MED", true, 2),
                            SmallHospital.ward("SUR", false, 3),
                            SmallHospital.ward("NEW", true, 9));
        }

        private Line wish() {
            return new Line(now, now, command(), null);
        }

        private Command command() {
            Hospital hospital = story.hospital();
            List<Places.BedPlace> beds = List.copyOf(hospital.places().beds());
            var bed = beds.get(facts.random().nextInt(beds.size())).bed();
            List<StayId> holders = List.copyOf(hospital.stays().occupants(bed));
            List<Task> tasks = List.copyOf(hospital.tasks().open());
            List<Conflict> conflicts = Conflicts.all(hospital);
            if (!conflicts.isEmpty() && facts.oneIn(3)) {
                Conflict conflict = conflicts.get(facts.random().nextInt(conflicts.size()));
                Conflict.Settlement how = conflict.settle()
                        .get(facts.random().nextInt(conflict.settle().size()));
                StayId who = conflict.stays()
                        .get(facts.random().nextInt(conflict.stays().size()));
                return new SettleConflict(conflict.id(), how, who);
            }
            if (!tasks.isEmpty() && facts.oneIn(2)) {
                Task task = tasks.get(facts.random().nextInt(tasks.size()));
                return task.status().begun()
                        ? new FinishCleaning(task.id(), facts.oneIn(2))
                        : new StartCleaning(task.id());
            }
            if (!holders.isEmpty()) {
                return facts.oneIn(2) ? new MarkRoomLeft(holders.get(0), bed) : new ReleaseRoom(bed);
            }
            return new MarkBedMade(bed);
        }
    }

    private static List<String> dump(Hospital hospital) {
        List<String> said = new ArrayList<>();
        for (Course course : hospital.stays().courses()) {
            said.add(course.toString());
        }
        for (Places.BedPlace place : hospital.places().beds()) {
            said.add(place.bed() + ": " + hospital.stays().occupants(place.bed()));
        }
        return said;
    }
}
