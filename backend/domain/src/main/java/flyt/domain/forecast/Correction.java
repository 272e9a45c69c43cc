package flyt.domain.forecast;

import flyt.domain.forecast.Memory.OfCorrection;
import flyt.domain.place.WardId;
import org.jspecify.annotations.Nullable;

/**
 * What earlier forecasts of one number, so many hours ahead, turned out to be: how far they were off when the number stood
 * above or below what was forecast, and how large the errors were that were left. Older ones fade. Used by one thread.
 *
 * <p>As weather services correct their models by regression on what was measured ("model output statistics"). It is what makes
 * the forecast of a full ward right, which cannot take everybody who is expected there.
 */
final class Correction {
    /** Half of what is remembered is from the last four weeks: so many hours. */
    private static final double FADES = StrictMath.pow(0.5, 1.0 / (4 * 168));

    /** So many forecasts whose times do not overlap count as much as the doubt that there is anything to correct. */
    private static final double DOUBT = 14;

    /** Numbers that hardly differed from what was forecast say nothing of those that do: one forecast that was two off is so sure. */
    private static final double DOUBT_OF_NOW = 4;

    private static final double LEAST_VARIANCE = 0.05;

    private final double worth;
    private double times;
    private double sumX;
    private double sumY;
    private double sumXx;
    private double sumXy;
    private double errors;

    /** {@code hours}: how far ahead; forecasts that are made hourly for so long overlap, and each is worth so much less. */
    Correction(int hours) {
        this.worth = 1.0 / hours;
    }

    /**
     * The closed form, corrected.
     *
     * @param now the number when the forecast is made
     */
    Spread correct(Spread closedForm, double now) {
        double trust = times / (times + DOUBT);
        double mean = closedForm.mean() + trust * (offset() + weightOfNow() * (now - closedForm.mean()));
        return new Spread(mean, closedForm.variance() * (errors + DOUBT) / (times + DOUBT));
    }

    OfCorrection memory(@Nullable WardId ward, boolean ready, int hours) {
        return new OfCorrection(ward, ready, hours, times, sumX, sumY, sumXx, sumXy, errors);
    }

    /** As {@link #memory} told it. */
    void take(OfCorrection kept) {
        times = kept.times();
        sumX = kept.sumX();
        sumY = kept.sumY();
        sumXx = kept.sumXx();
        sumXy = kept.sumXy();
        errors = kept.errors();
    }

    /** An earlier forecast, its correction at that time, the number at that time, and what it came to be. */
    void learn(Spread closedForm, Spread corrected, double then, double came) {
        double x = then - closedForm.mean();
        double y = came - closedForm.mean();
        times = times * FADES + worth;
        sumX = sumX * FADES + worth * x;
        sumY = sumY * FADES + worth * y;
        sumXx = sumXx * FADES + worth * x * x;
        sumXy = sumXy * FADES + worth * x * y;
        double error = came - corrected.mean();
        errors = errors * FADES + worth * error * error / StrictMath.max(closedForm.variance(), LEAST_VARIANCE);
    }

    private double weightOfNow() {
        return times == 0 ? 0 : (sumXy - sumX * sumY / times) / (sumXx - sumX * sumX / times + DOUBT_OF_NOW);
    }

    private double offset() {
        return times == 0 ? 0 : (sumY - weightOfNow() * sumX) / times;
    }
}
