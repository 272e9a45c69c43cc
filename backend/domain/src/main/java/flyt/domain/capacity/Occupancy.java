package flyt.domain.capacity;

import org.jspecify.annotations.Nullable;

/**
 * A share of beds in use, and which share it is: the same word means several things (domain 3.1).
 *
 * @param above patients, or over several nights bed-days; extra places are in it, so it may be more than what is below
 * @param below beds; closed ones are not in it
 */
public record Occupancy(Definition definition, long above, long below) {

    /** What is divided by what. */
    public enum Definition {
        /** Patients with a bed now by staffed open beds now. */
        LIVE,
        /** The same with who is on the way within four hours, without who leaves by then. */
        COMMITTED,
        /** Patients in the house at 24:00 by staffed open beds then: who is on leave is not in the house. */
        MIDNIGHT,
        /** Bed-days by beds times the days they were open, as Statistics Norway has it. */
        STATISTICAL,
        /** Bed-days by available beds times all days of the period, as the OECD has it. */
        OECD
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

    /** Night by night. */
    public static Occupancy midnight(Nights nights) {
        return new Occupancy(Definition.MIDNIGHT, nights.inHouse(), nights.openBeds());
    }

    /** Over the days that beds were open. */
    public static Occupancy statistical(Nights nights) {
        return new Occupancy(Definition.STATISTICAL, nights.bedDays(), nights.openBeds());
    }

    /** Over all days, also those on which a ward was closed. */
    public static Occupancy oecd(Nights nights) {
        return new Occupancy(Definition.OECD, nights.bedDays(), nights.availableBeds());
    }

    /** The share, 1 for full; null where there is no bed to be in. */
    public @Nullable Double share() {
        return below == 0 ? null : (double) above / below;
    }
}
