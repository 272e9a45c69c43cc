package flyt.intake.hl7;

import flyt.domain.place.BedId;
import flyt.domain.place.Places;
import flyt.domain.place.WardId;
import org.jspecify.annotations.Nullable;

/**
 * A place that a message named.
 *
 * @param said in the usual delimiters, {@code LUN^301^1}
 * @param found what was made of it
 */
record PlaceSaid(String said, PlaceRule.Found found) {

    /** Whether the hospital has it, by the same measure as its conflicts: a ward, and a bed where one is named; else a room. */
    boolean isAmong(Places places) {
        String ward = found.ward();
        String bed = found.bed();
        boolean roomAlone = ward == null && bed == null;
        return (!roomAlone || isRoom(found.room(), places))
                && (ward == null || places.ward(new WardId(ward)) != null)
                && (bed == null || places.bed(new BedId(bed)) != null);
    }

    private static boolean isRoom(@Nullable String room, Places places) {
        return places.beds().stream()
                .anyMatch(place ->
                        place.room() != null && place.room().id().value().equals(room));
    }
}
