package flyt.domain.forecast;

import flyt.domain.forecast.Memory.OfNewcomers;
import flyt.domain.place.WardId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many lay in the wards so many hours later whom nobody knew of before, by the hour of the week. Used by one thread. */
final class Newcomers {
    static final int HOURS_OF_A_DAY = 24;

    private static final int HOURS_OF_A_WEEK = 168;

    /** A week's own number counts fully from the second time on; before, the same hour of other days stands in. */
    private static final double WEIGHT_OF_OTHER_DAYS = 1;

    /** So many people count as much as the doubt that an hour is busier than others. */
    private static final double DOUBT = 10;

    private final int[][] people = new int[HOURS_OF_A_WEEK][Forecast.HOURS + 1];
    private final int[][] times = new int[HOURS_OF_A_WEEK][Forecast.HOURS + 1];
    private final Map<WardId, int[]> byWard = new TreeMap<>();
    private final int[] all = new int[Forecast.HOURS + 1];

    private record Count(long people, int times) {
        double rate() {
            return (double) people / times;
        }
    }

    /** So many hours after an hour of the week, those who were new lay there. */
    void saw(int hourOfWeek, int hours, Collection<WardId> lying) {
        times[hourOfWeek][hours]++;
        people[hourOfWeek][hours] += lying.size();
        all[hours] += lying.size();
        lying.forEach(ward -> byWard.computeIfAbsent(ward, first -> new int[Forecast.HOURS + 1])[hours]++);
    }

    /** Whether somebody has looked so far ahead from such an hour of the day. */
    boolean knows(int hourOfWeek, int hours) {
        return ofDay(hourOfWeek, hours).times() > 0;
    }

    /**
     * How many to expect in all wards as a mean, and how sure that is. An hour of the day of which nobody has looked so far ahead yet
     * is taken to be as busy beside other hours as it was as far as one has looked.
     */
    Spread expected(int hourOfWeek, int hours) {
        int looked = hours;
        while (looked > 0 && ofDay(hourOfWeek, looked).times() == 0) {
            looked--;
        }
        return looked == hours ? seen(hourOfWeek, hours) : asBusy(ofDay(hourOfWeek, looked), looked, hours);
    }

    /** The hour itself, leaning on that hour of other days the less the more often it was seen. */
    private Spread seen(int hourOfWeek, int hours) {
        Count here = count(hourOfWeek, HOURS_OF_A_WEEK, hours);
        Count otherDays = ofDay(hourOfWeek, hours);
        double all = here.times() + WEIGHT_OF_OTHER_DAYS;
        double own = here.times() / all;
        double mean = here.people() / all + (1 - own) * otherDays.rate();
        double byChance = mean * (own / all + (1 - own * own) / otherDays.times());
        double byDay = Chances.DAYS_DIFFER * (1 - own) * mean;
        return new Spread(mean, byChance + byDay * byDay);
    }

    private Spread asBusy(Count soFar, int looked, int hours) {
        double people = soFar.people() + DOUBT;
        double mean = ever(hours) * people / (soFar.times() * ever(looked) + DOUBT);
        double byDay = Chances.DAYS_DIFFER * mean;
        return new Spread(mean, mean * mean / people + byDay * byDay);
    }

    /** At any hour; where nobody has looked so far ahead at all, as many more as stays of the usual length leave there. */
    private double ever(int hours) {
        for (int looked = hours; looked > 0; looked--) {
            Count all = count(0, 1, looked);
            if (all.times() > 0) {
                return all.rate() * left(hours) / left(looked);
            }
        }
        return 0;
    }

    private Count ofDay(int hourOfWeek, int hours) {
        return count(hourOfWeek % HOURS_OF_A_DAY, HOURS_OF_A_DAY, hours);
    }

    /** What was seen at an hour of the week and at those that follow it by so many hours, to the week's end. */
    private Count count(int first, int step, int hours) {
        long sum = 0;
        int count = 0;
        for (int hour = first; hour < HOURS_OF_A_WEEK; hour += step) {
            sum += people[hour][hours];
            count += times[hour][hours];
        }
        return new Count(sum, count);
    }

    /** The share of stays of the usual length that ends in so many hours: in a house that stays as full, as many have come. */
    private static double left(int hours) {
        return 1 - Standing.Phase.LYING.atFirst(hours);
    }

    OfNewcomers memory() {
        SortedMap<WardId, List<Integer>> ofWards = new TreeMap<>();
        byWard.forEach((ward, counts) -> ofWards.put(ward, Counts.of(counts)));
        return new OfNewcomers(Counts.of(people), Counts.of(times), ofWards);
    }

    /** As {@link #memory} told it. */
    void take(OfNewcomers kept) {
        Counts.fill(people, kept.people());
        Counts.fill(times, kept.times());
        kept.byWard().forEach((ward, counts) -> {
            int[] there = new int[Forecast.HOURS + 1];
            Counts.fill(there, counts);
            byWard.put(ward, there);
            Arrays.setAll(all, hours -> all[hours] + there[hours]);
        });
    }

    /** The share of them that will lie in this ward. */
    double share(WardId ward, int hours) {
        int looked = hours;
        while (looked > 0 && all[looked] == 0) {
            looked--;
        }
        int[] counts = byWard.get(ward);
        return counts == null || looked == 0 ? 0 : (double) counts[looked] / all[looked];
    }
}
