/** Who is on duty to do tasks, and by which rules work is handed to them. */
@NullMarked
package flyt.domain.duty;

import org.jspecify.annotations.NullMarked;
