/**
 * What the product costs, always beside a bare path that does the least one could do, in the same
 * run; only ratios are worth keeping. See {@code docs/benchmarks.md}.
 *
 * <p>Belongs here: both sides, their clients, the proof that nothing was lost. Does not belong
 * here: absolute goals, and the simulated hospital's own measures ({@code check}).
 */
@NullMarked
package flyt.simulator.bench;

import org.jspecify.annotations.NullMarked;
