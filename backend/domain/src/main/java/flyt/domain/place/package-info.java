/** What a hospital is made of: wards, clusters, rooms, beds, its clock and its day. Not who lies where. */
@NullMarked
package flyt.domain.place;

import org.jspecify.annotations.NullMarked;
