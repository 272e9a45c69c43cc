package flyt.fhir;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is searched for.
 *
 * @param anyOf each of these sets has a term that the resource has: {@code status=in-progress}
 * @param ids null: any
 * @param from changed then or later; null: whenever
 * @param before changed before then
 * @param after the id that the last page ended with, or empty
 */
public record Query(
        String type,
        List<Set<String>> anyOf,
        @Nullable Set<String> ids,
        @Nullable Instant from,
        @Nullable Instant before,
        String after,
        int most) {
    public Query {
        anyOf = List.copyOf(anyOf);
        ids = ids == null ? null : Set.copyOf(ids);
    }
}
