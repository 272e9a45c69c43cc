package flyt.simulator.hospital;

import java.util.List;

/**
 * What people get wrong and set right: a patient registered twice, a discharge of the wrong
 * patient, a bed that is not as clean as it looked, a spill, a ward that takes over a patient where she lies.
 */
final class Slips {

    private final House house;
    private final Chance chance;
    private final Cleaning cleaning;

    Slips(House house, Chance chance, Cleaning cleaning) {
        this.house = house;
        this.chance = chance;
        this.cleaning = cleaning;
    }

    /** Things go wrong from now on. */
    void open() {
        house.every(House.HOUR, this::hour);
    }

    private void hour() {
        List<Stay> inEmergency = house.stays.stream()
                .filter(stay -> stay.place == house.emergency && !stay.gone && !stay.admitted())
                .toList();
        if (chance.happens(0.03) && !inEmergency.isEmpty()) {
            registeredTwice(chance.oneOf(inEmergency));
        }
        List<Stay> inBeds = house.inBeds(stay -> !stay.gone && !stay.away && stay.request == null);
        if (chance.happens(0.03) && !inBeds.isEmpty()) {
            wrongDischarge(chance.oneOf(inBeds));
        }
        if (chance.happens(0.04) && !inBeds.isEmpty()) {
            spill(chance.oneOf(inBeds).inBed());
        }
        if (chance.happens(0.05)) {
            foundDirty();
        }
        List<Stay> outliers = house.inBeds(stay -> stay.outlier() && !stay.gone && stay.request == null);
        if (chance.happens(0.04) && !outliers.isEmpty()) {
            takeOver(chance.oneOf(outliers));
        }
    }

    private void registeredTwice(Stay stay) {
        String other = house.nextVisit();
        house.witness.registeredTwice(house.now(), stay, other);
        house.agenda.in(
                chance.between(8, 40) * House.MINUTE, () -> house.witness.staysMerged(house.now(), stay, other));
    }

    private void wrongDischarge(Stay stay) {
        boolean leavesSoon = stay.leavesAt >= 0 && stay.leavesAt - house.now() < House.HOUR;
        if (!leavesSoon) {
            house.witness.dischargedByMistake(house.now(), stay);
            house.agenda.in(chance.between(2, 6) * House.MINUTE, () -> house.witness.mistakeUndone(house.now(), stay));
        }
    }

    private void spill(Bed bed) {
        house.witness.spillOrdered(house.now(), bed);
        house.agenda.in(chance.between(5, 20) * House.MINUTE, () -> house.witness.spillCancelled(house.now(), bed));
    }

    private void foundDirty() {
        List<Bed> free = house.inpatientWards().stream()
                .flatMap(ward -> ward.beds.stream())
                .filter(Bed::free)
                .toList();
        if (!free.isEmpty()) {
            Bed bed = chance.oneOf(free);
            bed.become(Use.WAITING_CLEANING);
            cleaning.leftBehind(bed, null);
            house.witness.foundDirty(house.now(), bed);
        }
    }

    /** The ward in whose bed the outlier lies becomes responsible. */
    private void takeOver(Stay stay) {
        stay.responsible = stay.inBed().ward();
        house.witness.responsibilityMoved(house.now(), stay);
    }
}
