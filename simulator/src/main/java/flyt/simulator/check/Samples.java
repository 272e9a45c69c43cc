package flyt.simulator.check;

import java.util.Arrays;

/** Numbers of one kind, and what can be said of them. */
public final class Samples {

    private double[] values = new double[64];
    private int count;

    void add(double value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = value;
    }

    void addAll(Samples other) {
        for (int i = 0; i < other.count; i++) {
            add(other.values[i]);
        }
    }

    public int count() {
        return count;
    }

    /** Not a number when there is none. */
    public double mean() {
        return sum() / count;
    }

    public double sum() {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
        }
        return sum;
    }

    /** The deviation of the values around their mean. */
    public double deviation() {
        double mean = mean();
        double squares = 0;
        for (int i = 0; i < count; i++) {
            squares += (values[i] - mean) * (values[i] - mean);
        }
        return StrictMath.sqrt(squares / StrictMath.max(1, count - 1));
    }

    /** @param share 0 to 1; 0.5 is the median */
    public double quantile(double share) {
        double[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return count == 0
                ? Double.NaN
                : sorted[(int) StrictMath.min(count - 1L, StrictMath.round(share * (count - 1)))];
    }
}
