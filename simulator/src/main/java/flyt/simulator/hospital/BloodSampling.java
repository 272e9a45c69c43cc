package flyt.simulator.hospital;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Where outpatients have their blood drawn (domain 2.10): 160 come a day, most of them early, and are drawn in the order in which they
 * came. Whoever comes to help from the laboratory brings a chair.
 */
final class BloodSampling {
    private static final String STATION = "Poliklinikk";
    private static final String LABORATORY = "Laboratorium";
    private static final int OPENS = 7 * 60;
    private static final int[] ARRIVALS = {14, 30, 32, 26, 20, 16, 14, 8};
    private static final int CHAIRS = 3;
    private static final int IN_THE_LABORATORY = 6;
    private static final double DRAW = 6 * House.MINUTE;

    private final House house;
    private final Chance chance;
    private final Deque<String> queue = new ArrayDeque<>();
    private int busy;
    private int helpers;
    private int serial;

    BloodSampling(House house, Chance chance) {
        this.house = house;
        this.chance = chance;
    }

    void open() {
        house.daily(OPENS - 10, this::tellStaff);
        house.daily(OPENS, this::expect);
    }

    /** So many help from now on. */
    void help(int people) {
        helpers = people;
        serve();
    }

    private void tellStaff() {
        house.witness.samplingStaff(house.now(), STATION, CHAIRS);
        house.witness.samplingStaff(house.now(), LABORATORY, IN_THE_LABORATORY);
    }

    private void expect() {
        for (int hour = 0; hour < ARRIVALS.length; hour++) {
            for (int left = chance.poisson(ARRIVALS[hour]); left > 0; left--) {
                house.agenda.in(chance.between(hour, hour + 1) * House.HOUR, this::arrive);
            }
        }
    }

    private void arrive() {
        String ticket = "B" + ++serial;
        queue.add(ticket);
        house.witness.samplingAwaited(house.now(), STATION, ticket);
        serve();
    }

    private void serve() {
        while (!queue.isEmpty() && busy < CHAIRS + helpers) {
            busy++;
            house.witness.samplingBegun(house.now(), STATION, queue.remove());
            house.agenda.in(-StrictMath.log(1 - chance.between(0, 1)) * DRAW, () -> {
                busy--;
                serve();
            });
        }
    }
}
