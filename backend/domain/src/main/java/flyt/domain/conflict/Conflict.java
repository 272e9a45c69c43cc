package flyt.domain.conflict;

import flyt.domain.event.Id;
import flyt.domain.place.BedId;
import flyt.domain.stay.StayId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that does not fit, as the state shows it now. It is never stored: when the facts settle, it is gone.
 *
 * @param id the same for the same conflict at any time: {@code bed-taken/LUN-301}
 * @param since when it began, where that can be told
 * @param settle how a person can settle it
 */
public record Conflict(
        Key id, Type type, @Nullable BedId bed, List<StayId> stays, @Nullable Instant since, List<Settlement> settle) {

    public Conflict {
        stays = List.copyOf(stays);
        settle = List.copyOf(settle);
    }

    /** What names a conflict: its type, whom or what it is about and, where one can follow another, which one it is. */
    public record Key(String value) implements Id, Comparable<Key> {
        public Key {
            value = Id.checked(value, "conflict");
        }

        /** The name: {@code cancels-nothing/V100/pas/m2}; {@code which} is empty where there is only ever one. */
        public static Key of(Type type, Id subject, String which) {
            String name = type.name().toLowerCase(Locale.ROOT).replace('_', '-');
            return new Key(name + "/" + subject.value() + (which.isEmpty() ? "" : "/" + which));
        }

        /** Whether it is about this stay or bed. */
        boolean isAbout(Id subject) {
            String rest = value.substring(value.indexOf('/') + 1);
            return rest.equals(subject.value()) || rest.startsWith(subject.value() + "/");
        }

        @Override
        public int compareTo(Key other) {
            return value.compareTo(other.value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** What does not fit. */
    public enum Type {
        /** Two who do not share it on purpose hold one bed. */
        BED_TAKEN,
        /** A patient is placed in a ward or bed that the hospital's definition does not know. */
        UNKNOWN_PLACE,
        /** Facts came about a stay that nobody has admitted, registered or announced. */
        UNKNOWN_STAY,
        /** A cancellation names something that has not been told. */
        CANCELS_NOTHING,
        /** A patient is placed in a bed that is closed. */
        PLACED_IN_CLOSED_BED,
        /** A patient was moved, it is told, after having been discharged. */
        MOVED_AFTER_DISCHARGE
    }

    /** How a person settles a conflict. */
    public enum Settlement {
        /** They share the bed on purpose. */
        SHARE_BED,
        /** One of them is in the ward without a bed. */
        WITHOUT_BED,
        /** One of them has been discharged. */
        DISCHARGE,
        /** The patient had not been discharged. */
        NOT_DISCHARGED,
        /** It is as it should be; do not show it again. */
        KEEP
    }
}
