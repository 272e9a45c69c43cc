/**
 * The porters of a demonstration: people with accounts and phones of their own, who do what waits in the porters' queue by the same
 * requests as the phone's page. The policy laboratory knows nothing of them.
 */
@NullMarked
@CheckReturnValue
package flyt.simulator.porters;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
