/**
 * FHIR R4 coming in: resources become the same reports and commands as those that come by HTTP and HL7 v2. A resource says how
 * things are, a report what happened: what happened follows from comparing it with what its sender has told before.
 */
@NullMarked
@CheckReturnValue
package flyt.intake.fhir.in;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
