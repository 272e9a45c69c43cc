/** Who is responsible this shift, and how heavy the care is. */
@NullMarked
package flyt.domain.staff;

import org.jspecify.annotations.NullMarked;
