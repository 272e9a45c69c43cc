/** The product's forecast held against simulated days that it had not seen. */
@NullMarked
package flyt.simulator.lab.forecast;

import org.jspecify.annotations.NullMarked;
