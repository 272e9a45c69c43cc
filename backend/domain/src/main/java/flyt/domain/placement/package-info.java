/** Who waits for a bed, which ward was asked and what it said, and which bed suits whom. Which bed is promised stands in {@code bed}. */
@NullMarked
package flyt.domain.placement;

import org.jspecify.annotations.NullMarked;
