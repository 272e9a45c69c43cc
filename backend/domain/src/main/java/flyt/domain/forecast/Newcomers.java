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

    private final int[][] people = new int[HOURS_OF_A_WEEK][Forecast.HOURS + 1];
    private final int[][] times = new int[HOURS_OF_A_WEEK][Forecast.HOURS + 1];
    private final Map<WardId, int[]> byWard = new TreeMap<>();
    private final int[] all = new int[Forecast.HOURS + 1];

    /** So many hours after an hour of the week, those who were new lay there. */
    void saw(int hourOfWeek, int hours, Collection<WardId> lying) {
        times[hourOfWeek][hours]++;
        people[hourOfWeek][hours] += lying.size();
        all[hours] += lying.size();
        lying.forEach(ward -> byWard.computeIfAbsent(ward, first -> new int[Forecast.HOURS + 1])[hours]++);
    }

    /** How many to expect in all wards; where nobody has looked so far ahead yet, as many more as stays of the usual length leave there. */
    double expected(int hourOfWeek, int hours) {
        int looked = looked(hourOfWeek, hours);
        if (looked == 0) {
            return 0;
        }
        long sum = 0;
        int count = 0;
        for (int hour = hourOfWeek % HOURS_OF_A_DAY; hour < HOURS_OF_A_WEEK; hour += HOURS_OF_A_DAY) {
            sum += people[hour][looked];
            count += times[hour][looked];
        }
        double expected = (people[hourOfWeek][looked] + WEIGHT_OF_OTHER_DAYS * sum / count)
                / (times[hourOfWeek][looked] + WEIGHT_OF_OTHER_DAYS);
        return looked == hours ? expected : expected * left(hours) / left(looked);
    }

    /** The share of stays of the usual length that ends in so many hours: in a house that stays as full, as many have come. */
    private static double left(int hours) {
        return 1 - Standing.Phase.LYING.atFirst(hours);
    }

    /** The most hours, at most these, for which that hour of a day was ever looked back on; 0: none. */
    private int looked(int hourOfWeek, int hours) {
        for (int looked = hours; looked > 0; looked--) {
            for (int hour = hourOfWeek % HOURS_OF_A_DAY; hour < HOURS_OF_A_WEEK; hour += HOURS_OF_A_DAY) {
                if (times[hour][looked] > 0) {
                    return looked;
                }
            }
        }
        return 0;
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
