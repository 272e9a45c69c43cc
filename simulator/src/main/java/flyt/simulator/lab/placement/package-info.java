/** How much better the solver places those who wait than one does by hand. */
@NullMarked
package flyt.simulator.lab.placement;

import org.jspecify.annotations.NullMarked;
