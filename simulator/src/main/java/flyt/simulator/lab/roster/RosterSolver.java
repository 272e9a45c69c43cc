package flyt.simulator.lab.roster;

import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicPhaseConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.composite.UnionMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.ChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.RuinRecreateMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.SwapMoveSelectorConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import ai.timefold.solver.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.util.ArrayList;
import java.util.List;

/** Asks the solver for a week's shifts. The same question has the same answer. */
public final class RosterSolver {

    /** By day and in the evening 7.5 or 8 hours from 06:00 to 16:00 on; at night 8 to 10 hours from 20:00 to 23:00 on. */
    public static final List<Hours> LEGAL = legal();

    /*
     * Tried on the need of three by day and one otherwise, 280 hours a week, each for four seconds: hill climbing 353 hours, late
     * acceptance over 5 steps 359, over 50 steps 315, and with ruin and recreate moves beside it 311, which 5,000 steps bring to
     * 286.
     */
    private static final int LATE = 50;

    private static final int RUINED = 6;

    private RosterSolver() {}

    private static List<Hours> legal() {
        List<Hours> hours = new ArrayList<>();
        for (int from = 12; from <= 32; from++) {
            hours.add(new Hours(from, 15));
            hours.add(new Hours(from, 16));
        }
        for (int from = 40; from <= 46; from++) {
            for (int length = 16; length <= 20; length++) {
                hours.add(new Hours(from, length));
            }
        }
        return List.copyOf(hours);
    }

    private static UnionMoveSelectorConfig moves() {
        return new UnionMoveSelectorConfig()
                .withMoveSelectors(
                        new ChangeMoveSelectorConfig(),
                        new SwapMoveSelectorConfig(),
                        new RuinRecreateMoveSelectorConfig()
                                .withMinimumRuinedCount(2)
                                .withMaximumRuinedCount(RUINED));
    }

    /**
     * The places that are needed, with their hours.
     *
     * @param needed how many in each half hour of the week
     * @param steps of the search; more may find fewer hours
     * @throws IllegalStateException when so many steps do not suffice to cover it
     */
    public static List<Post> solve(int[] needed, int steps) {
        List<Post> posts = new ArrayList<>();
        for (int day = 0; day < 7; day++) {
            int halfHours = 0;
            for (int i = 0; i < 48; i++) {
                halfHours += needed[day * 48 + i];
            }
            for (int i = 0; i < halfHours / 10 + 5; i++) {
                posts.add(new Post(day));
            }
        }
        SolverConfig config = new SolverConfig()
                .withSolutionClass(Cover.class)
                .withEntityClasses(Post.class)
                .withScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(Cover.Score.class))
                .withPhases(
                        new ConstructionHeuristicPhaseConfig(),
                        new LocalSearchPhaseConfig()
                                .withAcceptorConfig(new LocalSearchAcceptorConfig().withLateAcceptanceSize(LATE))
                                .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1))
                                .withMoveSelectorConfig(moves())
                                .withTerminationConfig(new TerminationConfig().withStepCountLimit(steps)));
        Cover cover = SolverFactory.<Cover>create(config).buildSolver().solve(new Cover(needed, LEGAL, posts));
        if (!cover.covers()) {
            throw new IllegalStateException("no cover found in " + steps + " steps");
        }
        return cover.posts().stream().filter(post -> post.hours() != null).toList();
    }
}
