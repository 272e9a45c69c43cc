/** What every change has in common: its header, its message, its actor. No capability's own words belong here. */
@NullMarked
package flyt.domain.event;

import org.jspecify.annotations.NullMarked;
