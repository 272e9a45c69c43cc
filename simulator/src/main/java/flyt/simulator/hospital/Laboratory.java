package flyt.simulator.hospital;

import java.util.function.Consumer;

/**
 * Blood tests on the wards and in the emergency department: rounds at 07:30, 11, 14 and 18:30, urgent ones at any
 * time; tube or porter, analysis, answer, and a doctor who sees it.
 */
final class Laboratory {

    private static final double CORRECTED = 0.003;
    private static final double REJECTED = 0.015;
    private static final double REJECTED_EMERGENCY = 0.04;
    private static final double CRITICAL = 0.012;

    private final House house;
    private final Chance chance;
    private Consumer<LabOrder> whenSeen = order -> {};
    private int serial = 200_000;

    Laboratory(House house, Chance chance) {
        this.house = house;
        this.chance = chance;
        round(7 * 60 + 30, 0.80, 75);
        round(11 * 60, 0.14, 40);
        round(14 * 60, 0.10, 40);
        round(18 * 60 + 30, 0.11, 45);
        house.every(House.HOUR, this::urgent);
    }

    /** Who wants to know that a doctor has seen an answer. */
    void onSeen(Consumer<LabOrder> listener) {
        whenSeen = listener;
    }

    /** The orders come an hour and a half before the round, the evening before for the morning. */
    private void round(int minuteOfDay, double share, int minutes) {
        int ordered = minuteOfDay < 8 * 60 ? 19 * 60 + 45 : minuteOfDay - 90;
        house.daily(ordered, () -> {
            long start = house.wall.next(house.now(), minuteOfDay);
            for (Stay stay : house.inBeds(stay -> !stay.gone)) {
                if (chance.happens(share)) {
                    long drawn = start + StrictMath.round(chance.between(0, minutes) * House.MINUTE);
                    house.agenda.in(
                            chance.between(0, 60) * House.MINUTE, () -> place(order(stay, false), drawn, start));
                }
            }
        });
    }

    private void urgent() {
        for (Stay stay : house.inBeds(stay -> !stay.gone)) {
            if (chance.happens(0.15 / 24)) {
                draw(stay, true, 15);
            }
        }
    }

    /** Orders a draw now, to be taken in about so many minutes. */
    void draw(Stay stay, boolean urgent, double minutes) {
        draw(order(stay, urgent), minutes);
    }

    /** The order whose answer the patient waits for: one that is under way, or a new one. */
    LabOrder awaited(Stay stay) {
        if (!stay.openOrders.isEmpty()) {
            return stay.openOrders.get(0);
        }
        LabOrder order = order(stay, false);
        draw(order, 20);
        return order;
    }

    private void draw(LabOrder order, double minutes) {
        place(order, house.now() + StrictMath.round(chance.normal(minutes, minutes / 3, 2) * House.MINUTE), -1);
    }

    private LabOrder order(Stay stay, boolean urgent) {
        return new LabOrder("L" + ++serial, stay, urgent);
    }

    private void place(LabOrder order, long drawn, long plannedAt) {
        if (!order.stay().gone) {
            order.stay().openOrders.add(order);
            tell(order, LabOrder.Status.ORDERED, plannedAt);
            house.agenda.at(drawn, () -> collect(order));
        }
    }

    private void collect(LabOrder order) {
        if (order.stay().gone || order.stay().away || chance.happens(0.008)) {
            finish(order);
            tell(order, LabOrder.Status.CANCELLED, -1);
            whenSeen.accept(order);
            return;
        }
        tell(order, LabOrder.Status.COLLECTED, -1);
        order.tube = order.urgent() || chance.happens(0.6);
        house.agenda.in(chance.logNormalAround(order.tube ? 8 : 25, 0.35) * House.MINUTE, () -> receive(order));
    }

    private void receive(LabOrder order) {
        double rejected = order.stay().admitted() ? REJECTED : REJECTED_EMERGENCY;
        if (chance.happens(rejected)) {
            tell(order, LabOrder.Status.REJECTED, -1);
            house.agenda.in(45 * House.MINUTE, () -> collect(order));
            return;
        }
        if (!order.tube) {
            tell(order, LabOrder.Status.RECEIVED, -1);
        }
        double minutes = order.urgent() ? chance.logNormalAround(43, 0.48) : chance.logNormalAround(105, 0.6);
        if (chance.happens(0.05)) {
            house.agenda.in(minutes * 0.2 * House.MINUTE, () -> tell(order, LabOrder.Status.IN_ANALYSIS, -1));
        }
        if (chance.happens(0.08)) {
            house.agenda.in(minutes * 0.6 * House.MINUTE, () -> tell(order, LabOrder.Status.PRELIMINARY, -1));
        }
        house.agenda.in(minutes * House.MINUTE, () -> answer(order, LabOrder.Status.FINAL));
    }

    private void answer(LabOrder order, LabOrder.Status status) {
        order.critical = chance.happens(CRITICAL);
        tell(order, status, -1);
        if (status == LabOrder.Status.FINAL && chance.happens(CORRECTED)) {
            house.agenda.in(chance.between(1, 6) * House.HOUR, () -> answer(order, LabOrder.Status.CORRECTED));
        }
        double median = order.critical ? 8 : order.stay().waitsForLab ? 20 : 40;
        house.agenda.in(chance.logNormalAround(median, 0.8) * House.MINUTE, () -> {
            finish(order);
            tell(order, LabOrder.Status.SEEN, -1);
            whenSeen.accept(order);
        });
    }

    private void finish(LabOrder order) {
        order.finished = true;
        order.stay().openOrders.remove(order);
    }

    private void tell(LabOrder order, LabOrder.Status status, long plannedAt) {
        house.witness.lab(house.now(), order, status, plannedAt);
    }
}
