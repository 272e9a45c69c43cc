/** The server put together: {@link flyt.Main} is the only class that knows all its parts. */
@NullMarked
package flyt;

import org.jspecify.annotations.NullMarked;
