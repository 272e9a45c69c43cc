package flyt.domain.stay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is in memory about one visit number.
 *
 * @param mergedInto the stay it belongs to, or null when it is one itself
 * @param facts what was told under it, in order; none for a number that only a merge ever named
 */
public record VisitNumber(StayId number, @Nullable StayId mergedInto, List<Told> facts) {
    public VisitNumber {
        facts = List.copyOf(facts);
    }
}
