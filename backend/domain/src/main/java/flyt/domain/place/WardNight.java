package flyt.domain.place;

import org.jspecify.annotations.Nullable;

/**
 * A ward at midnight, as it was counted then. Beds and patients are those of {@code flyt.domain.capacity.WardCount}.
 *
 * @param counts whether the ward was in the hospital's occupancy then; an emergency department is not
 * @param patients who had a bed and counted: on an extra place and on leave included
 * @param extra places outside the plan that were in use
 * @param onLeave of {@code patients} those on leave, whose bed is held
 * @param withoutBed patients of the ward who had no bed
 * @param dayPatients still in a bed, and not in {@code patients}
 * @param atHome patients of a ward that treats at home
 * @param beds of the plan
 * @param open of those the staffed ones; the others were closed
 * @param more null in a night that was counted before there was more
 */
public record WardNight(
        WardId ward,
        boolean counts,
        int patients,
        int extra,
        int onLeave,
        int withoutBed,
        int dayPatients,
        int atHome,
        int beds,
        int open,
        @Nullable More more) {

    /** A night of which no more is known. */
    public WardNight(
            WardId ward,
            boolean counts,
            int patients,
            int extra,
            int onLeave,
            int withoutBed,
            int dayPatients,
            int atHome,
            int beds,
            int open) {
        this(ward, counts, patients, extra, onLeave, withoutBed, dayPatients, atHome, beds, open, null);
    }

    /**
     * What else was counted.
     *
     * @param newborns with their mother, and not in {@code patients}
     * @param observation in a bed for observation, and not in {@code patients}
     * @param responsible who counted and whose ward this is by medical responsibility, wherever they lay
     * @param outliersIn patients of other wards who lay here
     * @param outliersOut patients of this ward who lay elsewhere
     * @param isolated under isolation of any kind
     * @param corridor of the extra places in use those in a corridor
     * @param reserved beds of the plan that were promised
     * @param waitingCleaning beds that nobody had begun to clean
     * @param closedStaffing beds closed for want of staff; the following ones for other reasons
     */
    public record More(
            int newborns,
            int observation,
            int responsible,
            int outliersIn,
            int outliersOut,
            int isolated,
            int corridor,
            int reserved,
            int waitingCleaning,
            int closedStaffing,
            int closedInfection,
            int closedRepair,
            int closedOther) {}
}
