package flyt.fhir;

import flyt.journal.Identities;
import flyt.journal.IdentityRow;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What of a resource is told (domain 3.13). Nobody's name is in one. Of patients whose address is protected there is less: their
 * beds are occupied and nothing else, their work is nobody's, their orders are not there, and their stays are for whoever asks by
 * the number.
 */
public final class Privacy {
    private static final String ISOLATED = "I";
    private static final String OCCUPIED = "O";

    private final Identities identities;

    public Privacy(Identities identities) {
        this.identities = identities;
    }

    /** The protected ones among those whom these tell of. */
    public Future<Set<String>> protectedIn(String hospital, Collection<Stored> resources) {
        Set<String> all = new TreeSet<>();
        resources.forEach(one -> all.addAll(one.patients()));
        return protectedAmong(hospital, all);
    }

    /** The protected ones among these. */
    Future<Set<String>> protectedAmong(String hospital, Set<String> all) {
        return all.isEmpty()
                ? Future.succeededFuture(Set.of())
                : identities.of(hospital, all).map(known -> known.values().stream()
                        .filter(row -> Boolean.TRUE.equals(row.isProtected()))
                        .map(IdentityRow::key)
                        .collect(Collectors.toSet()));
    }

    /**
     * Whether it may turn up where nobody asked for it by its id.
     *
     * @param told as it would be told
     * @param askedBy the parameters it was found by: not by what it does not tell
     */
    public static boolean isListed(Stored resource, JsonObject told, Set<String> hidden, Set<String> askedBy) {
        if (!tellsOf(resource, hidden)) {
            return true;
        }
        return switch (resource.type()) {
            case "Encounter", "ServiceRequest" -> false;
            case "Location" ->
                !askedBy.contains("operational-status")
                        || statusOf(told).equals(statusOf(new JsonObject(resource.json())));
            default -> true;
        };
    }

    /**
     * The resource as it may be told.
     *
     * @param stays whether whoever asks may see whose stays there are
     */
    public static JsonObject told(Stored resource, JsonObject json, Set<String> hidden, boolean stays) {
        boolean protects = tellsOf(resource, hidden);
        switch (resource.type()) {
            case "Location" -> {
                JsonObject status = statusOf(json);
                if (protects && ISOLATED.equals(status.getString("code"))) {
                    return json.put("operationalStatus", status.put("code", OCCUPIED));
                }
            }
            case "Task" -> {
                if (protects || !stays) {
                    return without(json, "for", "encounter");
                }
            }
            default -> {
                if (protects) {
                    return without(json, "subject");
                }
            }
        }
        return json;
    }

    private static JsonObject statusOf(JsonObject location) {
        return location.getJsonObject("operationalStatus", new JsonObject());
    }

    private static JsonObject without(JsonObject json, String... fields) {
        for (String field : fields) {
            Object unused = json.remove(field);
        }
        return json.put(
                "meta",
                json.getJsonObject("meta", new JsonObject())
                        .put(
                                "security",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put(
                                                        "system",
                                                        "http://terminology.hl7.org/CodeSystem/v3-ObservationValue")
                                                .put("code", "REDACTED"))));
    }

    private static boolean tellsOf(Stored resource, Set<String> hidden) {
        return resource.patients().stream().anyMatch(hidden::contains);
    }
}
