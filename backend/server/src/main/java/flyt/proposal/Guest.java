package flyt.proposal;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import flyt.proposal.Waiting.Seat;
import org.jspecify.annotations.Nullable;

/** One who waits, as the solver sees them: gets a bed or none. */
@PlanningEntity
public class Guest {

    private int index;

    @PlanningVariable(allowsUnassigned = true)
    private @Nullable Seat seat;

    /** For the solver. */
    public Guest() {}

    Guest(int index, @Nullable Seat seat) {
        this.index = index;
        this.seat = seat;
    }

    int index() {
        return index;
    }

    @Nullable
    Seat seat() {
        return seat;
    }
}
