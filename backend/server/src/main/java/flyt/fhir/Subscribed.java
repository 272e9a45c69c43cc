package flyt.fhir;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as it stands.
 *
 * @param client the system whose it is
 * @param base the address at which it asked, for references
 * @param filters lists of terms: one of each must be there
 * @param json the resource as it was asked for
 * @param error a code, or null
 * @param events numbers given so far
 * @param delivered numbers that the receiver has taken
 * @param changedAt when its status became this
 */
public record Subscribed(
        String hospital,
        String id,
        String client,
        String base,
        Topic topic,
        JsonArray filters,
        JsonObject json,
        Status status,
        @Nullable String error,
        long events,
        long delivered,
        Instant changedAt) {
    private static final String BACKPORT =
            "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-";

    /** How it does: {@code REQUESTED} until the receiver has taken the handshake. */
    public enum Status {
        REQUESTED,
        ACTIVE,
        ERROR,
        OFF
    }

    /** How much of what happened is sent along. */
    public enum Content {
        EMPTY("empty"),
        ID_ONLY("id-only"),
        FULL_RESOURCE("full-resource");

        private final String code;

        Content(String code) {
            this.code = code;
        }

        /** The content of this code, or null. */
        public static @Nullable Content of(String code) {
            for (Content one : values()) {
                if (one.code.equals(code)) {
                    return one;
                }
            }
            return null;
        }
    }

    /** {@code rest-hook} or {@code websocket} */
    public String channel() {
        return channelOf(json).getString("type", "");
    }

    public String endpoint() {
        return channelOf(json).getString("endpoint", "");
    }

    public Content content() {
        JsonObject payload = channelOf(json).getJsonObject("_payload", new JsonObject());
        Content content = Content.of(Objects.requireNonNullElse(
                (String) extension(payload, "payload-content", "valueCode").orElse(null), ""));
        return content == null ? Content.EMPTY : content;
    }

    /** After how many quiet seconds the receiver wants a word; 0: it does not. */
    public int heartbeatSeconds() {
        return number(channelOf(json), "heartbeat-period", "valueUnsignedInt", 0);
    }

    /** How long it wants to be waited for. */
    public int timeoutSeconds(int usual) {
        return number(channelOf(json), "timeout", "valueUnsignedInt", usual);
    }

    /** Events in one notification. */
    public int eventsAtOnce(int usual) {
        return Math.max(1, Math.min(usual, number(channelOf(json), "max-count", "valuePositiveInt", usual)));
    }

    /** When it ends by itself, or null. */
    public @Nullable Instant end() {
        try {
            String end = json.getString("end");
            return end == null ? null : OffsetDateTime.parse(end).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The resource as it is now. */
    public JsonObject told() {
        JsonObject told = json.copy()
                .put("id", id)
                .put(
                        "meta",
                        json.getJsonObject("meta", new JsonObject()).copy().put("lastUpdated", changedAt.toString()))
                .put("status", code());
        return error == null ? told : told.put("error", error);
    }

    /** {@code active} */
    public String code() {
        return status.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The words behind {@code Subscription?}: of the filters of a resource that is asked for. */
    public static Optional<Object> filter(JsonObject json) {
        return extension(json.getJsonObject("_criteria", new JsonObject()), "filter-criteria", "valueString");
    }

    private static int number(JsonObject element, String name, String value, int otherwise) {
        return extension(element, name, value)
                .filter(Number.class::isInstance)
                .map(number -> ((Number) number).intValue())
                .orElse(otherwise);
    }

    private static Optional<Object> extension(JsonObject element, String name, String value) {
        return element.getJsonArray("extension", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .filter(one -> (BACKPORT + name).equals(one.getString("url")))
                .map(one -> one.getValue(value))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static JsonObject channelOf(JsonObject json) {
        return json.getJsonObject("channel", new JsonObject());
    }
}
