package flyt.domain.bed;

import flyt.domain.place.BedId;
import flyt.domain.stay.StayId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/** The condition of every bed that is not fresh. A value. */
public final class Beds {

    /** Every bed fresh. */
    public static final Beds FRESH = new Beds(TreePMap.empty(), TreePSet.empty(), TreePMap.empty());

    private record End(Instant at, BedId bed) implements Comparable<End> {
        @Override
        public int compareTo(End other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : bed.compareTo(other.bed);
        }
    }

    private final TreePMap<BedId, Bed> beds;
    private final TreePSet<End> ends;
    private final TreePMap<StayId, TreePSet<BedId>> promises;

    private Beds(TreePMap<BedId, Bed> beds, TreePSet<End> ends, TreePMap<StayId, TreePSet<BedId>> promises) {
        this.beds = beds;
        this.ends = ends;
        this.promises = promises;
    }

    /** The beds in these conditions, all others fresh. */
    public static Beds of(Map<BedId, Bed> conditions) {
        Beds all = FRESH;
        for (Map.Entry<BedId, Bed> one : conditions.entrySet()) {
            all = all.with(one.getKey(), one.getValue());
        }
        return all;
    }

    /** The condition of every bed that is not as fresh as if nobody had said anything. */
    public SortedMap<BedId, Bed> conditions() {
        return beds;
    }

    /** The condition of the bed; {@link Bed#FRESH} when nothing was said about it. */
    public Bed of(BedId bed) {
        return beds.getOrDefault(bed, Bed.FRESH);
    }

    /** With this bed in this condition. */
    public Beds with(BedId bed, Bed condition) {
        Bed was = of(bed);
        Instant before = was.nextEnd();
        Instant after = condition.nextEnd();
        TreePSet<End> left = before == null ? ends : ends.minus(new End(before, bed));
        return new Beds(
                condition.equals(Bed.FRESH) ? beds.minus(bed) : beds.plus(bed, condition),
                after == null ? left : left.plus(new End(after, bed)),
                promised(was.reservation(), condition.reservation(), bed));
    }

    private TreePMap<StayId, TreePSet<BedId>> promised(
            Bed.@Nullable Reservation before, Bed.@Nullable Reservation after, BedId bed) {
        StayId was = before == null ? null : before.stay();
        StayId is = after == null ? null : after.stay();
        if (Objects.equals(was, is)) {
            return promises;
        }
        TreePMap<StayId, TreePSet<BedId>> changed = promises;
        if (was != null) {
            TreePSet<BedId> left = promisedTo(was).minus(bed);
            changed = left.isEmpty() ? changed.minus(was) : changed.plus(was, left);
        }
        return is == null ? changed : changed.plus(is, promisedTo(is).plus(bed));
    }

    /** The beds that are promised to this visit number. */
    public TreePSet<BedId> promisedTo(StayId stay) {
        return promises.getOrDefault(stay, TreePSet.empty());
    }

    /** When something about a bed ends by itself next (air change, reservation, closure), or null. */
    public @Nullable Instant nextEnd() {
        return ends.isEmpty() ? null : ends.first().at();
    }

    /** The beds about which something has ended by then, earliest first. */
    public List<BedId> endedBy(Instant now) {
        List<BedId> ended = new ArrayList<>();
        for (End end : ends) {
            if (end.at().isAfter(now)) {
                break;
            }
            ended.add(end.bed());
        }
        return ended;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Beds that && beds.equals(that.beds) && ends.equals(that.ends);
    }

    @Override
    public int hashCode() {
        return beds.hashCode();
    }

    @Override
    public String toString() {
        return beds.toString();
    }
}
