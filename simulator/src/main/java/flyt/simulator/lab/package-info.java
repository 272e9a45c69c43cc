/**
 * The policy laboratory: one recorded demand, met in virtual time under different policies and rosters.
 *
 * <p>Belongs here: recording and reading demand, running it, measuring, reporting. Does not belong here: what comes first and who
 * is the right one for it, which is {@link flyt.domain.priority} and called, never copied.
 */
@NullMarked
package flyt.simulator.lab;

import org.jspecify.annotations.NullMarked;
