/**
 * Whether a simulated hospital behaves like a real one: figures measured on a run, and their ranges.
 *
 * <p>Belongs here: measuring and judging. Does not belong here: anything that changes the run.
 */
@NullMarked
package flyt.simulator.check;

import org.jspecify.annotations.NullMarked;
