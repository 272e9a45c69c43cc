package flyt.simulator.lab;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A mean over runs, and where the true one is with 95 % confidence.
 *
 * @param low not a number when one run cannot tell
 */
record Interval(double mean, double low, double high) {

    private static final double ONE_SIDE = 0.975;

    /** By Student's t; runs without a value are left out. */
    static Interval of(double[] runs) {
        double[] values = Arrays.stream(runs).filter(Double::isFinite).toArray();
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        if (values.length < 2) {
            return new Interval(mean, Double.NaN, Double.NaN);
        }
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double error = StrictMath.sqrt(squares / (values.length - 1) / values.length);
        double half = error * TDistribution.of(values.length - 1).inverseCumulativeProbability(ONE_SIDE);
        return new Interval(mean, mean - half, mean + half);
    }
}
