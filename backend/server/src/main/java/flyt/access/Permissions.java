package flyt.access;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * One row of {@link RoleTable}: what a role may see, each view up to a level, and do.
 *
 * @param sees views without levels have level 1
 */
record Permissions(Map<View, Integer> sees, Set<Deed> does) {
    Permissions {
        sees = Collections.unmodifiableMap(sees);
        does = Collections.unmodifiableSet(does);
    }

    /** Nothing yet. */
    static Permissions none() {
        return new Permissions(new EnumMap<>(View.class), EnumSet.noneOf(Deed.class));
    }

    /** And the ward board up to this level. */
    Permissions ward(int level) {
        return seeing(View.WARD, level);
    }

    /** And these views. */
    Permissions sees(View... views) {
        Permissions more = this;
        for (View view : views) {
            more = more.seeing(view, 1);
        }
        return more;
    }

    /** And these deeds. */
    Permissions does(Deed... deeds) {
        Set<Deed> more = EnumSet.noneOf(Deed.class);
        more.addAll(does);
        more.addAll(Set.of(deeds));
        return new Permissions(sees, more);
    }

    private Permissions seeing(View view, int level) {
        Map<View, Integer> more = new EnumMap<>(View.class);
        more.putAll(sees);
        more.put(view, level);
        return new Permissions(more, does);
    }
}
