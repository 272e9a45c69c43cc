package flyt.domain.capacity;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A number of each {@link Count}. Filled by one thread, then only read. */
public final class Counts {
    private final int[] numbers = new int[Count.values().length];

    public int of(Count count) {
        return numbers[count.ordinal()];
    }

    public void add(Count count, int more) {
        numbers[count.ordinal()] += more;
    }

    void addIf(boolean counts, Count count) {
        add(count, counts ? 1 : 0);
    }

    public void add(Counts others) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] += others.numbers[i];
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Counts that && Arrays.equals(numbers, that.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
        return Arrays.toString(numbers);
    }
}
