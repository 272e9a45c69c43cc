package flyt.simulator.hospital;

import java.util.ArrayList;
import java.util.List;

/**
 * The course of a stay: so long in a ward, then home, to another ward, to a municipality's bed, or death.
 *
 * <p>A ward stay is drawn log-normal with coefficient of variation 1.1 around the ward's mean, two hours at least.
 */
final class Course {

    private static final double VARIATION = 1.1;

    /**
     * The table's means are of whole ward stays. What comes after treatment is taken off here: the wait for the
     * discharge hour (0.08 days), overstay (0.1), the wait for the next ward's bed.
     */
    private static final double DAYS_AFTER_TREATMENT = 0.27;

    /** From observation half go on to a ward, by day, when a bed stands ready there. */
    private static final double DAYS_AFTER_OBSERVATION = 0.25;

    private static final double OVERSTAYS = 0.165;

    private final House house;
    private final Chance chance;
    private final Movements movements;
    private final BedDesk desk;
    private final DischargeDay dischargeDay;
    private final Departure departure;
    private final List<Ward> receiving;
    private final List<Ward> intensive;

    Course(
            House house,
            Chance chance,
            Movements movements,
            BedDesk desk,
            DischargeDay dischargeDay,
            Departure departure) {
        this.house = house;
        this.chance = chance;
        this.movements = movements;
        this.desk = desk;
        this.dischargeDay = dischargeDay;
        this.departure = departure;
        this.receiving = house.generalWards();
        this.intensive = house.inpatientWards().stream()
                .filter(ward -> ward.numbers().field() == WardProfile.Field.INTENSIVE)
                .toList();
    }

    /** A ward stay begins: draws how long it lasts and what comes then. */
    void begin(Stay stay) {
        begin(stay, Math.max(2.0 / 24, drawDays(stay.responsibleWard())));
    }

    /** A ward stay that began before we look: long ones are met more often, and some of it is over. */
    void beginUnderWay(Stay stay) {
        double lengthBiased =
                chance.logNormal(stay.responsibleWard().numbers().meanStay() * (1 + VARIATION * VARIATION), VARIATION);
        begin(stay, Math.max(2.0 / 24, lengthBiased * chance.between(0, 1)));
    }

    private double drawDays(Ward ward) {
        WardProfile profile = ward.numbers();
        double afterwards = profile.field() == WardProfile.Field.OBSERVATION
                ? DAYS_AFTER_OBSERVATION
                : Math.min(DAYS_AFTER_TREATMENT, profile.meanStay() * 0.12);
        return chance.logNormal(profile.meanStay() - afterwards, VARIATION);
    }

    /** A ward stay that has this many days before it. */
    void begin(Stay stay, double days) {
        Ward ward = stay.responsibleWard();
        stay.phaseSince = house.now();
        stay.leavesAt = -1;
        long ends = house.now() + StrictMath.round(days * House.DAY);
        double draw = chance.between(0, 1);
        Ward next = null;
        if (draw < onward(ward.numbers())) {
            next = nextWard(stay, ward);
        }
        if (next != null) {
            Ward to = next;
            long moves = ward.numbers().field() == WardProfile.Field.INTENSIVE || toIntensive(to) ? ends : byDay(ends);
            house.agenda.at(moves, () -> askToMove(stay, to));
            departure.guess(stay, ends + StrictMath.round(to.numbers().meanStay() * House.DAY));
        } else if (chance.happens(ward.numbers().death())) {
            stay.dying = true;
            house.agenda.at(ends, () -> departure.die(stay));
            departure.guess(stay, ends + 2 * House.DAY);
        } else {
            planDischarge(stay, ends);
        }
    }

    private boolean toIntensive(Ward ward) {
        return intensive.contains(ward);
    }

    private static double onward(WardProfile profile) {
        return switch (profile.field()) {
            case OBSERVATION -> 0.50;
            case INTENSIVE -> 0.87;
            default -> profile.general() ? 5 / 72.7 : 0;
        };
    }

    private Ward nextWard(Stay stay, Ward from) {
        if (from.numbers().general() && chance.happens(0.8)) {
            return intensive.get(chance.weighted(new double[] {1.4, 2.6}));
        }
        List<Ward> possible = new ArrayList<>(receiving);
        possible.remove(from);
        possible.removeIf(ward -> ward.numbers().field() == WardProfile.Field.WOMEN
                && !stay.person().woman());
        double[] weights =
                possible.stream().mapToDouble(ward -> ward.numbers().inflow()).toArray();
        return possible.get(chance.weighted(weights));
    }

    /** Moves to an ordinary ward are agreed on the round: what falls due at night waits for the morning. */
    private long byDay(long time) {
        int hour = house.wall.hour(time);
        return hour >= 8 && hour < 22 ? time : house.wall.next(time, 8 * 60) + chance.below(3 * 3600);
    }

    private void askToMove(Stay stay, Ward to) {
        if (stay.gone) {
            return;
        }
        long expected = house.now() + (toIntensive(to) ? 10 : 60) * House.MINUTE;
        house.witness.transferExpected(house.now(), stay, to, null, expected);
        desk.ask(new BedRequest(stay, to, BedRequest.Origin.WARD, house.now(), expected, () -> arriveIn(stay, to)));
    }

    private void arriveIn(Stay stay, Ward to) {
        Bed bed = stay.bed == null ? null : stay.bed;
        Bed promised = promisedTo(stay, to);
        if (bed != promised) {
            movements.transfer(stay, to, promised);
        }
        begin(stay);
    }

    /** The bed that the desk has promised this patient, in whichever ward it is. */
    Bed promisedTo(Stay stay, Ward wanted) {
        return house.wards.values().stream()
                .flatMap(ward -> java.util.stream.Stream.concat(ward.beds.stream(), ward.extraPlaces.stream()))
                .filter(bed -> bed.promisedTo() == stay)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no bed in " + wanted.id() + " for " + stay.visit()));
    }

    private void planDischarge(Stay stay, long ends) {
        long leaves = dischargeDay.after(house.now(), ends);
        int overstay = 0;
        boolean toMunicipality = chance.happens(municipalityShare(stay));
        if (toMunicipality && chance.happens(OVERSTAYS)) {
            overstay = Math.max(1, (int) StrictMath.round(chance.logNormalAround(2, 1.044)));
        }
        departure.plan(stay, leaves, toMunicipality, overstay);
    }

    private double municipalityShare(Stay stay) {
        WardProfile.Field field = stay.responsibleWard().numbers().field();
        int age = stay.person().age(house.wall.date(house.now()));
        if (field == WardProfile.Field.CHILDREN
                || field == WardProfile.Field.NEWBORN
                || field == WardProfile.Field.WOMEN) {
            return 0;
        }
        return age < 67 ? 0.08 : age < 80 ? 0.25 : 0.50;
    }
}
