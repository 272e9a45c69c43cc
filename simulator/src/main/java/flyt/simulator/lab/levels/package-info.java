/** How often a set of thresholds calls for each level of preparedness, in ordinary weeks and when a hospital is short of beds. */
@NullMarked
package flyt.simulator.lab.levels;

import org.jspecify.annotations.NullMarked;
