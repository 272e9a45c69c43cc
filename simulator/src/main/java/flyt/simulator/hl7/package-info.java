/** The simulated hospital's systems as senders of HL7 v2 over MLLP, each in its own dialect, with faults on the wire where asked for. */
@NullMarked
@CheckReturnValue
package flyt.simulator.hl7;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
