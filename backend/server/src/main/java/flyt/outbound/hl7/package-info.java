/** Receivers that speak HL7 v2 over MLLP: bed statuses (ADT^A20) and what became of work (ORM^O01). Nothing in them is of a person. */
@NullMarked
@CheckReturnValue
package flyt.outbound.hl7;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
