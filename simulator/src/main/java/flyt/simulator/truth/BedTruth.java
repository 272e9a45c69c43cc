package flyt.simulator.truth;

import flyt.simulator.hospital.Bed;
import flyt.simulator.hospital.Stay;
import java.util.List;

/**
 * What a bed place was at a moment.
 *
 * @param use the word of the wire, {@code waiting-cleaning}
 * @param occupants visits; none or one, except in the hands of the dead-room rule, where it is the one who died
 * @param afterDeath a dead patient lies in the room and it has not been released
 */
public record BedTruth(
        String bed, String ward, String use, List<String> occupants, boolean closed, boolean afterDeath) {

    static BedTruth of(Bed bed) {
        Stay occupant = bed.occupant();
        return new BedTruth(
                bed.id(),
                bed.ward().id(),
                bed.use().word(),
                occupant == null ? List.of() : List.of(occupant.visit()),
                bed.closedBecause() != null,
                occupant != null && occupant.bed() != bed);
    }
}
