/**
 * The HTTP door: reading reports, commands and definitions strictly, answering with outcomes, rows, pages and problems. What a
 * hospital makes of what it is told is asked of {@link flyt.runtime.Hospitals}; nothing is decided here.
 */
@NullMarked
package flyt.intake.http;

import org.jspecify.annotations.NullMarked;
