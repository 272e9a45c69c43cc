package flyt.runtime;

import flyt.domain.place.HospitalDefinition.Carried;
import flyt.journal.WireNames;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How one feed of a hospital is; hospital time.
 *
 * @param lastHeard null: never
 * @param silentSince null: within its norm
 * @param rejectingSince since when too much of what it sends is rejected, or null
 * @param owner whom to tell, or null
 */
public record FeedState(
        String source,
        String name,
        @Nullable Instant lastHeard,
        @Nullable Instant silentSince,
        @Nullable Instant rejectingSince,
        List<Carried> carries,
        @Nullable String owner) {

    public FeedState {
        carries = List.copyOf(carries);
    }

    /** As screens have it: whom to tell is not for them. */
    JsonObject shown() {
        return new JsonObject()
                .put("source", source)
                .put("name", name)
                .put("lastHeard", text(lastHeard))
                .put("silentSince", text(silentSince))
                .put("rejectingSince", text(rejectingSince))
                .put(
                        "carries",
                        new JsonArray(carries.stream().map(WireNames::of).toList()));
    }

    /** All of it. */
    public JsonObject json() {
        return shown().put("owner", owner);
    }

    static FeedState read(JsonObject json) {
        return new FeedState(
                json.getString("source"),
                json.getString("name"),
                json.getInstant("lastHeard"),
                json.getInstant("silentSince"),
                json.getInstant("rejectingSince"),
                json.getJsonArray("carries").stream()
                        .map(name -> Objects.requireNonNull(WireNames.parse(Carried.class, (String) name)))
                        .toList(),
                json.getString("owner"));
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
