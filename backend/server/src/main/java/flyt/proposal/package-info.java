/** What would help those who wait for a bed most: a bed for each at once, and the clean or discharge that frees one. Never done without a person. */
@NullMarked
package flyt.proposal;

import org.jspecify.annotations.NullMarked;
