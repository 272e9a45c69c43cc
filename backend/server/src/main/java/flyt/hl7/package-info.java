/** What those who take HL7 v2 and those who send it have in common: frames, and a line to somebody who listens. */
@NullMarked
@CheckReturnValue
package flyt.hl7;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
