package flyt.domain.place;

/**
 * A ward at midnight, as it was counted then. Beds and patients are those of {@code flyt.domain.capacity.WardCount}.
 *
 * @param counts whether the ward was in the hospital's occupancy then; an emergency department is not
 * @param patients who had a bed: on an extra place and on leave included; hospital at home, day patients and all but one of those who
 *     share a bed are not
 * @param extra places outside the plan that were in use
 * @param onLeave of {@code patients} those on leave, whose bed is held
 * @param withoutBed patients of the ward who had no bed
 * @param dayPatients admitted as outpatients, and still in a bed
 * @param atHome patients of a ward that treats at home
 * @param beds of the plan
 * @param open of those the staffed ones; the others were closed
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
        int open) {}
