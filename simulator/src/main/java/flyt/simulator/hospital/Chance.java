package flyt.simulator.hospital;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A stream of chance for one purpose.
 *
 * <p>Each purpose (arrivals, course of stays, cleaning, ...) draws from its own stream, so that one more draw in
 * one of them leaves the others as they were. The same seed and purpose give the same draws everywhere:
 * only {@link StrictMath} is used.
 */
public final class Chance {

    private static final RandomGeneratorFactory<RandomGenerator> GENERATORS =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private final RandomGenerator random;

    private Chance(RandomGenerator random) {
        this.random = random;
    }

    /** The stream of this purpose under this seed. */
    public static Chance of(long seed, String purpose) {
        long mixed = seed * 0x9E3779B97F4A7C15L;
        for (int i = 0; i < purpose.length(); i++) {
            mixed = (mixed ^ purpose.charAt(i)) * 0x100000001B3L;
            mixed ^= mixed >>> 29;
        }
        return new Chance(GENERATORS.create(mixed));
    }

    /** True with this probability, 0 to 1. */
    public boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** Evenly between the two, the second excluded. */
    public double between(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    /** A whole number from 0, {@code bound} excluded. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** One of the list, each as likely. */
    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** The list in any order. */
    public <T> List<T> shuffled(List<T> list) {
        List<T> mixed = new ArrayList<>(list);
        for (int i = mixed.size() - 1; i > 0; i--) {
            Collections.swap(mixed, i, random.nextInt(i + 1));
        }
        return mixed;
    }

    /** An index, each with a likelihood in proportion to its weight. */
    public int weighted(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = random.nextDouble() * sum;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** Normal with mean 0 and deviation 1. */
    public double gaussian() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
    }

    /** Normal, but never below {@code least}. */
    public double normal(double mean, double deviation, double least) {
        return StrictMath.max(least, mean + deviation * gaussian());
    }

    /** Log-normal by its mean and coefficient of variation. */
    public double logNormal(double mean, double variation) {
        double variance = StrictMath.log(1 + variation * variation);
        return logNormalAround(mean * StrictMath.exp(-variance / 2), StrictMath.sqrt(variance));
    }

    /** Log-normal by its median and the deviation of its logarithm. */
    public double logNormalAround(double median, double sigma) {
        return median * StrictMath.exp(sigma * gaussian());
    }

    /** How many of a Poisson with this mean. */
    public int poisson(double mean) {
        double limit = StrictMath.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
