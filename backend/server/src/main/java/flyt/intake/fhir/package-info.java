/**
 * The FHIR R4 door: {@code /fhir/{hospital}}. What is asked and answered goes over HTTP as resources; who may is decided as for
 * every other door, and whatever goes wrong is told as an OperationOutcome.
 */
@NullMarked
@CheckReturnValue
package flyt.intake.fhir;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
