/** Work to be done, who has it, and where it stands in the queue. Not what made it necessary. */
@NullMarked
package flyt.domain.task;

import org.jspecify.annotations.NullMarked;
