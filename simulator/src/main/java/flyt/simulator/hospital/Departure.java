package flyt.simulator.hospital;

import java.time.LocalDate;
import java.util.List;

/**
 * The way out: the expected day from the first day on, what holds the discharge on the day itself, the readiness,
 * the waiting for a municipality, the leaving; and death.
 */
final class Departure {

    private static final long ROUND = 8 * 60 + 30;

    /** What may hold a discharge on its day, with the share of stays; a lab answer is dealt with by {@link Laboratory}. */
    private static final List<String> HOLDS =
            List.of("", "lab", "imaging", "round", "letter", "medicines", "transport", "relatives");

    private static final double[] HOLD_SHARES = {44, 8, 4, 13, 12, 6, 10, 3};

    /** Share of declarations that are taken back because the patient got worse. */
    private static final double WITHDRAWN = 0.05;

    private final House house;
    private final Chance chance;
    private final Movements movements;
    private final BedDesk desk;
    private final Laboratory laboratory;
    private final DischargeDay dischargeDay;

    Departure(
            House house,
            Chance chance,
            Movements movements,
            BedDesk desk,
            Laboratory laboratory,
            DischargeDay dischargeDay) {
        this.house = house;
        this.chance = chance;
        this.movements = movements;
        this.desk = desk;
        this.laboratory = laboratory;
        this.dischargeDay = dischargeDay;
        laboratory.onSeen(this::answerSeen);
        house.daily(9 * 60 + 40, this::reviseExpectations);
    }

    /** The first day's guess of the day of leaving. */
    void guess(Stay stay, long likely) {
        double error = chance.gaussian() * 0.2 * (likely - house.now());
        long guessed = Math.max(house.now() + 6 * House.HOUR, likely + StrictMath.round(error));
        boolean notSet = chance.happens(0.08);
        house.agenda.in(chance.between(10, 120) * House.MINUTE, () -> {
            if (!stay.gone) {
                expect(stay, notSet ? null : house.wall.date(guessed), -1);
            }
        });
    }

    /**
     * Plans the leaving.
     *
     * @param leaves when the patient leaves or, with overstay, would have left
     * @param overstay midnights in hospital after being declared ready; 0 for most
     */
    void plan(Stay stay, long leaves, boolean toMunicipality, int overstay) {
        long since = stay.phaseSince;
        long departs = overstay == 0 ? leaves : dischargeDay.daysLater(leaves, overstay);
        stay.leavesAt = departs;
        guess(stay, leaves);
        long round = house.wall.at(house.wall.date(leaves), ROUND + chance.between(0, 100));
        long decided = Math.max(since + House.HOUR, Math.min(round, leaves - 60 * House.MINUTE));
        if (toMunicipality) {
            house.agenda.at(decided, () -> declareReady(stay, overstay));
        }
        stay.disposition = toMunicipality ? "municipality" : chance.happens(0.04) ? "hospital" : "home";
        long lastDay = Math.max(
                since + House.HOUR,
                Math.min(departs - 50 * House.MINUTE, overstay == 0 ? decided : morningOf(departs)));
        String hold = HOLDS.get(chance.weighted(HOLD_SHARES));
        house.agenda.at(lastDay, () -> lastDay(stay, hold, toMunicipality));
        house.agenda.at(departs, () -> leave(stay));
    }

    private long morningOf(long departs) {
        return house.wall.at(house.wall.date(departs), ROUND + chance.between(0, 60));
    }

    private void declareReady(Stay stay, int overstay) {
        if (stay.gone) {
            return;
        }
        stay.readySince = house.now();
        house.witness.readiness(house.now(), stay, "ready-for-municipality");
        house.witness.milestone(house.now(), stay, "municipality", "waiting", stay.leavesAt, null);
        if (overstay > 0 && chance.happens(0.3)) {
            expect(stay, null, -1);
        }
        if (chance.happens(WITHDRAWN)) {
            house.agenda.in(chance.between(2, 6) * House.HOUR, () -> withdraw(stay));
        }
    }

    /** Got worse after all: stays two days longer and is declared ready again. */
    private void withdraw(Stay stay) {
        if (stay.gone || stay.leavesAt - house.now() < House.HOUR) {
            return;
        }
        stay.readySince = -1;
        stay.leavesAt = dischargeDay.daysLater(stay.leavesAt, 2);
        house.witness.readiness(house.now(), stay, "not-ready");
        expect(stay, house.wall.date(stay.leavesAt), -1);
        house.agenda.at(morningOf(stay.leavesAt), () -> {
            if (!stay.gone) {
                stay.readySince = house.now();
                house.witness.readiness(house.now(), stay, "ready-for-municipality");
            }
        });
        house.agenda.at(stay.leavesAt, () -> leave(stay));
    }

    private void lastDay(Stay stay, String hold, boolean toMunicipality) {
        if (stay.gone) {
            return;
        }
        expect(stay, house.wall.date(stay.leavesAt), halfHour(stay.leavesAt));
        long left = stay.leavesAt - house.now();
        if (hold.equals("lab")) {
            holdForLab(stay);
        } else if (!hold.isEmpty()) {
            hold(stay, hold, left);
        }
        if (toMunicipality) {
            house.agenda.in(left * 0.5, () -> close(stay, "municipality"));
        } else {
            house.agenda.in(left * 0.6, () -> {
                if (!stay.gone && !stay.waitsForLab) {
                    house.witness.readiness(house.now(), stay, "ready-to-leave");
                }
            });
        }
    }

    private static long halfHour(long time) {
        return StrictMath.round(time / 1800.0) * 1800;
    }

    private void hold(Stay stay, String milestone, long left) {
        house.witness.milestone(house.now(), stay, milestone, "waiting", stay.leavesAt - 30 * House.MINUTE, null);
        if (milestone.equals("imaging")) {
            house.agenda.in(left * 0.4, () -> {
                if (!stay.gone) {
                    house.witness.milestone(house.now(), stay, milestone, "answer-ready", -1, null);
                }
            });
        }
        house.agenda.in(left * 0.7, () -> close(stay, milestone));
    }

    private void close(Stay stay, String milestone) {
        if (!stay.gone) {
            house.witness.milestone(house.now(), stay, milestone, "closed", -1, null);
        }
    }

    private void holdForLab(Stay stay) {
        LabOrder order = laboratory.awaited(stay);
        stay.waitsForLab = true;
        house.witness.milestone(house.now(), stay, "lab", "waiting", house.now() + 3 * House.HOUR, order);
        house.agenda.at(house.wall.next(house.now(), 15 * 60), () -> postpone(stay, order));
    }

    /** No answer by three in the afternoon: a quarter of them stay until the next day. */
    private void postpone(Stay stay, LabOrder awaited) {
        if (!stay.gone && stay.waitsForLab && !awaited.finished && chance.happens(0.25)) {
            stay.leavesAt = dischargeDay.nextForenoon(house.now());
            stay.leavesWhenSeen = false;
            expect(stay, house.wall.date(stay.leavesAt), halfHour(stay.leavesAt));
            house.agenda.at(stay.leavesAt, () -> leave(stay));
        }
    }

    private void answerSeen(LabOrder order) {
        Stay stay = order.stay();
        if (stay.waitsForLab && stay.openOrders.isEmpty() && !stay.gone) {
            stay.waitsForLab = false;
            house.witness.milestone(house.now(), stay, "lab", "closed", -1, order);
            house.witness.readiness(house.now(), stay, "ready-to-leave");
            if (stay.leavesWhenSeen) {
                stay.leavesAt = house.now() + 25 * House.MINUTE;
                house.agenda.at(stay.leavesAt, () -> leave(stay));
            }
        }
    }

    private void leave(Stay stay) {
        if (stay.gone || house.now() < stay.leavesAt) {
            return;
        }
        if (stay.waitsForLab) {
            stay.leavesWhenSeen = true;
            return;
        }
        desk.withdraw(stay);
        if (stay.bed != null && !stay.away && chance.happens(0.2)) {
            seenEmpty(stay);
        } else {
            movements.discharge(stay, stay.disposition);
        }
    }

    /** The nurse saw the empty room and said so; the discharge is registered later. */
    private void seenEmpty(Stay stay) {
        Bed bed = stay.inBed();
        movements.vacate(stay);
        house.witness.leftRoom(house.now(), stay, bed);
        stay.gone = true;
        house.agenda.in(chance.between(4, 25) * House.MINUTE, () -> movements.discharge(stay, stay.disposition));
    }

    /** Death: at any hour, whatever was planned. */
    void die(Stay stay) {
        if (!stay.gone) {
            desk.withdraw(stay);
            movements.discharge(stay, "died");
        }
    }

    /** On the morning round: who was to leave yesterday gets a new date, who leaves soon the right one. */
    private void reviseExpectations() {
        LocalDate today = house.wall.date(house.now());
        for (Stay stay : house.inBeds(stay -> !stay.gone)) {
            LocalDate told = stay.expectedOn;
            LocalDate real = stay.leavesAt < 0 ? null : house.wall.date(stay.leavesAt);
            boolean overdue = told != null && told.isBefore(today);
            boolean clear = real != null && !real.isAfter(today.plusDays(1)) && !real.equals(told);
            if (overdue || clear || (told == null && chance.happens(0.5))) {
                LocalDate better = clear ? real : today.plusDays(1L + chance.below(4));
                if (!better.equals(told)) {
                    expect(stay, better, -1);
                }
            }
        }
    }

    private void expect(Stay stay, @org.jspecify.annotations.Nullable LocalDate on, long expectedAt) {
        stay.expectedOn = on;
        house.witness.dischargeExpected(house.now(), stay, on, expectedAt);
    }
}
