package flyt.proposal;

import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.heuristic.selector.move.composite.UnionMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.ChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.SwapMoveSelectorConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import ai.timefold.solver.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Asks the solver for beds for all who wait, beginning with what one would do by hand, so that it is never worse. The same question
 * has the same answer unless the time runs out first. Loads the solver when it is first called; not for an event loop.
 */
public final class Search {
    /*
     * To give somebody the bed that they alone can have, whoever has it must first take a worse one. Annealing goes through
     * such plans; late acceptance, which the rosters use, never left the first one where few wait. How warm: about what a better bed
     * is worth.
     */
    private static final String WARMTH = "0hard/100soft";

    private static final long AGAIN_MS = 100;

    private Search() {}

    /**
     * The best plan found.
     *
     * @param moves to try
     * @param most how long it may take
     */
    public static Plan of(Waiting waiting, int moves, Duration most) {
        if (waiting.size() == 0 || waiting.seats().isEmpty()) {
            return Plan.greedy(waiting);
        }
        Solver<Seating> solver = SolverFactory.<Seating>create(config(moves)).buildSolver();
        // a limit of time among the solver's own would cool it by the clock, and no two searches would be the same
        AtomicBoolean done = new AtomicBoolean();
        endAfter(most.toMillis(), solver, done);
        Seating found = solver.solve(new Seating(waiting, Plan.oneByOne(waiting)));
        done.set(true);
        return Plan.of(waiting, found.given());
    }

    /** Says so until it has ended: a search that has not begun yet does not hear. */
    private static void endAfter(long millis, Solver<Seating> solver, AtomicBoolean done) {
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS).execute(() -> {
            if (!done.get()) {
                boolean first = solver.terminateEarly();
                endAfter(AGAIN_MS, solver, done);
            }
        });
    }

    private static SolverConfig config(int moves) {
        return new SolverConfig()
                .withSolutionClass(Seating.class)
                .withEntityClasses(Guest.class)
                .withScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(Seating.Score.class))
                .withPhases(new LocalSearchPhaseConfig()
                        .withAcceptorConfig(
                                new LocalSearchAcceptorConfig().withSimulatedAnnealingStartingTemperature(WARMTH))
                        .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1))
                        .withMoveSelectorConfig(new UnionMoveSelectorConfig()
                                .withMoveSelectors(new ChangeMoveSelectorConfig(), new SwapMoveSelectorConfig()))
                        .withTerminationConfig(new TerminationConfig().withMoveCountLimit((long) moves)));
    }
}
