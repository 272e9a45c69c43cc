package flyt.proposal;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import ai.timefold.solver.core.api.score.calculator.IncrementalScoreCalculator;
import flyt.domain.placement.Sex;
import flyt.proposal.Waiting.Seat;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Those who wait as the solver sees them: each gets a bed or none. */
@PlanningSolution
public class Seating {

    private @Nullable Waiting waiting;

    @ValueRangeProvider
    private List<Seat> seats = List.of();

    @PlanningEntityCollectionProperty
    private List<Guest> guests = new ArrayList<>();

    @PlanningScore
    private @Nullable HardSoftLongScore score;

    /** For the solver. */
    public Seating() {}

    /** {@code given}: where the search begins. */
    Seating(Waiting waiting, @Nullable Seat[] given) {
        this.waiting = waiting;
        this.seats = waiting.seats();
        for (int i = 0; i < given.length; i++) {
            guests.add(new Guest(i, given[i]));
        }
    }

    @Nullable
    Seat[] given() {
        return guests.stream().map(Guest::seat).toArray(Seat[]::new);
    }

    /** No bed for two, none that does not suit, no room for both sexes; then as much worth as can be. Follows each move. */
    public static class Score implements IncrementalScoreCalculator<Seating, HardSoftLongScore> {

        private @Nullable Waiting waiting;
        private int[] in = new int[0];
        private int[][] rooms = new int[0][];
        private long faults;
        private long worth;

        /** For the solver. */
        public Score() {}

        @Override
        public void resetWorkingSolution(Seating seating) {
            waiting = seating.waiting;
            in = new int[seating.seats.size()];
            int last = seating.seats.stream().mapToInt(Seat::room).max().orElse(-1);
            rooms = new int[last + 1][Sex.values().length];
            faults = 0;
            worth = 0;
            seating.guests.forEach(guest -> count(guest, 1));
        }

        @Override
        public void beforeVariableChanged(Object entity, String variableName) {
            count((Guest) entity, -1);
        }

        @Override
        public void afterVariableChanged(Object entity, String variableName) {
            count((Guest) entity, 1);
        }

        private void count(Guest guest, int more) {
            Seat seat = guest.seat();
            if (seat == null || waiting == null) {
                return;
            }
            int value = waiting.worth(guest.index(), seat.index());
            if (value == Waiting.NEVER) {
                faults += more;
            } else {
                worth += (long) more * value;
            }
            faults -= StrictMath.max(0, in[seat.index()] - 1);
            in[seat.index()] += more;
            faults += StrictMath.max(0, in[seat.index()] - 1);
            Sex sex = waiting.sexOf(guest.index());
            if (seat.room() >= 0 && sex != null) {
                int[] room = rooms[seat.room()];
                faults -= StrictMath.min(room[0], room[1]);
                room[sex.ordinal()] += more;
                faults += StrictMath.min(room[0], room[1]);
            }
        }

        @Override
        public void beforeEntityAdded(Object entity) {}

        @Override
        public void afterEntityAdded(Object entity) {}

        @Override
        public void beforeEntityRemoved(Object entity) {}

        @Override
        public void afterEntityRemoved(Object entity) {}

        @Override
        public HardSoftLongScore calculateScore() {
            return HardSoftLongScore.of(-faults, worth);
        }
    }
}
