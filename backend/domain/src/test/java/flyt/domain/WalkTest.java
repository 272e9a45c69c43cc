package flyt.domain;

import static flyt.domain.Facts.bed;
import static flyt.domain.Facts.staff;
import static flyt.domain.Facts.time;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.Command.AcceptRequest;
import flyt.domain.Command.AssignNurse;
import flyt.domain.Command.CloseBed;
import flyt.domain.Command.DeclineRequest;
import flyt.domain.Command.EndReservation;
import flyt.domain.Command.ExpectDischarge;
import flyt.domain.Command.FinishTask;
import flyt.domain.Command.MarkBedMade;
import flyt.domain.Command.MarkRoomLeft;
import flyt.domain.Command.OpenBed;
import flyt.domain.Command.ReleaseRoom;
import flyt.domain.Command.RequestBed;
import flyt.domain.Command.ReserveBed;
import flyt.domain.Command.SetIsolation;
import flyt.domain.Command.SettleConflict;
import flyt.domain.Command.StartTask;
import flyt.domain.Command.SwapReservations;
import flyt.domain.Command.Undo;
import flyt.domain.Command.UseCorridorPlace;
import flyt.domain.Command.WithdrawRequest;
import flyt.domain.Story.Line;
import flyt.domain.bed.BedEvent.CloseReason;
import flyt.domain.conflict.Conflict;
import flyt.domain.event.MessageKey;
import flyt.domain.place.BedId;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.Places;
import flyt.domain.place.WardId;
import flyt.domain.placement.DeclineReason;
import flyt.domain.placement.Request;
import flyt.domain.placement.RequestId;
import flyt.domain.stay.Course;
import flyt.domain.stay.Isolation;
import flyt.domain.stay.Said;
import flyt.domain.stay.StayFact.DischargeDay;
import flyt.domain.stay.StayId;
import flyt.domain.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
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
        long undone = seeds.map(seed -> new Walk(seed).go()).sum();
        assertThat(undone).as("how much was undone").isGreaterThan(only == null ? 500 : -1);
    }

    /** One walk, the same for the same seed. */
    private static final class Walk {

        private final long seed;
        private final RandomFacts facts;
        private final Story story = Story.given();
        private Instant now = time("06:00");
        private int wishes;
        private int undone;

        Walk(long seed) {
            this.seed = seed;
            this.facts = new RandomFacts(seed, 5);
        }

        /** Goes; gives how many commands were undone on the way. */
        long go() {
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
            return undone;
        }

        private void take(Line line) {
            Hospital before = story.hospital();
            story.when(line);
            Hospital after = story.hospital();
            Invariants.hold(after);
            if (line.what() instanceof Command && facts.oneIn(2)) {
                undo(before, line);
                return;
            }
            if (line.what() instanceof flyt.domain.event.Event && facts.oneIn(4)) {
                story.when(line);
                assertThat(dump(story.hospital()))
                        .as("a repeat changes nothing")
                        .isEqualTo(dump(after));
            }
        }

        /** Undone at once it is as before; only what has changed nothing cannot be undone. */
        private void undo(Hospital before, Line line) {
            MessageKey wish = Facts.command(line.message());
            boolean changed = story.hospital().undoables().of(wish) != null;
            Instant soon = now.plusSeconds(facts.random().nextInt(11));
            story.when(new Line(now, soon, new Undo(wish), null));
            Hospital expected = changed ? before : story.hospital();
            assertThat(UndoTest.apartFromTime(story.hospital(), expected)).isEqualTo(expected);
            assertThat(story.hospital().undoables().of(wish)).isNull();
            Invariants.hold(story.hospital());
            undone += changed ? 1 : 0;
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
                    ? facts.oneIn(2) ? SmallHospital.asDefined() : SmallHospital.whereHandsHold()
                    : SmallHospital.with(
                            SmallHospital.ward("MED", true, 2),
                            SmallHospital.ward("SUR", false, 3),
                            SmallHospital.ward("NEW", true, 9));
        }

        private Line wish() {
            return new Line(now, now, command(), "w" + wishes++);
        }

        private Command command() {
            Hospital hospital = story.hospital();
            List<Places.BedPlace> beds = List.copyOf(hospital.places().beds());
            var bed = beds.get(facts.random().nextInt(beds.size())).bed();
            List<StayId> holders = List.copyOf(hospital.stays().occupants(bed));
            List<Task> tasks = List.copyOf(hospital.tasks().open());
            List<Conflict> conflicts = Conflicts.all(hospital);
            if (facts.oneIn(3) && !holders.isEmpty()) {
                return byHand(holders.get(0));
            }
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
                return task.status().begun() ? new FinishTask(task.id(), facts.oneIn(2)) : new StartTask(task.id());
            }
            if (!holders.isEmpty()) {
                return facts.oneIn(2) ? new MarkRoomLeft(holders.get(0), bed) : new ReleaseRoom(bed);
            }
            return switch (facts.random().nextInt(8)) {
                case 0 -> new CloseBed(bed, CloseReason.REPAIR, null);
                case 1 -> new OpenBed(bed);
                case 2 -> new ReserveBed(bed, now.plus(Duration.ofHours(1)), null, null);
                case 3 -> new EndReservation(bed);
                case 4, 5, 6 -> placement(bed, now);
                default -> new MarkBedMade(bed);
            };
        }

        /** About who waits for a bed. */
        private Command placement(BedId bed, Instant now) {
            List<Request> open = List.copyOf(story.hospital().requests().open());
            StayId someone = Facts.stay(facts.oneIn(2) ? "anna" : "bo");
            if (open.isEmpty() || facts.oneIn(4)) {
                return new RequestBed(someone, new WardId("MED"), new TreeSet<>(), null, null);
            }
            RequestId request = open.get(facts.random().nextInt(open.size())).id();
            return switch (facts.random().nextInt(5)) {
                case 0 -> new AcceptRequest(request);
                case 1 -> new DeclineRequest(request, DeclineReason.STAFFING);
                case 2 -> new WithdrawRequest(someone, null);
                case 3 -> new SwapReservations(bed, Facts.bed("SUR-1"));
                default ->
                    new ReserveBed(
                            bed, now.plus(Duration.ofHours(1)), null, request, "why", null, null, facts.oneIn(3));
            };
        }

        private Command byHand(StayId stay) {
            return switch (facts.random().nextInt(4)) {
                case 0 -> new AssignNurse(stay, facts.oneIn(4) ? null : new Said<>(staff("ingrid")));
                case 1 -> new SetIsolation(stay, facts.oneIn(4) ? null : new Said<>(Isolation.AIRBORNE));
                case 2 -> new UseCorridorPlace(stay, facts.oneIn(4) ? null : bed("MED-K"));
                default -> new ExpectDischarge(stay, new Said<>(new DischargeDay(null, now.plusSeconds(3600))));
            };
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
