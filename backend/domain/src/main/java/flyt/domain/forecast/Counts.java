package flyt.domain.forecast;

import java.util.Arrays;
import java.util.List;

/** Counts in arrays, as lists that can be kept, and back. */
final class Counts {
    private Counts() {}

    static List<Integer> of(int[] counts) {
        return Arrays.stream(counts).boxed().toList();
    }

    static List<List<Integer>> of(int[][] counts) {
        return Arrays.stream(counts).map(row -> of(row)).toList();
    }

    /** {@code counts} becomes what was kept; what another program counted by other hours is an {@link IllegalArgumentException}. */
    static void fill(int[] counts, List<Integer> kept) {
        check(counts.length, kept.size());
        Arrays.setAll(counts, kept::get);
    }

    /** The same, row by row. */
    static void fill(int[][] counts, List<List<Integer>> kept) {
        check(counts.length, kept.size());
        for (int row = 0; row < counts.length; row++) {
            fill(counts[row], kept.get(row));
        }
    }

    private static void check(int length, int kept) {
        if (length != kept) {
            throw new IllegalArgumentException(kept + " counts in the place of " + length);
        }
    }
}
