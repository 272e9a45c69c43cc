package flyt.domain.stay;

import org.jspecify.annotations.Nullable;

/** What precautions a patient needs (domain 3.6). Only airborne isolation makes the room wait for an air change. */
public enum Isolation {
    CONTACT,
    CONTACT_CHLORINE,
    DROPLET,
    AIRBORNE,
    PROTECTIVE;

    /** Whether others must be protected from what the patient carries; a protected patient is not contagious. */
    public boolean contagious() {
        return this != PROTECTIVE;
    }

    /** The one that asks more of a room that has both behind it; either may be null: none. */
    public static @Nullable Isolation stricter(@Nullable Isolation one, @Nullable Isolation other) {
        return demand(one) >= demand(other) ? one : other;
    }

    private static int demand(@Nullable Isolation isolation) {
        if (isolation == null) {
            return 0;
        }
        return switch (isolation) {
            case PROTECTIVE -> 1;
            case DROPLET -> 2;
            case CONTACT -> 3;
            case CONTACT_CHLORINE -> 4;
            case AIRBORNE -> 5;
        };
    }
}
