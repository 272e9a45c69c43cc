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

    /** So many people count as much as the doubt in what stands in where nobody has looked. */
    private static final double DOUBT = 10;

    /** So many people count as much as the doubt that one ward has more of them than another. */
    static final double DOUBT_WHERE = 50;

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

    /** How far ahead somebody has looked from that hour of a day, as far as so many hours; 0: nobody has. */
    int looked(int hourOfWeek, int hours) {
        int looked = hours;
        while (looked > 0 && ofDay(hourOfWeek, looked).times() == 0) {
            looked--;
        }
        return looked;
    }

    /** The same from any hour. */
    int looked(int hours) {
        int looked = hours;
        while (looked > 0 && count(0, 1, looked).times() == 0) {
            looked--;
        }
        return looked;
    }

    /**
     * How many to expect in all wards as a mean, and how sure that is; somebody must have {@link #looked} so far ahead. The hour itself
     * leans on that hour of other days the less the more often it was seen.
     */
    Spread expected(int hourOfWeek, int hours) {
        Count here = count(hourOfWeek, HOURS_OF_A_WEEK, hours);
        Count otherDays = ofDay(hourOfWeek, hours);
        double all = here.times() + WEIGHT_OF_OTHER_DAYS;
        double own = here.times() / all;
        double mean = here.people() / all + (1 - own) * otherDays.rate();
        double byChance = mean * (own / all + (1 - own * own) / otherDays.times());
        double byDay = Chances.DAYS_DIFFER * (1 - own) * mean;
        return new Spread(mean, byChance + byDay * byDay);
    }

    /** So many are taken to come; how sure that is, of who has looked so far ahead and no farther. */
    Spread taken(double mean, int hourOfWeek, int looked) {
        double people = ofDay(hourOfWeek, looked).people() + DOUBT;
        double byDay = Chances.DAYS_DIFFER * mean;
        return new Spread(mean, mean * mean / people + byDay * byDay);
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

    /** The share of them that will lie in this ward; {@code atFirst}: what it is as long as nobody was seen. */
    double share(WardId ward, int hours, double atFirst) {
        int[] counts = byWard.get(ward);
        int there = counts == null ? 0 : counts[hours];
        return (there + DOUBT_WHERE * atFirst) / (all[hours] + DOUBT_WHERE);
    }
}
