/**
 * Telling those who have subscribed in FHIR: notifications to their addresses, in the order of their numbers, for as long as it
 * takes. The member that writes a hospital tells its subscribers.
 */
@NullMarked
@CheckReturnValue
package flyt.outbound.fhir;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
