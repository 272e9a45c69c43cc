/**
 * How much room a hospital has: what is counted of its beds and patients, and the occupancy that follows, always with the
 * definition it follows by (domain 3.1).
 *
 * <p>It stands above {@link flyt.domain.Hospital} and looks at the whole; nothing below knows of it. What will be is in {@code
 * forecast}; who is put where is a rule of {@code bed}.
 */
@NullMarked
package flyt.domain.capacity;

import org.jspecify.annotations.NullMarked;
