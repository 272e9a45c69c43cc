package flyt.simulator.hospital;

import java.time.DayOfWeek;
import java.util.List;

/** Patients who are out of their bed for a while: at X-ray, in theatre, on leave. */
final class Absences {

    private record Errand(String destination, double share, double minutes) {}

    private static final List<Errand> ERRANDS = List.of(
            new Errand("Rtg.", 40, 35),
            new Errand("CT", 20, 40),
            new Errand("MR", 12, 60),
            new Errand("UL", 13, 35),
            new Errand("Endoskopi", 8, 75),
            new Errand("Fysio", 7, 45));

    private static final double ERRANDS_A_DAY = 0.13;

    private final House house;
    private final Chance chance;
    private final Movements movements;

    Absences(House house, Chance chance, Movements movements) {
        this.house = house;
        this.chance = chance;
        this.movements = movements;
    }

    /** Patients are called for from now on. */
    void open() {
        house.every(House.HOUR, this::errands);
        house.every(House.HOUR, this::operations);
        house.daily(10 * 60, this::leaves);
    }

    private boolean mayGo(Stay stay) {
        return !stay.gone && !stay.away && stay.bed != null && stay.request == null && stay.admitted();
    }

    private void errands() {
        int hour = house.wall.hour(house.now());
        double share = hour >= 8 && hour < 16 ? 0.11 : hour >= 16 && hour < 21 ? 0.02 : 0.003;
        for (Stay stay : house.inBeds(this::mayGo)) {
            if (stay.isolation == null && chance.happens(ERRANDS_A_DAY * share)) {
                double[] weights = ERRANDS.stream().mapToDouble(Errand::share).toArray();
                Errand errand = ERRANDS.get(chance.weighted(weights));
                double minutes = chance.logNormal(errand.minutes(), 0.4);
                house.agenda.in(chance.between(0, 59) * House.MINUTE, () -> go(stay, errand.destination(), minutes));
            }
        }
    }

    /** 32 operations a weekday, most on patients of the surgical wards. */
    private void operations() {
        int hour = house.wall.hour(house.now());
        boolean running = hour >= 7 && hour < 14 && !house.wall.weekend(house.now());
        double expected = running ? 2.6 : 0.25;
        List<Stay> surgical = house.inBeds(stay -> mayGo(stay)
                && stay.responsibleWard().numbers().field() == WardProfile.Field.SURGICAL
                && house.now() - stay.phaseSince < 2 * House.DAY);
        for (int i = chance.poisson(expected); i > 0 && !surgical.isEmpty(); i--) {
            Stay stay = chance.oneOf(surgical);
            double minutes = 60 + chance.logNormal(110, 0.6);
            house.agenda.in(chance.between(0, 59) * House.MINUTE, () -> go(stay, "Opr.", minutes));
        }
    }

    private void go(Stay stay, String destination, double minutes) {
        boolean leavesSoon = stay.leavesAt >= 0 && stay.leavesAt - house.now() < (minutes + 60) * House.MINUTE;
        if (!mayGo(stay) || leavesSoon) {
            return;
        }
        movements.goAway(stay);
        long back = house.now() + StrictMath.round(minutes / 5) * 5 * House.MINUTE;
        house.witness.departed(house.now(), stay, destination, back);
        house.agenda.in(minutes * House.MINUTE, () -> {
            if (stay.away && !stay.gone) {
                movements.comeBack(stay);
                house.witness.returned(house.now(), stay);
            }
        });
    }

    /** Leave for the weekend, from Saturday morning, or for an afternoon. */
    private void leaves() {
        boolean saturday = house.wall.weekday(house.now()) == DayOfWeek.SATURDAY;
        for (Stay stay : house.inBeds(this::mayGo)) {
            boolean wellEnough = stay.score >= 0
                    && stay.score <= 2
                    && stay.isolation == null
                    && house.now() - stay.admittedAt > 3 * House.DAY
                    && stay.responsibleWard().numbers().field() != WardProfile.Field.INTENSIVE;
            if (wellEnough && chance.happens(saturday ? 0.05 : 0.01)) {
                double hours = saturday ? chance.between(26, 32) : chance.between(5, 9);
                boolean leavesSoon = stay.leavesAt >= 0 && stay.leavesAt - house.now() < (hours + 3) * House.HOUR;
                if (!leavesSoon) {
                    startLeave(stay, hours);
                }
            }
        }
    }

    private void startLeave(Stay stay, double hours) {
        movements.goAway(stay);
        house.witness.leaveStarted(house.now(), stay, house.now() + StrictMath.round(hours) * House.HOUR);
        house.agenda.in(hours * House.HOUR, () -> {
            if (stay.away && !stay.gone) {
                movements.comeBack(stay);
                house.witness.leaveEnded(house.now(), stay);
            }
        });
    }
}
