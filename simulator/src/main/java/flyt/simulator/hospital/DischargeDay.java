package flyt.simulator.hospital;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * When on which day somebody goes home whose treatment ends at some moment: by daylight, seldom at weekends.
 *
 * <p>The end of treatment gives the day; the hour comes from the profile of discharge hours (a quarter before 12,
 * two thirds before 15).
 */
final class DischargeDay {

    private static final double[] HOURS = {
        0.3, 0.2, 0.2, 0.2, 0.2, 0.2, 0.4, 0.8, 2.0, 4.5, 7.0, 9.0, 12.5, 14.0, 13.5, 10.5, 7.5, 5.5, 4.0, 3.0, 2.0,
        1.2, 0.8, 0.5
    };

    private final WallClock wall;
    private final Chance chance;

    DischargeDay(WallClock wall, Chance chance) {
        this.wall = wall;
        this.chance = chance;
    }

    /**
     * The moment of leaving.
     *
     * @param since when the ward stay began
     * @param treatmentEnds at least two hours after {@code since}
     */
    long after(long since, long treatmentEnds) {
        LocalDate day = preferred(wall.date(treatmentEnds));
        long leaves = wall.at(day, hour());
        if (leaves >= earliest(since, treatmentEnds)) {
            return leaves;
        }
        int hour = wall.hour(treatmentEnds);
        return hour >= 8 && hour < 21 ? treatmentEnds : morningAfter(treatmentEnds);
    }

    /** Days later, at an hour of the profile. */
    long daysLater(long leaves, int days) {
        return wall.at(wall.date(leaves).plusDays(days), hour());
    }

    /** The forenoon after, when what held it the day before is over. */
    long nextForenoon(long now) {
        return wall.at(wall.date(now).plusDays(1), chance.between(10 * 60, 13 * 60));
    }

    private static long earliest(long since, long treatmentEnds) {
        return since + Math.max(2 * House.HOUR, (treatmentEnds - since) / 2);
    }

    private double hour() {
        return (chance.weighted(HOURS) + chance.between(0, 1)) * 60;
    }

    private long morningAfter(long time) {
        return wall.next(time, 0)
                + StrictMath.round(chance.between(8, 12) * House.HOUR)
                - (wall.hour(time) < 8 ? House.DAY : 0);
    }

    /** Some of Saturday's and Sunday's go on Friday already, some not before Monday. */
    private LocalDate preferred(LocalDate day) {
        double draw = chance.between(0, 1);
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return draw < 0.24 ? day.minusDays(1) : draw < 0.28 ? day.plusDays(2) : day;
        }
        if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return draw < 0.09 ? day.minusDays(2) : draw < 0.22 ? day.plusDays(1) : day;
        }
        return day;
    }
}
