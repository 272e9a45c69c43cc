package flyt.domain.forecast;

import flyt.domain.forecast.Memory.OfDay;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How many more come than at other times of the year: as it has been of late, and, once a year has been seen, as these weeks differed
 * from those a year ago. Told apart by how far ahead one looks: tomorrow's emergencies are known of as little as today's, those who
 * are called in are known of the day before. Used by one thread.
 */
final class Season {
    /** As many days, the same weekday: Easter and other feasts that move are where they were. */
    private static final int A_YEAR = 52 * 7;

    /** Of what was seen of late, half is from the last days: so many. */
    private static final int HALF_OF_LATE = 5;

    private static final int LATE = 6 * HALF_OF_LATE;
    private static final int DAYS_AROUND = 3;
    private static final int OLDEST = A_YEAR + LATE + DAYS_AROUND;

    /** Hours ahead that are taken together. */
    private static final int TOGETHER = 12;

    /** So many people who came count as much as the doubt that it is another season. */
    private static final double DOUBT = 120;

    /** By how far ahead one looked, what came each day. */
    private final List<NavigableMap<LocalDate, Day>> reaches = new ArrayList<>();

    /** As many as would come at any time of the year, and as many as came: both as a mean of the day's looks. */
    private record Day(double expected, double came) {
        static final Day NONE = new Day(0, 0);

        Day plus(Day other, double weight) {
            return new Day(expected + weight * other.expected, came + weight * other.came);
        }

        double factor() {
            return (came + DOUBT) / (expected + DOUBT);
        }
    }

    Season() {
        for (int hours = 0; hours < Forecast.HOURS; hours += TOGETHER) {
            reaches.add(new TreeMap<>());
        }
    }

    /**
     * What came within so many hours.
     *
     * @param day on which they had come
     * @param expected how many would have at any time of the year
     */
    void saw(LocalDate day, int hours, double expected, int came) {
        double worth = 1.0 / (Newcomers.HOURS_OF_A_DAY * TOGETHER);
        NavigableMap<LocalDate, Day> days = days(hours);
        days.merge(day, new Day(expected * worth, came * worth), (one, other) -> one.plus(other, 1));
        days.headMap(day.minusDays(OLDEST)).clear();
    }

    /** So many times as many as at any time of the year will have come on this day, after so many hours. */
    double factor(LocalDate day, int hours) {
        NavigableMap<LocalDate, Day> days = days(hours);
        if (days.isEmpty()) {
            return 1;
        }
        LocalDate last = days.lastKey();
        double late = before(day, days, last).factor();
        Day then = before(day.minusDays(A_YEAR), days, last.minusDays(A_YEAR));
        return then.expected() == 0
                ? late
                : late * around(days, day.minusDays(A_YEAR)).factor() / then.factor();
    }

    /** Of what was seen up to the last day; the longer ago that is, the less it says. */
    private static Day before(LocalDate day, NavigableMap<LocalDate, Day> days, LocalDate last) {
        Day sum = Day.NONE;
        for (var of : days.subMap(last.minusDays(LATE), false, last, true).entrySet()) {
            double ago = of.getKey().until(day, ChronoUnit.DAYS);
            sum = sum.plus(of.getValue(), StrictMath.pow(0.5, ago / HALF_OF_LATE));
        }
        return sum;
    }

    private static Day around(NavigableMap<LocalDate, Day> days, LocalDate day) {
        Day sum = Day.NONE;
        for (Day one : days.subMap(day.minusDays(DAYS_AROUND), true, day.plusDays(DAYS_AROUND), true)
                .values()) {
            sum = sum.plus(one, 1);
        }
        return sum;
    }

    private NavigableMap<LocalDate, Day> days(int hours) {
        return reaches.get((hours - 1) / TOGETHER);
    }

    List<OfDay> memory() {
        List<OfDay> kept = new ArrayList<>();
        for (int reach = 0; reach < reaches.size(); reach++) {
            int hours = (reach + 1) * TOGETHER;
            reaches.get(reach).forEach((day, seen) -> kept.add(new OfDay(day, hours, seen.expected(), seen.came())));
        }
        return kept;
    }

    /** As {@link #memory} told it. */
    void take(List<OfDay> kept) {
        kept.forEach(of -> days(of.hours()).put(of.day(), new Day(of.expected(), of.came())));
    }
}
