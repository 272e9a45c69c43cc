/**
 * What the simulated hospital's systems tell Flyt, and how it travels: reports, delays, faults, HTTP.
 *
 * <p>Belongs here: the wire. Does not belong here: what happens in the hospital.
 */
@NullMarked
package flyt.simulator.traffic;

import org.jspecify.annotations.NullMarked;
