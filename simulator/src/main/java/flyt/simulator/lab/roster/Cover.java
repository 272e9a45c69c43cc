package flyt.simulator.lab.roster;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.buildin.hardsoft.HardSoftScore;
import ai.timefold.solver.core.api.score.calculator.IncrementalScoreCalculator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A week's roster as the solver sees it: places that get hours, so that each half hour has as many as it needs. */
@PlanningSolution
public class Cover {

    private int[] needed = new int[0];

    @ValueRangeProvider
    private List<Hours> hours = List.of();

    @PlanningEntityCollectionProperty
    private List<Post> posts = new ArrayList<>();

    @PlanningScore
    private @Nullable HardSoftScore score;

    /** For the solver. */
    public Cover() {}

    Cover(int[] needed, List<Hours> hours, List<Post> posts) {
        this.needed = needed.clone();
        this.hours = List.copyOf(hours);
        this.posts = new ArrayList<>(posts);
    }

    /** The places, those that are not needed among them. */
    List<Post> posts() {
        return posts;
    }

    /** Whether no half hour lacks anybody. */
    boolean covers() {
        return score != null && score.hardScore() == 0;
    }

    /** Nobody missing first, then as few hours as can be; kept up to date as the solver tries one place after the other. */
    public static class Score implements IncrementalScoreCalculator<Cover, HardSoftScore> {

        private int[] needed = new int[0];
        private int[] present = new int[0];
        private int shortage;
        private int paid;

        /** For the solver. */
        public Score() {}

        @Override
        public void resetWorkingSolution(Cover cover) {
            needed = cover.needed;
            present = new int[needed.length];
            shortage = Arrays.stream(needed).sum();
            paid = 0;
            cover.posts.forEach(post -> count(post, 1));
        }

        @Override
        public void beforeVariableChanged(Object entity, String variableName) {
            count((Post) entity, -1);
        }

        @Override
        public void afterVariableChanged(Object entity, String variableName) {
            count((Post) entity, 1);
        }

        private void count(Post post, int more) {
            Hours worked = post.hours();
            for (int i = 0; worked != null && i < worked.length(); i++) {
                int at = worked.at(post.day(), i);
                shortage -= Math.max(0, needed[at] - present[at]);
                present[at] += more;
                shortage += Math.max(0, needed[at] - present[at]);
                paid += more;
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
        public HardSoftScore calculateScore() {
            return HardSoftScore.of(-shortage, -paid);
        }
    }
}
