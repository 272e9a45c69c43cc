/**
 * How many are needed when, and the shifts of legal length that cover it at least hours, found by a solver.
 *
 * <p>Half hours of a week count from Monday 00:00, 0 to 335; a week begins anew after Sunday.
 */
@NullMarked
package flyt.simulator.lab.roster;

import org.jspecify.annotations.NullMarked;
