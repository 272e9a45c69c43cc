/**
 * What really was in the simulated hospital at a moment, and whether a server says the same.
 *
 * <p>Belongs here: recording the truth, reading it back, comparing. Does not belong here: how it was told.
 */
@NullMarked
package flyt.simulator.truth;

import org.jspecify.annotations.NullMarked;
