/**
 * Those who place patients in a demonstration: a bed manager who finds beds, and wards that say yes, no, or nothing in time. The policy
 * laboratory knows nothing of them.
 */
@NullMarked
@CheckReturnValue
package flyt.simulator.placing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
