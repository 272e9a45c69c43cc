/**
 * HL7 v2 over MLLP: frames, messages, acknowledgements, and what each message reports. It has no picture of the hospital of its
 * own: a message becomes the same reports that come in over HTTP, and goes the same way.
 */
@NullMarked
@CheckReturnValue
package flyt.intake.hl7;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
