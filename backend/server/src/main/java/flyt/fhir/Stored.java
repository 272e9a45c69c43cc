package flyt.fhir;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A resource as it is kept.
 *
 * @param seq number of the event that made it so: its version
 * @param at hospital time of that event
 * @param json without meta; null: it is gone
 * @param patients opaque keys of those it tells of
 */
public record Stored(String type, String id, long seq, Instant at, @Nullable String json, Set<String> patients) {
    public Stored {
        patients = Set.copyOf(patients);
    }
}
