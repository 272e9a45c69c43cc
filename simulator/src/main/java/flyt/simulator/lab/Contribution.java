package flyt.simulator.lab;

import java.util.ArrayList;
import java.util.List;

/**
 * What one change contributes: a result beside the one that differs from it in one thing, run by run.
 *
 * @param change in words, {@code known at once}
 */
record Contribution(String change, Study.Result before, Study.Result after) {

    private static final List<String> CHANGES = List.of("known at once", "pooled", "by need");

    /** Those of the steps that the study has both ends of. */
    static List<Contribution> of(Study study) {
        List<Contribution> all = new ArrayList<>();
        for (int i = 1; i < Policy.STEPS.size(); i++) {
            String before = Policy.STEPS.get(i - 1).name();
            String after = Policy.STEPS.get(i).name();
            if (study.has(before) && study.has(after)) {
                all.add(new Contribution(CHANGES.get(i - 1), study.result(before), study.result(after)));
            }
        }
        return all;
    }

    /** How much less of it there is than before; below 0 it is more. */
    Interval saves(Figure figure) {
        return before.beyond(after, figure);
    }
}
