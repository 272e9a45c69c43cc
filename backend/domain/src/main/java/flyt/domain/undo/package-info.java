/** What a person's command changed, kept for the seconds in which it can be undone. How it is put back is the hospital's. */
@NullMarked
package flyt.domain.undo;

import org.jspecify.annotations.NullMarked;
