/** Whether a bed may be used and how clean it is. Who lies in it is the stay's. */
@NullMarked
package flyt.domain.bed;

import org.jspecify.annotations.NullMarked;
