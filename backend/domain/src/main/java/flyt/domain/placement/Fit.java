package flyt.domain.placement;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How well a bed suits somebody.
 *
 * @param barriers why it does not; none: it does
 * @param reasons what speaks for and against it, weightiest first
 */
public record Fit(Offer offer, List<Because> barriers, List<Because> reasons) {

    /** The best first; of equals by the bed's id, so that everybody sees the same order. */
    public static final Comparator<Fit> BEST_FIRST = Comparator.comparing((Fit fit) -> !fit.suits())
            .thenComparing(Comparator.comparingInt(Fit::score).reversed())
            .thenComparing(fit -> fit.offer().bed());

    public Fit {
        barriers = List.copyOf(barriers);
        reasons = List.copyOf(reasons);
    }

    static Fit of(Offer offer, Stream<Because> because) {
        List<Because> all = because.toList();
        return new Fit(
                offer,
                all.stream().filter(Because::isBarrier).toList(),
                all.stream()
                        .filter(one -> !one.isBarrier())
                        .sorted(Comparator.comparingInt((Because one) -> -StrictMath.abs(one.weight())))
                        .toList());
    }

    /** Whether nothing stands in the way. */
    public boolean suits() {
        return barriers.isEmpty();
    }

    /** The sum of what speaks for and against, in points. */
    public int score() {
        return reasons.stream().mapToInt(Because::weight).sum();
    }
}
