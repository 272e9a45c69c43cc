package flyt.domain.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many of some people it will be, each with the chance of those who once stood alike. People come and go independently of each
 * other, but what was learned of those who stand alike is wrong for all of them at once, and so is a day unlike those that were seen.
 * Used by one thread.
 */
final class Chances {
    /**
     * By which share of itself what comes and goes differs from one day of the week to another, as a standard deviation: that of the
     * weekdays' factors of discharge, and of emergency and planned arrivals together (domain 2.3 to 2.5).
     */
    static final double DAYS_DIFFER = 0.15;

    private final List<One> people = new ArrayList<>();
    private final Map<Fates, Integer> alike = new IdentityHashMap<>();

    /** Somebody, and the number of those who stand alike. */
    private record One(Odds odds, int alike) {}

    void add(Odds odds) {
        Integer known = alike.putIfAbsent(odds.alike(), alike.size());
        people.add(new One(odds, known == null ? alike.size() - 1 : known));
    }

    /** At the hour at which their odds look. */
    Spread spread() {
        double mean = 0;
        double variance = 0;
        double onSuchADay = 0;
        double[] misjudged = new double[alike.size()];
        for (One one : people) {
            mean += one.odds.chance();
            variance += one.odds.variance();
            misjudged[one.alike] += one.odds.misjudged();
            onSuchADay += one.odds.onSuchADay();
        }
        double together =
                Arrays.stream(misjudged).map(deviation -> deviation * deviation).sum();
        double day = DAYS_DIFFER * onSuchADay;
        return new Spread(mean, variance + (together + day * day));
    }
}
