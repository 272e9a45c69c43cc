/**
 * What goes out to other systems. The journal is the queue: for each receiver there is a position in it, kept in the database,
 * behind which everything is settled. What to say of an event and how to carry it is the receiver's own; order, repeats, pauses
 * and what was refused are the same for all. The member that writes a hospital tells its receivers.
 */
@NullMarked
@CheckReturnValue
package flyt.outbound;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
