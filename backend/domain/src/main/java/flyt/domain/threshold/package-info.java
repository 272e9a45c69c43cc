/**
 * Figures that must not pass a limit unnoticed: which rules watch them, how each stands, who answered, the hospital's pressure level and
 * the count of corridor patients at 07:00. How a figure is measured in a hospital is not here.
 */
@NullMarked
package flyt.domain.threshold;

import org.jspecify.annotations.NullMarked;
