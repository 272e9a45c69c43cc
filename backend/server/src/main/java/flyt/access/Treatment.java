package flyt.access;

import flyt.access.Principal.Person;
import flyt.domain.place.WardId;
import org.jspecify.annotations.Nullable;

/**
 * The treatment relation, as the table of roles has it: whoever may see the names of a ward's patients on its board today treats them,
 * by a role that reaches there or by a relation taken in an emergency. Pure.
 */
public final class Treatment {
    private Treatment() {}

    /**
     * The ward whose patients of today somebody treats, where rows are of one ward's patients; null: they treat nobody there.
     *
     * @param zone of that ward; null: it has none, or it is not known
     */
    public static @Nullable WardId in(Principal who, Shown shown, String hospital, @Nullable String zone) {
        Where where = shown.where(zone);
        String ward = where.ward();
        boolean treats = who instanceof Person
                && ward != null
                && shown.tellsOfPatients()
                && RoleTable.verdict(who, View.WARD, hospital, where, View.LEVEL_MAX)
                        .isAllowed();
        return treats ? new WardId(ward) : null;
    }
}
