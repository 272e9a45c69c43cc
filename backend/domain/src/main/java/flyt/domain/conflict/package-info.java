/** What does not fit together, as a view of the state, and what people said about it. */
@NullMarked
package flyt.domain.conflict;

import org.jspecify.annotations.NullMarked;
