package flyt.fhir;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Objects;
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

    /** The whole resource, a copy; there must be one. */
    public JsonObject resource() {
        return new JsonObject(Objects.requireNonNull(json))
                .put(
                        "meta",
                        new JsonObject().put("versionId", Long.toString(seq)).put("lastUpdated", at.toString()));
    }
}
