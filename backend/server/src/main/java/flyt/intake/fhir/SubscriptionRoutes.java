package flyt.intake.fhir;

import flyt.access.Principal;
import flyt.access.Principal.Machine;
import flyt.access.Principal.Nobody;
import flyt.access.Principal.Person;
import flyt.access.SecretToken;
import flyt.access.Verdict;
import flyt.access.Verdict.Reason;
import flyt.access.Verdict.Refused;
import flyt.domain.place.HospitalId;
import flyt.fhir.Fhir;
import flyt.fhir.Mirror;
import flyt.fhir.Notifications;
import flyt.fhir.Notifications.Kind;
import flyt.fhir.Shown;
import flyt.fhir.Subscribed;
import flyt.fhir.Subscribed.Content;
import flyt.fhir.Subscriptions;
import flyt.intake.http.Bodies;
import flyt.intake.http.Failures;
import flyt.intake.http.Fault;
import flyt.intake.http.Gate;
import flyt.intake.http.Problem;
import flyt.intake.http.Witness;
import flyt.outbound.fhir.FhirSockets;
import flyt.runtime.Hospitals;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Subscriptions of systems to topics: each has its own and sees no others. */
public final class SubscriptionRoutes {
    private static final String TYPE = "Subscription";
    private static final int EVENTS_MAX = 1_000;
    private static final int EACH_MAX = 100;
    private static final Duration TOKEN_LASTS = Duration.ofMinutes(10);

    private final Hospitals hospitals;
    private final Fhir fhir;
    private final Gate gate;
    private final Witness witness;
    private final Bodies bodies;
    private final Parts parts;
    private final Function<RoutingContext, String> base;

    /**
     * What subscriptions are made of.
     *
     * @param mayBeCalled whether notifications may go to an address
     */
    public record Parts(
            Mirror mirror, Subscriptions subscriptions, Notifications notifications, Predicate<String> mayBeCalled) {}

    /** {@code base}: the address of the hospital's resources, as a request came to it. */
    public SubscriptionRoutes(
            Fhir fhir,
            Hospitals hospitals,
            Gate gate,
            Witness witness,
            Bodies bodies,
            Parts parts,
            Function<RoutingContext, String> base) {
        this.fhir = fhir;
        this.hospitals = hospitals;
        this.gate = gate;
        this.witness = witness;
        this.bodies = bodies;
        this.parts = parts;
        this.base = base;
    }

    /** What can be asked. */
    public List<Interaction> interactions() {
        return List.of(
                new Interaction(TYPE, Interaction.Kind.CREATE, this::create),
                new Interaction(TYPE, Interaction.Kind.SEARCH, this::all),
                new Interaction(TYPE, Interaction.Kind.STATUS_OF_ALL, this::statusOfAll),
                new Interaction(TYPE, Interaction.Kind.READ, this::read),
                new Interaction(TYPE, Interaction.Kind.DELETE, this::delete),
                new Interaction(TYPE, Interaction.Kind.STATUS, this::status),
                new Interaction(TYPE, Interaction.Kind.EVENTS, this::events),
                new Interaction(TYPE, Interaction.Kind.SOCKET_TOKEN, this::token));
    }

    /** Whether somebody may subscribe to anything in a hospital: a system that may see some resources of it. */
    static Verdict verdict(Principal who, String hospital) {
        if (who instanceof Nobody) {
            return new Refused(Reason.SIGN_IN_NEEDED);
        } else if (!(who instanceof Machine)) {
            return new Refused(
                    who instanceof Person person && person.mustChange()
                            ? Reason.MUST_CHANGE_PASSWORD
                            : Reason.NOT_YOUR_ROLE);
        }
        return Arrays.stream(Shown.values())
                .map(type -> type.verdict(who, hospital))
                .filter(Verdict::isAllowed)
                .findFirst()
                .orElseGet(() -> Shown.LOCATION.verdict(who, hospital));
    }

    private Future<Machine> allowed(RoutingContext context, HospitalId id) {
        return gate.allowed(context, who -> verdict(who, id.value()))
                .compose(who -> hospitals.definition(id).map((Machine) who));
    }

    private Future<Said> create(RoutingContext context, HospitalId id) {
        return allowed(context, id).compose(who -> bodies.read(context.request(), Set.of(Fhir.JSON, "application/json"))
                .compose(body -> fhir.load().map(body))
                .compose(body -> {
                    List<Fault> faults = new ArrayList<>();
                    Subscribed read = new SubscriptionReading(parts.mayBeCalled(), faults)
                            .read(id.value(), who.id(), base.apply(context), new String(body, StandardCharsets.UTF_8));
                    return read == null
                            ? Failures.answer(Problem.faulty(422, "subscription", faults))
                            : gate.passed(who, read.topic().focus().verdict(who, id.value()))
                                    .compose(passed -> few(read))
                                    .compose(few -> remember(context, who, read))
                                    .compose(remembered -> begin(read));
                }));
    }

    private Future<Void> few(Subscribed one) {
        return parts.subscriptions()
                .of(one.hospital(), one.client())
                .compose(all -> all.size() < EACH_MAX
                        ? Future.succeededFuture()
                        : Failures.answer(Problem.of(
                                409, "refused", "A system may have " + EACH_MAX + " subscriptions at a hospital.")));
    }

    /** Whoever is told of stays from now on looks at them from now on. */
    private Future<Void> remember(RoutingContext context, Machine who, Subscribed one) {
        Shown focus = one.topic().focus();
        return focus.tellsOfPatients()
                ? witness.remember(
                        context,
                        who,
                        focus.verdict(who, one.hospital()),
                        focus.view().wire(),
                        entry -> entry.in(one.hospital())
                                .showing(focus.view().wire(), "-", null)
                                .because("subscription " + one.topic().canonical()))
                : Future.succeededFuture();
    }

    /** From now on: what was journaled before has no numbers. */
    private Future<Said> begin(Subscribed one) {
        return parts.mirror()
                .upToDate(one.hospital())
                .compose(ready -> parts.subscriptions().add(one))
                .compose(added -> parts.subscriptions().one(one.hospital(), one.client(), one.id()))
                .map(found -> new Said(201, found.orElse(one).told().encode())
                        .with("Location", one.base() + "/Subscription/" + one.id()));
    }

    private Future<Said> read(RoutingContext context, HospitalId id) {
        return one(context, id).map(one -> Said.ok(one.told().encode()));
    }

    private Future<Subscribed> one(RoutingContext context, HospitalId id) {
        return allowed(context, id)
                .compose(who -> parts.subscriptions().one(id.value(), who.id(), context.pathParam("resource")))
                .compose(found -> found.map(Future::succeededFuture).orElseGet(() -> Failures.answer(unknown())));
    }

    private static Problem unknown() {
        return Problem.of(404, "unknown-resource", "There is no such resource.");
    }

    private Future<Said> delete(RoutingContext context, HospitalId id) {
        return allowed(context, id)
                .compose(who -> parts.subscriptions().remove(id.value(), who.id(), context.pathParam("resource")))
                .compose(removed -> removed ? Future.succeededFuture(new Said(204, "")) : Failures.answer(unknown()));
    }

    private Future<Said> all(RoutingContext context, HospitalId id) {
        return allowed(context, id)
                .compose(who -> parts.subscriptions().of(id.value(), who.id()))
                .map(all -> searchset(all.stream()
                        .map(one -> new JsonObject()
                                .put("fullUrl", one.base() + "/Subscription/" + one.id())
                                .put("resource", one.told()))
                        .toList()));
    }

    private Future<Said> status(RoutingContext context, HospitalId id) {
        return one(context, id).map(one -> statuses(List.of(one)));
    }

    private Future<Said> statusOfAll(RoutingContext context, HospitalId id) {
        return allowed(context, id)
                .compose(who -> parts.subscriptions().of(id.value(), who.id()))
                .map(SubscriptionRoutes::statuses);
    }

    private static Said statuses(List<Subscribed> all) {
        return searchset(all.stream()
                .map(one -> new JsonObject().put("resource", Notifications.status(one, Kind.STATUS)))
                .toList());
    }

    private static Said searchset(List<JsonObject> entries) {
        JsonObject bundle = new JsonObject().put("resourceType", "Bundle").put("type", "searchset");
        List<JsonObject> found = entries.stream()
                .map(entry -> entry.put("search", new JsonObject().put("mode", "match")))
                .toList();
        return Said.ok((found.isEmpty() ? bundle : bundle.put("entry", new JsonArray(found))).encode());
    }

    /** What has some numbers, again. */
    private Future<Said> events(RoutingContext context, HospitalId id) {
        MultiMap query = context.queryParams();
        List<Fault> faults = new ArrayList<>();
        long since = number(query, "eventsSinceNumber", 1, faults);
        long until = number(query, "eventsUntilNumber", Long.MAX_VALUE, faults);
        Content content = query.contains("content") ? Content.of(query.get("content")) : null;
        if (query.contains("content") && content == null) {
            faults.add(new Fault("content", "must be empty, id-only or full-resource"));
        }
        return allowed(context, id)
                .compose(who -> parts.subscriptions()
                        .one(id.value(), who.id(), context.pathParam("resource"))
                        .compose(
                                found -> found.map(Future::succeededFuture).orElseGet(() -> Failures.answer(unknown())))
                        .compose(one -> faults.isEmpty()
                                ? gate.passed(who, one.topic().focus().verdict(who, id.value()))
                                        .compose(passed -> parts.subscriptions().events(one, since, until, EVENTS_MAX))
                                        .compose(events -> parts.notifications()
                                                .of(
                                                        one,
                                                        Kind.QUERY,
                                                        events,
                                                        content == null ? one.content() : content,
                                                        who))
                                : Failures.answer(Problem.faulty(400, "query", faults))))
                .map(bundle -> Said.ok(bundle.encode()));
    }

    /** By what the subscription is bound to a WebSocket. */
    private Future<Said> token(RoutingContext context, HospitalId id) {
        String token = SecretToken.make();
        return one(context, id)
                .compose(one -> one.channel().equals("websocket")
                        ? parts.subscriptions()
                                .letBind(one, token, TOKEN_LASTS)
                                .map(let -> Said.ok(token(one, token).encode()))
                        : Failures.answer(
                                Problem.of(409, "refused", "The channel of this subscription is no WebSocket.")));
    }

    private static JsonObject token(Subscribed one, String token) {
        String socket = one.base().replaceFirst("^http", "ws") + FhirSockets.PATH;
        JsonArray parameters = new JsonArray()
                .add(new JsonObject().put("name", "token").put("valueString", token))
                .add(new JsonObject()
                        .put("name", "expiration")
                        .put("valueDateTime", Instant.now().plus(TOKEN_LASTS).toString()))
                .add(new JsonObject().put("name", "subscription").put("valueString", one.id()))
                .add(new JsonObject().put("name", "websocket-url").put("valueUrl", socket));
        return new JsonObject().put("resourceType", "Parameters").put("parameter", parameters);
    }

    private static long number(MultiMap query, String name, long otherwise, List<Fault> faults) {
        String text = query.get(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("\\d{1,18}")) {
            faults.add(new Fault(name, "must be a number"));
            return otherwise;
        }
        return Long.parseLong(text);
    }
}
