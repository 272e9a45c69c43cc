package flyt.domain.capacity;

import org.jspecify.annotations.Nullable;

/**
 * A share of beds in use, and which share it is: the same word means several things (domain 3.1).
 *
 * @param above patients; extra places are in it, so it may be more than what is below
 * @param below beds; closed ones are not in it
 */
public record Occupancy(Definition definition, long above, long below) {

    /** What is divided by what. */
    public enum Definition {
        /** Patients with a bed now by staffed open beds now. */
        LIVE,
        /** The same with who is on the way within four hours, without who leaves by then. */
        COMMITTED
    }

    /** Now. */
    public static Occupancy live(Counts counts) {
        return new Occupancy(Definition.LIVE, counts.of(Count.IN_BED), counts.of(Count.STAFFED));
    }

    /** In four hours, by what is settled. */
    public static Occupancy committed(Counts counts) {
        return new Occupancy(
                Definition.COMMITTED,
                (long) counts.of(Count.IN_BED) + counts.of(Count.COMING) - counts.of(Count.GOING),
                counts.of(Count.STAFFED));
    }

    /** The share, 1 for full; null where there is no bed to be in. */
    public @Nullable Double share() {
        return below == 0 ? null : (double) above / below;
    }
}
