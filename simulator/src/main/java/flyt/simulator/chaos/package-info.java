/**
 * Proof that nothing is lost: real server processes, killed under load, and the audit of what is left. What a hospital does all
 * day is the simulated hospital's; here reports are only many, small and counted.
 */
@NullMarked
package flyt.simulator.chaos;

import org.jspecify.annotations.NullMarked;
