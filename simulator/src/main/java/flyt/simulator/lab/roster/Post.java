package flyt.simulator.lab.roster;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import org.jspecify.annotations.Nullable;

/** A place in the roster of one weekday, that has hours or is not needed. The solver decides which. */
@PlanningEntity
public class Post {

    private int day;

    @PlanningVariable(allowsUnassigned = true)
    private @Nullable Hours hours;

    /** For the solver. */
    public Post() {}

    Post(int day) {
        this.day = day;
    }

    /** The weekday, 0 Monday. */
    public int day() {
        return day;
    }

    /** Null: this place is not needed. */
    public @Nullable Hours hours() {
        return hours;
    }
}
