package flyt.board;

import flyt.domain.Hospital;

/**
 * How full a hospital is at a moment, over the wards that count in its occupancy.
 *
 * @param patients who are placed there, with a bed or without
 * @param staffed beds of the plan that are open
 */
public record HouseCount(int patients, int staffed) {

    public static HouseCount of(Hospital hospital) {
        Moment moment = Moment.of(hospital, Identities.NONE);
        Counts sum = new Counts();
        for (Plan.WardPlan ward : moment.plan().wards()) {
            if (ward.ward().inOccupancy()) {
                sum.add(Census.of(moment, ward, 0).counts());
            }
        }
        return new HouseCount(sum.of(Count.PATIENTS), sum.of(Count.STAFFED));
    }

    /** The share of the open beds that is in use; 0 where none is open. */
    public double occupancy() {
        return staffed == 0 ? 0 : (double) patients / staffed;
    }
}
