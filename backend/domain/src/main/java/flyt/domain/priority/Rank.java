package flyt.domain.priority;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a task stands among those of its team, whoever asks: what has the smaller score comes first. It does not wander with
 * time but changes at moments known beforehand.
 *
 * @param score the class and, within it, the moment by which the task must be begun, in milliseconds
 * @param due by when it should be done, or begun where that is what counts
 * @param startBy by when somebody must begin for that
 * @param changesAt when it will be another one if nothing happens until then; null: never
 * @param reasons strongest first, never empty
 */
public record Rank(
        long score, Urgency urgency, Instant due, Instant startBy, @Nullable Instant changesAt, List<Reason> reasons)
        implements Comparable<Rank> {
    /* More milliseconds than between any two moments of interest: a class always outweighs a time. All scores are exact in a browser. */
    private static final long CLASS = 1L << 50;

    private static final Comparator<Rank> ORDER = Comparator.comparingLong(Rank::score);

    public Rank {
        reasons = List.copyOf(reasons);
    }

    static long score(boolean pinned, Urgency urgency, Instant startBy) {
        return (pinned ? 0 : 1 + urgency.ordinal()) * CLASS + startBy.toEpochMilli();
    }

    /** Whether both are of one class, so that only time tells them apart. */
    public boolean sameClassAs(Rank other) {
        return score / CLASS == other.score / CLASS;
    }

    @Override
    public int compareTo(Rank other) {
        return ORDER.compare(this, other);
    }
}
