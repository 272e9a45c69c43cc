package flyt.domain.task;

import flyt.domain.stay.Isolation;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What kind of clean a room needs (domain 2.8, 3.6). */
public enum CleaningKind {
    STANDARD,
    CONTACT,
    CONTACT_CHLORINE,
    DROPLET,
    AIRBORNE,
    PROTECTIVE,
    SPILL,
    DAILY;

    /** The clean that a room demands after a patient with this isolation, or with none. */
    public static CleaningKind after(@Nullable Isolation isolation) {
        if (isolation == null) {
            return STANDARD;
        }
        return switch (isolation) {
            case CONTACT -> CONTACT;
            case CONTACT_CHLORINE -> CONTACT_CHLORINE;
            case DROPLET -> DROPLET;
            case AIRBORNE -> AIRBORNE;
            case PROTECTIVE -> PROTECTIVE;
        };
    }

    /** Whether a room that needs the other kind is clean after this one. */
    public boolean covers(CleaningKind needed) {
        if (this == needed) {
            return true;
        }
        if (this == DAILY || this == SPILL) {
            return false;
        }
        return switch (needed) {
            case CONTACT, DROPLET -> this == CONTACT_CHLORINE || this == AIRBORNE;
            case CONTACT_CHLORINE, AIRBORNE -> false;
            case STANDARD, PROTECTIVE, SPILL, DAILY -> true;
        };
    }

    /** The kind's id in a rule set, {@code clean-contact-chlorine}. */
    public String kind() {
        return "clean-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is an infection clean (smittevask), for trained people. */
    public boolean infection() {
        return this == CONTACT || this == CONTACT_CHLORINE || this == DROPLET || this == AIRBORNE;
    }
}
