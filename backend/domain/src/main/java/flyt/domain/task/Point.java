package flyt.domain.task;

import flyt.domain.place.BedId;
import flyt.domain.place.WardId;
import org.jspecify.annotations.Nullable;

/**
 * Where a task begins or ends: a bed, a ward, or a stop outside the wards.
 *
 * @param stop the id of a place of the definition that is no ward: the laboratory, X-ray, the exit
 */
public record Point(@Nullable WardId ward, @Nullable BedId bed, @Nullable String stop) implements Comparable<Point> {

    /** At a bed. */
    public static Point bed(BedId bed) {
        return new Point(null, bed, null);
    }

    /** Somewhere in a ward. */
    public static Point ward(WardId ward) {
        return new Point(ward, null, null);
    }

    /** At a stop outside the wards. */
    public static Point stop(String stop) {
        return new Point(null, null, stop);
    }

    @Override
    public int compareTo(Point other) {
        int byBed = compare(bed, other.bed);
        int byWard = byBed != 0 ? byBed : compare(ward, other.ward);
        return byWard != 0 ? byWard : compare(stop, other.stop);
    }

    private static <T extends Comparable<? super T>> int compare(@Nullable T one, @Nullable T other) {
        if (one == null || other == null) {
            return Boolean.compare(one != null, other != null);
        }
        return one.compareTo(other);
    }
}
