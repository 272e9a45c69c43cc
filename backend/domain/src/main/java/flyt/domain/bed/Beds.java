package flyt.domain.bed;

import flyt.domain.place.BedId;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/** The condition of every bed that something was said about. Immutable. */
public final class Beds {

    /** Every bed fresh. */
    public static final Beds FRESH = new Beds(TreePMap.empty());

    private final TreePMap<BedId, Bed> beds;

    private Beds(TreePMap<BedId, Bed> beds) {
        this.beds = beds;
    }

    /** The condition of the bed; {@link Bed#FRESH} when nothing was said about it. */
    public Bed of(BedId bed) {
        return beds.getOrDefault(bed, Bed.FRESH);
    }

    Beds with(BedId bed, Bed condition) {
        return new Beds(beds.plus(bed, condition));
    }

    /** The beds with something that ends by itself (air change, reservation, closure), and the first such moment of each. */
    public SortedMap<BedId, Instant> deadlines() {
        SortedMap<BedId, Instant> deadlines = new TreeMap<>();
        beds.forEach((id, bed) -> {
            Instant first = earliest(
                    bed.airChangeUntil(),
                    bed.reservation() == null ? null : bed.reservation().until());
            Instant at =
                    earliest(first, bed.closure() == null ? null : bed.closure().until());
            if (at != null) {
                deadlines.put(id, at);
            }
        });
        return deadlines;
    }

    private static @Nullable Instant earliest(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || (other != null && other.isBefore(one))) {
            return other;
        }
        return one;
    }
}
