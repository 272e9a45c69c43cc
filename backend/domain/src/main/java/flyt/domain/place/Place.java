package flyt.domain.place;

import org.jspecify.annotations.Nullable;

/**
 * Where a patient is placed: a bed in a ward, or a ward without a bed (in the emergency department's corridor, in theatre
 * without a held bed). PV1-3 {@code LUN^LUN-301^LUN-301}; an empty PV1-3.3 gives a place without a bed.
 *
 * @param ward the ward; it and the bed may be unknown to the hospital's definition, which is then a conflict
 */
public record Place(WardId ward, @Nullable BedId bed) {

    /** In the ward, but in no bed. */
    public static Place withoutBed(WardId ward) {
        return new Place(ward, null);
    }
}
