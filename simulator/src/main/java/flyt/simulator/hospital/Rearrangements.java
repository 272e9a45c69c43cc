package flyt.simulator.hospital;

import java.util.ArrayList;
import java.util.List;

/**
 * Moves that set right or ease: out of the corridor, home to the own ward, into a room that suits the isolation, a
 * quieter room, two patients who change beds.
 */
final class Rearrangements {

    private final House house;
    private final Chance chance;
    private final Movements movements;
    private final BedDesk desk;
    private final Course course;

    Rearrangements(House house, Chance chance, Movements movements, BedDesk desk, Course course) {
        this.house = house;
        this.chance = chance;
        this.movements = movements;
        this.desk = desk;
        this.course = course;
    }

    /** Patients are moved from now on. */
    void open() {
        house.every(30 * House.MINUTE, this::setRight);
        house.every(House.HOUR, this::ease);
    }

    private void setRight() {
        int hour = house.wall.hour(house.now());
        boolean day = hour >= 8 && hour < 21;
        for (Stay stay : house.inBeds(stay -> !stay.gone && !stay.away && stay.request == null)) {
            Bed bed = stay.inBed();
            boolean mustMove = !bed.suits(stay.isolation);
            boolean corridor = bed.isExtra();
            boolean home = day && stay.outlier() && stay.responsibleWard().readyBeds() >= 2 && chance.happens(0.5);
            if (mustMove || corridor || home) {
                move(stay, stay.responsibleWard());
            }
        }
    }

    private void move(Stay stay, Ward ward) {
        desk.ask(new BedRequest(stay, ward, BedRequest.Origin.MISPLACED, house.now(), house.now(), () -> {
            if (!stay.gone) {
                movements.transfer(stay, stay.responsibleWard(), course.promisedTo(stay, ward));
            }
        }));
    }

    private void ease() {
        int hour = house.wall.hour(house.now());
        if (hour < 9 || hour >= 20) {
            return;
        }
        List<Stay> settled = house.inBeds(stay -> !stay.gone
                && !stay.away
                && stay.request == null
                && stay.isolation == null
                && !stay.inBed().isExtra()
                && (stay.leavesAt < 0 || stay.leavesAt - house.now() > House.DAY));
        if (chance.happens(0.3) && !settled.isEmpty()) {
            Stay stay = chance.oneOf(settled);
            Ward ward = stay.inBed().ward();
            if (ward.readyBeds() >= 2 && !stay.outlier()) {
                move(stay, ward);
            }
        }
        if (chance.happens(0.08) && !settled.isEmpty()) {
            swap(chance.oneOf(settled), settled);
        }
    }

    private void swap(Stay one, List<Stay> settled) {
        List<Stay> neighbours = new ArrayList<>(settled);
        neighbours.removeIf(other -> other == one
                || other.inBed().ward() != one.inBed().ward()
                || other.person().woman() != one.person().woman());
        if (!neighbours.isEmpty()) {
            movements.swap(one, chance.oneOf(neighbours));
        }
    }
}
