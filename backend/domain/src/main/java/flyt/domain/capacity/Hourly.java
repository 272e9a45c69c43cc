package flyt.domain.capacity;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How many of today for each hour of the hospital's day, 0 to 23; the hour that autumn has twice is one. Filled by one thread,
 * then only read.
 */
public final class Hourly {
    private static final int HOURS = 24;

    private final int[] numbers = new int[HOURS];
    private int withoutTime;

    /** {@code hour}: null where the time is not known. */
    public void add(@Nullable Integer hour, int more) {
        if (hour == null) {
            withoutTime += more;
        } else {
            numbers[hour] += more;
        }
    }

    public void add(Hourly others) {
        for (int hour = 0; hour < HOURS; hour++) {
            numbers[hour] += others.numbers[hour];
        }
        withoutTime += others.withoutTime;
    }

    /** The 24 numbers. */
    public List<Integer> byHour() {
        return Arrays.stream(numbers).boxed().toList();
    }

    /** Of how many the time is not known. */
    public int withoutTime() {
        return withoutTime;
    }

    /** All of them. */
    public int sum() {
        return withoutTime + IntStream.of(numbers).sum();
    }

    @Override
    public String toString() {
        return Arrays.toString(numbers) + " and " + withoutTime;
    }
}
