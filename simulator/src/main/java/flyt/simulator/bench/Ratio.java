package flyt.simulator.bench;

import java.util.List;

/**
 * How many times the first of a pair is the second, over several pairs of one run.
 *
 * @param median the middle one; the lower of two middle ones
 */
record Ratio(double median, double least, double most) {

    static Ratio of(List<Double> ratios) {
        List<Double> sorted = ratios.stream().sorted().toList();
        return new Ratio(sorted.get((sorted.size() - 1) / 2), sorted.get(0), sorted.get(sorted.size() - 1));
    }

    @Override
    public String toString() {
        return String.format("%.2f  (%.2f to %.2f)", median, least, most);
    }
}
