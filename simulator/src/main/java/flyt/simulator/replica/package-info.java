/** A hospital as a server would know it, told by the simulated systems but without a server. */
@NullMarked
package flyt.simulator.replica;

import org.jspecify.annotations.NullMarked;
