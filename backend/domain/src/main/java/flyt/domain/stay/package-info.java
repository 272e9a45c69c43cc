/** Admission, movement, leave, discharge and what a discharge waits for. Not the state of beds, nor work on them. */
@NullMarked
package flyt.domain.stay;

import org.jspecify.annotations.NullMarked;
