package flyt.intake.hl7;

import flyt.domain.place.BedId;
import flyt.domain.place.Places;
import flyt.domain.place.WardId;

/**
 * A place that a message named.
 *
 * @param said in the usual delimiters, {@code LUN^301^1}
 * @param found what was made of it
 */
record PlaceSaid(String said, PlaceRule.Found found) {

    /** Whether the hospital has it, by the same measure as its conflicts: a ward, and a bed where one is named. */
    boolean isAmong(Places places) {
        String ward = found.ward();
        String bed = found.bed();
        return (ward == null || places.ward(new WardId(ward)) != null)
                && (bed == null || places.bed(new BedId(bed)) != null);
    }
}
