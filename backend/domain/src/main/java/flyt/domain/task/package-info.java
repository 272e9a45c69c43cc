/** Work to be done: cleaning first. Not what made it necessary. */
@NullMarked
package flyt.domain.task;

import org.jspecify.annotations.NullMarked;
