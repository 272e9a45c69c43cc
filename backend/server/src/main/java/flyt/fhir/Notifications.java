package flyt.fhir;

import flyt.access.Principal;
import flyt.fhir.Subscribed.Content;
import flyt.fhir.Subscriptions.Event;
import flyt.journal.Identities;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Notifications by the backport of R5's subscriptions: a Bundle whose first entry is the status of the subscription. */
public final class Notifications {
    private static final String PROFILE =
            "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-subscription-";

    private final Shelf shelf;
    private final Privacy privacy;

    public Notifications(Shelf shelf, Identities identities) {
        this.shelf = shelf;
        this.privacy = new Privacy(identities);
    }

    /** What a notification is. */
    public enum Kind {
        HANDSHAKE("handshake"),
        HEARTBEAT("heartbeat"),
        EVENT("event-notification"),
        STATUS("query-status"),
        QUERY("query-event");

        private final String code;

        Kind(String code) {
            this.code = code;
        }
    }

    /** The status of a subscription, a Parameters. */
    public static JsonObject status(Subscribed one, Kind kind) {
        return status(one, kind, one.events(), List.of());
    }

    /**
     * A notification.
     *
     * @param who as whom it is told, by what that one may see
     */
    public Future<JsonObject> of(Subscribed one, Kind kind, List<Event> events, Content content, Principal who) {
        List<String> names = events.stream().map(Event::focus).distinct().toList();
        return Future.all(names.stream()
                        .map(name -> shelf.read(one.hospital(), name.split("/", 2)[0], name.split("/", 2)[1]))
                        .toList())
                .map(read -> read.<java.util.Optional<Stored>>list().stream()
                        .flatMap(java.util.Optional::stream)
                        .toList())
                .compose(found -> privacy.protectedIn(one.hospital(), found)
                        .map(hidden -> bundle(one, kind, events, content, found, hidden, who)));
    }

    private static JsonObject bundle(
            Subscribed one,
            Kind kind,
            List<Event> events,
            Content content,
            List<Stored> found,
            Set<String> hidden,
            Principal who) {
        boolean stays = Shown.ENCOUNTER.verdict(who, one.hospital()).isAllowed();
        Map<String, JsonObject> resources = found.stream()
                .filter(stored -> stored.json() != null)
                .map(stored -> Map.entry(
                        stored.type() + "/" + stored.id(), Privacy.told(stored, stored.resource(), hidden, stays)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        // of whom nothing is told any more, the number alone
        Set<String> listed = found.stream()
                .filter(stored ->
                        stored.json() == null || Privacy.isListed(stored, stored.resource(), hidden, Set.of()))
                .map(stored -> stored.type() + "/" + stored.id())
                .collect(Collectors.toSet());
        Function<Event, String> focus =
                event -> content == Content.EMPTY || !listed.contains(event.focus()) ? "" : event.focus();
        List<JsonObject> parts = events.stream()
                .map(event -> part(one, event, focus.apply(event)))
                .toList();
        long number = kind == Kind.EVENT && !events.isEmpty()
                ? events.get(events.size() - 1).number()
                : one.events();
        String self = one.base() + "/Subscription/" + one.id();
        List<JsonObject> entries = new ArrayList<>();
        entries.add(entry("urn:uuid:" + UUID.randomUUID(), self + "/$status", status(one, kind, number, parts)));
        for (String name : events.stream().map(focus).distinct().toList()) {
            if (!name.isEmpty()) {
                String address = one.base() + "/" + name;
                JsonObject resource = content == Content.FULL_RESOURCE ? resources.get(name) : null;
                entries.add(entry(address, address, resource));
            }
        }
        return new JsonObject()
                .put("resourceType", "Bundle")
                .put("id", UUID.randomUUID().toString())
                .put("meta", profile("notification-r4"))
                .put("type", "history")
                .put("entry", new JsonArray(entries));
    }

    private static JsonObject entry(
            String fullUrl, String address, @org.jspecify.annotations.Nullable JsonObject resource) {
        JsonObject entry = new JsonObject().put("fullUrl", fullUrl);
        return (resource == null ? entry : entry.put("resource", resource))
                .put("request", new JsonObject().put("method", "GET").put("url", address))
                .put("response", new JsonObject().put("status", "200"));
    }

    private static JsonObject part(Subscribed one, Event event, String focus) {
        JsonArray parts = new JsonArray()
                .add(parameter("event-number", "valueString", Long.toString(event.number())))
                .add(parameter("timestamp", "valueInstant", event.at().toString()));
        if (!focus.isEmpty()) {
            parts = parts.add(
                    parameter("focus", "valueReference", new JsonObject().put("reference", one.base() + "/" + focus)));
        }
        return new JsonObject().put("name", "notification-event").put("part", parts);
    }

    private static JsonObject status(Subscribed one, Kind kind, long number, List<JsonObject> events) {
        JsonArray parameters = new JsonArray()
                .add(parameter(
                        "subscription",
                        "valueReference",
                        new JsonObject().put("reference", one.base() + "/Subscription/" + one.id())))
                .add(parameter("topic", "valueCanonical", one.topic().canonical()))
                .add(parameter("status", "valueCode", kind == Kind.HANDSHAKE ? "requested" : one.code()))
                .add(parameter("type", "valueCode", kind.code))
                .add(parameter("events-since-subscription-start", "valueString", Long.toString(number)));
        for (JsonObject event : events) {
            parameters = parameters.add(event);
        }
        if (one.error() != null) {
            parameters = parameters.add(
                    parameter("error", "valueCodeableConcept", new JsonObject().put("text", one.error())));
        }
        return new JsonObject()
                .put("resourceType", "Parameters")
                .put("id", UUID.randomUUID().toString())
                .put("meta", profile("status-r4"))
                .put("parameter", parameters);
    }

    private static JsonObject profile(String name) {
        return new JsonObject().put("profile", new JsonArray().add(PROFILE + name));
    }

    private static JsonObject parameter(String name, String value, Object of) {
        return new JsonObject().put("name", name).put(value, of);
    }
}
