package flyt.board;

import java.util.Arrays;
import java.util.List;

/** A number of each {@link Count}. Filled by one thread, then only read. */
final class Counts {
    private final int[] numbers = new int[Count.values().length];

    int of(Count count) {
        return numbers[count.ordinal()];
    }

    void add(Count count, int more) {
        numbers[count.ordinal()] += more;
    }

    void add(Counts others) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] += others.numbers[i];
        }
    }

    void write(RowJson row, List<Count> counts) {
        for (Count count : counts) {
            row.number(count.field(), of(count));
        }
    }

    @Override
    public String toString() {
        return Arrays.toString(numbers);
    }
}
