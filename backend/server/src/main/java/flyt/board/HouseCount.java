package flyt.board;

import flyt.domain.Hospital;
import flyt.domain.capacity.Counts;
import flyt.domain.capacity.Occupancy;
import flyt.domain.capacity.WardCount;
import flyt.domain.place.HospitalDefinition.Ward;

/**
 * How full a hospital is at a moment: its live occupancy, over the wards that count.
 *
 * @param patients who have a bed there, or an extra place
 * @param staffed beds of the plan that are open
 */
public record HouseCount(int patients, int staffed) {

    public static HouseCount of(Hospital hospital) {
        Counts sum = new Counts();
        for (Ward ward : hospital.places().definition().wards()) {
            if (ward.inOccupancy()) {
                sum.add(WardCount.of(hospital, ward, hospital.recordedAt()).counts());
            }
        }
        Occupancy live = Occupancy.live(sum);
        return new HouseCount((int) live.above(), (int) live.below());
    }

    /** The share of the open beds that is in use; 0 where none is open. */
    public double occupancy() {
        return staffed == 0 ? 0 : (double) patients / staffed;
    }
}
