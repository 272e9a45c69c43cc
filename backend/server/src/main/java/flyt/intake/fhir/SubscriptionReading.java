package flyt.intake.fhir;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.StrictErrorHandler;
import flyt.fhir.Fhir;
import flyt.fhir.R4;
import flyt.fhir.Subscribed;
import flyt.fhir.Subscribed.Status;
import flyt.fhir.Topic;
import flyt.intake.http.Fault;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.Subscription;
import org.jspecify.annotations.Nullable;

/** A Subscription of R4 with the extensions of the backport, as somebody asks for it. */
final class SubscriptionReading {
    private static final Set<String> CHANNELS = Set.of("rest-hook", "websocket");

    private final Predicate<String> mayBeCalled;
    private final List<Fault> faults;

    /** {@code faults}: gets what is wrong. */
    SubscriptionReading(Predicate<String> mayBeCalled, List<Fault> faults) {
        this.mayBeCalled = mayBeCalled;
        this.faults = faults;
    }

    /** Null after a fault. {@code base}: of the address that it came to. */
    @Nullable
    Subscribed read(String hospital, String client, String base, String body) {
        JsonObject json = parsed(body);
        if (json == null) {
            return null;
        }
        Topic topic = Topic.of(json.getString("criteria", "")).orElse(null);
        JsonArray filters = new JsonArray();
        if (topic == null) {
            fault("Subscription.criteria", "must be the canonical of a topic in the CapabilityStatement");
        } else {
            filters = filters(topic, String.valueOf(Subscribed.filter(json).orElse("")));
        }
        Subscribed read = new Subscribed(
                hospital,
                UUID.randomUUID().toString(),
                client,
                base,
                topic == null ? Topic.BED_STATUS : topic,
                filters,
                json,
                Status.REQUESTED,
                null,
                0,
                0,
                Instant.EPOCH);
        channel(read, json.getJsonObject("channel", new JsonObject()));
        return faults.isEmpty() ? read : null;
    }

    private @Nullable JsonObject parsed(String body) {
        try {
            Subscription subscription = R4.context()
                    .newJsonParser()
                    .setParserErrorHandler(new StrictErrorHandler())
                    .parseResource(Subscription.class, body);
            return new JsonObject(R4.write(subscription));
        } catch (DataFormatException e) {
            fault("Subscription", "is none: " + e.getMessage());
        } catch (RuntimeException e) {
            fault("Subscription", "cannot be read");
        }
        return null;
    }

    private void channel(Subscribed read, JsonObject channel) {
        if (!CHANNELS.contains(read.channel())) {
            fault("Subscription.channel.type", "must be rest-hook or websocket");
        }
        if (read.channel().equals("rest-hook") && !mayBeCalled.test(read.endpoint())) {
            fault("Subscription.channel.endpoint", "is no address that this server may call");
        }
        if (channel.containsKey("header")) {
            fault(
                    "Subscription.channel.header",
                    "must be absent: what a receiver wants to be told is set at this server");
        }
        String payload = channel.getString("payload");
        if (payload != null && !payload.equals(Fhir.JSON)) {
            fault("Subscription.channel.payload", "must be " + Fhir.JSON);
        }
        if (read.json().containsKey("end") && read.end() == null) {
            fault("Subscription.end", "must be a moment");
        }
    }

    /** {@code Encounter?location=Location/ward-LUN}: a search that the focus of the topic is found by. */
    private JsonArray filters(Topic topic, String criteria) {
        JsonArray filters = new JsonArray();
        if (criteria.isEmpty()) {
            return filters;
        }
        String type = topic.focus().type();
        List<Fault> wrong = new ArrayList<>();
        MultiMap asked = MultiMap.caseInsensitiveMultiMap();
        for (String pair : criteria.substring(criteria.indexOf('?') + 1).split("&")) {
            String[] both = pair.split("=", 2);
            asked = asked.add(decoded(both[0]), both.length == 1 ? "" : decoded(both[1]));
        }
        Search search = Search.of(type, topic.focus().parameters(), asked, wrong);
        boolean simple = search.query().ids() == null
                && search.query().from() == null
                && search.query().before() == null
                && search.page() == Search.PAGE;
        if (!criteria.startsWith(type + "?")
                || !wrong.isEmpty()
                || !search.unknown().isEmpty()
                || !simple) {
            fault("Subscription.criteria.extension", "must be a search of " + type + " by its own parameters");
        }
        for (Set<String> terms : search.query().anyOf()) {
            filters = filters.add(new JsonArray(terms.stream().sorted().toList()));
        }
        return filters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private void fault(String field, String what) {
        faults.add(new Fault(field, what));
    }
}
