package flyt.simulator.hospital;

import org.jspecify.annotations.Nullable;

/** The steps a patient takes: into a bed, from bed to bed, out of the house; what is left behind gets dirty. */
final class Movements {

    private final House house;
    private final Cleaning cleaning;

    Movements(House house, Cleaning cleaning) {
        this.house = house;
        this.cleaning = cleaning;
    }

    /** Into the emergency department, with a bay or without. */
    void arrive(Stay stay, @Nullable Bed bay) {
        house.stays.add(stay);
        stay.place = house.emergency;
        occupy(stay, bay);
        house.witness.registered(house.now(), stay);
    }

    /** Into the first ward, from home or from the emergency department; without a bed when there is none. */
    void admit(Stay stay, Ward responsible, @Nullable Bed bed) {
        house.stays.add(stay);
        vacate(stay);
        stay.responsible = responsible;
        stay.admittedAt = house.now();
        stay.place = bed == null ? responsible : bed.ward();
        occupy(stay, bed);
        house.witness.admitted(house.now(), stay);
    }

    /** To another bed, with the same or another ward responsible. */
    void transfer(Stay stay, @Nullable Ward responsible, Bed bed) {
        returnIfAway(stay);
        vacate(stay);
        stay.responsible = responsible;
        stay.place = bed.ward();
        occupy(stay, bed);
        house.witness.transferred(house.now(), stay);
    }

    /** Out of the house, alive or dead. */
    void discharge(Stay stay, String disposition) {
        returnIfAway(stay);
        Bed bed = stay.bed;
        boolean died = disposition.equals("died");
        stay.gone = true;
        house.stays.remove(stay);
        if (died && bed != null) {
            cleaning.restAfterDeath(stay, bed);
        } else {
            vacate(stay);
        }
        stay.bed = null;
        house.witness.discharged(house.now(), stay, disposition);
    }

    /** Two patients of one ward change beds. */
    void swap(Stay one, Stay other) {
        Bed first = one.inBed();
        Bed second = other.inBed();
        first.exchange(other);
        second.exchange(one);
        one.bed = second;
        other.bed = first;
        house.bedChanged(first);
        house.bedChanged(second);
        house.witness.swapped(house.now(), one, other);
    }

    /** Out of the room for some time; the bed is held. */
    void goAway(Stay stay) {
        stay.away = true;
        stay.inBed().hold(true);
        house.bedChanged(stay.inBed());
    }

    void comeBack(Stay stay) {
        stay.away = false;
        stay.inBed().hold(false);
        house.bedChanged(stay.inBed());
    }

    private void returnIfAway(Stay stay) {
        if (stay.away) {
            comeBack(stay);
            house.witness.returned(house.now(), stay);
        }
    }

    private void occupy(Stay stay, @Nullable Bed bed) {
        if (bed != null) {
            bed.take(stay);
            stay.bed = bed;
            house.bedChanged(bed);
        }
    }

    /** Leaves the bed, if any, to the cleaners. */
    void vacate(Stay stay) {
        Bed bed = stay.bed;
        if (bed != null) {
            stay.bed = null;
            bed.leave();
            cleaning.leftBehind(bed, stay.isolation);
        }
    }
}
