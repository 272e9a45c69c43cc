package flyt.domain.forecast;

import java.util.LinkedHashMap;
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

    private final int hours;
    private final Map<Fates, Double> misjudged = new LinkedHashMap<>();
    private Spread sum = Spread.NONE;
    private double onSuchADay;

    /** {@code hours}: so many hours later. */
    Chances(int hours) {
        this.hours = hours;
    }

    void add(double chance, Fates alike) {
        Spread one = Spread.chance(chance);
        sum = sum.plus(one);
        double unused = misjudged.merge(alike, StrictMath.sqrt(one.variance() / (alike.known(hours) + 1)), Double::sum);
        onSuchADay += one.variance() * alike.ofOtherDays(hours);
    }

    Spread spread() {
        double together = misjudged.values().stream()
                .mapToDouble(deviation -> deviation * deviation)
                .sum();
        double day = DAYS_DIFFER * onSuchADay;
        return sum.lessSure(together + day * day);
    }
}
