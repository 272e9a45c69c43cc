package flyt;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Resources as other systems send them, about nobody. */
final class FhirSamples {
    private FhirSamples() {}

    static JsonObject encounter(String visit, int version, String status, JsonObject... places) {
        return new JsonObject()
                .put("resourceType", "Encounter")
                .put("id", visit)
                .put(
                        "meta",
                        new JsonObject()
                                .put("versionId", String.valueOf(version))
                                .put("lastUpdated", "2026-11-22T12:0" + version + ":00Z"))
                .put("contained", new JsonArray().add(patient(visit).put("id", "p")))
                .put("status", status)
                .put("class", new JsonObject().put("code", "IMP"))
                .put("subject", new JsonObject().put("reference", "#p"))
                .put("period", new JsonObject().put("start", "2026-11-22T08:00:00Z"))
                .put("location", new JsonArray(List.of(places)));
    }

    static JsonObject patient(String visit) {
        return new JsonObject()
                .put("resourceType", "Patient")
                .put("id", visit)
                .put("identifier", new JsonArray().add(new JsonObject().put("value", "T-" + visit)))
                .put(
                        "name",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("family", "Testesen")
                                        .put("given", new JsonArray().add("Kari"))))
                .put("birthDate", "1952-03-04");
    }

    static JsonObject at(String place, String from, String to) {
        JsonObject period = new JsonObject().put("start", "2026-11-22T" + from + ":00Z");
        if (!to.isEmpty()) {
            period = period.put("end", "2026-11-22T" + to + ":00Z");
        }
        return new JsonObject()
                .put("location", new JsonObject().put("reference", "Location/" + place))
                .put("period", period);
    }

    static JsonObject header(String event) {
        return new JsonObject()
                .put("resourceType", "MessageHeader")
                .put("id", "h")
                .put(
                        "eventCoding",
                        new JsonObject()
                                .put("system", "http://hl7.org/fhir/us/davinci-alerts/CodeSystem/notification-event")
                                .put("code", event))
                .put("source", new JsonObject().put("endpoint", "urn:ehr"))
                .put("focus", new JsonArray().add(new JsonObject().put("reference", "urn:uuid:e")));
    }

    static JsonObject entry(String url, JsonObject resource) {
        return new JsonObject().put("fullUrl", url).put("resource", resource);
    }

    static String transaction(String id, JsonObject... resources) {
        JsonArray entries = new JsonArray();
        for (JsonObject resource : resources) {
            String url = resource.getString("resourceType") + "/" + resource.getString("id");
            entries = entries.add(entry("https://ehr.example.no/" + url, resource)
                    .put("request", new JsonObject().put("method", "PUT").put("url", url)));
        }
        return new JsonObject()
                .put("resourceType", "Bundle")
                .put("id", id)
                .put("type", "transaction")
                .put("entry", entries)
                .encode();
    }

    static JsonObject result(String status, String issued) {
        return new JsonObject()
                .put("resourceType", "DiagnosticReport")
                .put("id", "R-1")
                .put("status", status)
                .put("code", new JsonObject().put("text", "blood"))
                .put("basedOn", new JsonArray().add(new JsonObject().put("reference", "ServiceRequest/L-1")))
                .put("encounter", new JsonObject().put("reference", "Encounter/VL1"))
                .put("issued", issued);
    }

    static JsonObject task(String kind, String place) {
        return new JsonObject()
                .put("resourceType", "Task")
                .put("identifier", new JsonArray().add(new JsonObject().put("value", "order " + kind + place)))
                .put("status", "requested")
                .put("intent", "order")
                .put("authoredOn", "2026-11-22T12:00:00Z")
                .put("code", new JsonObject().put("coding", new JsonArray().add(new JsonObject().put("code", kind))))
                .put("location", new JsonObject().put("reference", place));
    }

    /** A subscription by rest-hook. {@code filter}: empty for none. */
    static JsonObject subscription(String topic, String content, String endpoint, String filter) {
        JsonObject subscription = new JsonObject()
                .put("resourceType", "Subscription")
                .put("status", "requested")
                .put("reason", "test")
                .put("criteria", "urn:flyt:topic:" + topic)
                .put("channel", channel(content, endpoint));
        return filter.isEmpty()
                ? subscription
                : subscription.put(
                        "_criteria",
                        new JsonObject()
                                .put(
                                        "extension",
                                        new JsonArray().add(extension("filter-criteria", "valueString", filter))));
    }

    static JsonObject channel(String content, String endpoint) {
        return new JsonObject()
                .put("type", "rest-hook")
                .put("endpoint", endpoint)
                .put("payload", "application/fhir+json")
                .put(
                        "_payload",
                        new JsonObject()
                                .put(
                                        "extension",
                                        new JsonArray().add(extension("payload-content", "valueCode", content))));
    }

    static JsonObject extension(String name, String value, Object of) {
        return new JsonObject()
                .put("url", "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-" + name)
                .put(value, of);
    }
}
