package flyt.domain.threshold;

import flyt.domain.place.WardId;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a figure was when it was measured.
 *
 * @param ward null: of the whole hospital
 * @param value to one decimal; null: it is not known any more
 */
public record Reading(Figure figure, @Nullable WardId ward, @Nullable Double value) implements Comparable<Reading> {
    private static final Comparator<Reading> ORDER = Comparator.comparing(Reading::figure)
            .thenComparing(Reading::ward, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** Whether both are of the same figure in the same place. */
    boolean isOfSame(Reading other) {
        return ORDER.compare(this, other) == 0;
    }

    /** By figure and place, the whole hospital first. */
    @Override
    public int compareTo(Reading other) {
        return ORDER.compare(this, other);
    }
}
