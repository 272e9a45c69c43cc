/**
 * People of a demonstration who are not at the keyboard: they have accounts and browsers of their own, and look and wish by the same
 * requests as our pages.
 */
@NullMarked
@CheckReturnValue
package flyt.simulator.staff;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
