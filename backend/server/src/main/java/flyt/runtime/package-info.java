/**
 * Hospitals at work: the one writer of each, the desk that finds it, their clocks, their past. What a hospital decides is the
 * domain's; what rows look like is the board's; how bytes come in and go out is the adapters'.
 */
@NullMarked
package flyt.runtime;

import org.jspecify.annotations.NullMarked;
