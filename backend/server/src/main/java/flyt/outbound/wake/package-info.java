/**
 * Web Push (RFC 8030) without contents, for a phone that sleeps while work is offered to it: it says that there is something, and
 * nothing of what. The member that writes a hospital wakes its people.
 */
@NullMarked
@CheckReturnValue
package flyt.outbound.wake;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
