/** When each sending system was last heard. */
@NullMarked
package flyt.domain.feed;

import org.jspecify.annotations.NullMarked;
