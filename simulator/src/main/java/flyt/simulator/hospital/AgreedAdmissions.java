package flyt.simulator.hospital;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Those who come on an agreed day, mothers who have given birth, and newborns who need care. */
final class AgreedAdmissions {

    /** Monday first; some come on Sunday for Monday. The mean over the week is 1. */
    private static final double[] WEEKDAYS = {1.30, 1.37, 1.37, 1.37, 1.18, 0.02, 0.39};

    private final House house;
    private final Chance chance;
    private final People people;
    private final Movements movements;
    private final BedDesk desk;
    private final Course course;
    private final Illness illness;

    AgreedAdmissions(
            House house,
            Chance chance,
            People people,
            Movements movements,
            BedDesk desk,
            Course course,
            Illness illness) {
        this.house = house;
        this.chance = chance;
        this.people = people;
        this.movements = movements;
        this.desk = desk;
        this.course = course;
        this.illness = illness;
    }

    /** Puts the first patients into the beds, each ward at its target, stays under way; others come from now on. */
    void fill() {
        for (Ward ward : house.inpatientWards()) {
            WardProfile profile = ward.numbers();
            int patients = (int) StrictMath.round(profile.inflow() * profile.meanStay());
            for (Bed bed : ward.beds.subList(0, Math.min(patients, ward.beds.size()))) {
                Stay stay =
                        new Stay(house.nextVisit(), people.forWard(profile, house.wall.date(house.now())), house.now());
                stay.emergency = true;
                movements.admit(stay, ward, bed);
                illness.onArrival(stay, profile);
                course.beginUnderWay(stay);
            }
        }
        house.daily(14 * 60, this::callInForTomorrow);
        house.every(House.HOUR, this::births);
    }

    private void callInForTomorrow() {
        LocalDate tomorrow = house.wall.date(house.now()).plusDays(1);
        double factor = WEEKDAYS[tomorrow.getDayOfWeek().getValue() - 1] * Season.of(tomorrow).planned;
        for (Ward ward : house.inpatientWards()) {
            int count = chance.poisson(ward.numbers().planned() * factor);
            for (int i = 0; i < count; i++) {
                callIn(ward, tomorrow);
            }
        }
    }

    private void callIn(Ward ward, LocalDate day) {
        boolean sunday = day.getDayOfWeek() == DayOfWeek.SUNDAY;
        double minute = sunday ? chance.between(15 * 60, 19 * 60) : chance.logNormalAround(7.6 * 60, 0.13);
        long comes = house.wall.at(day, Math.max(6.5 * 60, minute));
        Stay stay = new Stay(house.nextVisit(), people.forWard(ward.numbers(), house.wall.date(house.now())), comes);
        house.agenda.in(chance.between(0, 100) * House.MINUTE, () -> {
            house.witness.admissionExpected(house.now(), stay, ward, null, comes, null);
            if (chance.happens(0.04)) {
                house.agenda.in(
                        chance.between(1, 15) * House.HOUR, () -> house.witness.admissionCancelled(house.now(), stay));
            } else {
                house.agenda.at(comes - 2 * House.HOUR, () -> askForBed(stay, ward, comes));
            }
        });
    }

    private void askForBed(Stay stay, Ward ward, long comes) {
        desk.ask(new BedRequest(stay, ward, BedRequest.Origin.PLANNED, house.now(), comes, () -> takeBed(stay, ward)));
        house.agenda.at(comes + 30 * House.MINUTE, () -> {
            if (!stay.admitted()) {
                movements.admit(stay, ward, null);
                illness.onArrival(stay, ward.numbers());
                course.begin(stay);
            }
        });
    }

    /** Into the bed, or, for one who has been admitted without a bed meanwhile, from the ward's chair. */
    private void takeBed(Stay stay, Ward ward) {
        if (stay.gone) {
            return;
        }
        Bed bed = course.promisedTo(stay, ward);
        if (stay.admitted()) {
            movements.transfer(stay, ward, bed);
        } else {
            movements.admit(stay, ward, bed);
            illness.onArrival(stay, ward.numbers());
            course.begin(stay);
        }
    }

    private void births() {
        for (Ward ward : house.inpatientWards()) {
            int count = chance.poisson(ward.numbers().births() / 24);
            for (int i = 0; i < count; i++) {
                house.agenda.in(chance.between(0, House.HOUR), () -> afterBirth(ward));
            }
        }
    }

    private void afterBirth(Ward ward) {
        Stay stay =
                new Stay(house.nextVisit(), people.forWard(ward.numbers(), house.wall.date(house.now())), house.now());
        long moves = house.now() + House.HOUR;
        house.witness.admissionExpected(house.now(), stay, ward, null, moves, null);
        desk.ask(new BedRequest(stay, ward, BedRequest.Origin.PLANNED, house.now(), moves, () -> takeBed(stay, ward)));
    }
}
