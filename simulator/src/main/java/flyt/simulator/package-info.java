/** What one starts: the simulator on its own, and the demo. The parts are in the packages below. */
@NullMarked
package flyt.simulator;

import org.jspecify.annotations.NullMarked;
