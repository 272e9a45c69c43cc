/**
 * FHIR R4: the library that reads and writes it, and what of a hospital is said in it. Nothing of it is loaded before it is first
 * asked for.
 */
@NullMarked
@CheckReturnValue
package flyt.fhir;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
