package flyt.access;

import org.jspecify.annotations.Nullable;

/**
 * A treatment relation that somebody took in an emergency, while it holds: to all of a ward, or to one stay.
 *
 * @param ward its id; null: to a stay
 * @param visit the stay's visit number; null: to a ward
 */
public record Emergency(String hospital, @Nullable String ward, @Nullable String visit) {

    /** Whether it opens this place of this hospital. */
    boolean covers(String otherHospital, Where where) {
        return hospital.equals(otherHospital)
                && (ward == null ? visit != null && visit.equals(where.visit()) : ward.equals(where.ward()));
    }
}
