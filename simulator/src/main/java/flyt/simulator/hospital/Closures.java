package flyt.simulator.hospital;

import java.util.List;

/** Beds that are closed: two of a hundred on average, for repair, missing staff or infection; more in July. */
final class Closures {

    /** While more beds are closed than this share, staff are on holiday and beds stay closed until they are back. */
    private static final double ORDINARY = Season.ORDINARY.closedBeds;

    private static final List<String> REASONS = List.of("repair", "staffing", "infection", "other");
    private static final double[] REASON_SHARES = {40, 40, 12, 8};

    private final House house;
    private final Chance chance;
    private int closed;

    Closures(House house, Chance chance) {
        this.house = house;
        this.chance = chance;
    }

    /** Beds are closed from now on. */
    void open() {
        house.every(House.HOUR, this::keepClosed);
    }

    private void keepClosed() {
        List<Bed> free = house.inpatientWards().stream()
                .flatMap(ward -> ward.beds.stream())
                .filter(bed -> bed.free() && !bed.specialRoom())
                .toList();
        int beds = house.inpatientWards().stream()
                .mapToInt(ward -> ward.beds.size())
                .sum();
        int hour = house.wall.hour(house.now());
        double share = house.season().closedBeds;
        if (closed < StrictMath.round(beds * share) && !free.isEmpty() && hour >= 7 && hour < 16) {
            close(chance.oneOf(free), share > ORDINARY && closed >= StrictMath.round(beds * ORDINARY));
        }
    }

    private void close(Bed bed, boolean untilHolidaysEnd) {
        closed++;
        bed.close(untilHolidaysEnd ? "staffing" : REASONS.get(chance.weighted(REASON_SHARES)));
        double days = untilHolidaysEnd
                ? house.wall.date(house.now()).lengthOfMonth()
                        - house.wall.date(house.now()).getDayOfMonth()
                        + chance.between(0, 4)
                : chance.logNormal(2.5, 0.8);
        long opens = house.wall.next(house.now() + StrictMath.round(days * House.DAY), 8 * 60 + chance.below(6 * 60));
        house.bedChanged(bed);
        house.witness.closed(house.now(), bed, opens);
        house.agenda.at(opens, () -> {
            closed--;
            bed.open();
            house.bedChanged(bed);
            house.witness.opened(house.now(), bed);
        });
    }
}
