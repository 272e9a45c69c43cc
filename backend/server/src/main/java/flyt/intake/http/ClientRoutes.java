package flyt.intake.http;

import flyt.access.Deed;
import flyt.access.Principal;
import flyt.access.Reach;
import flyt.access.Role;
import flyt.access.RoleTable;
import flyt.access.Verdict;
import flyt.access.View;
import flyt.access.Where;
import flyt.access.client.Client;
import flyt.access.client.Clients;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /api/v1/access/clients}: systems, for administrators. A secret is shown once, when it is made. */
final class ClientRoutes implements Routes {
    private static final String ROOT = "/api/v1/access/clients";

    /** What each kind may be given, for the page on which it is ticked. */
    private static final JsonObject SCOPES = scopes();

    private final Clients clients;
    private final Gate gate;
    private final Bodies bodies;

    ClientRoutes(Clients clients, Gate gate, Bodies bodies) {
        this.clients = clients;
        this.gate = gate;
        this.bodies = bodies;
    }

    @Override
    public void mount(Router router) {
        router.get(ROOT).handler(context -> Answers.send(context, list(context)));
        router.post(ROOT).handler(context -> Answers.send(context, create(context)));
        router.patch(ROOT + "/:client").handler(context -> Answers.send(context, change(context)));
    }

    private Future<Buffer> list(RoutingContext context) {
        return administrator(context).compose(who -> theirs(who).map(all -> new JsonObject()
                .put(
                        "clients",
                        new JsonArray(all.stream().map(AccessJson::client).toList()))
                .put("scopes", SCOPES.copy())
                .toBuffer()));
    }

    private static JsonObject scopes() {
        return new JsonObject(Stream.of(Role.values())
                .filter(Role::isForMachines)
                .collect(Collectors.toMap(Role::wire, kind -> new JsonArray(RoleTable.offered(kind)))));
    }

    private Future<Buffer> create(RoutingContext context) {
        return administrator(context).compose(who -> body(context).compose(fields -> {
            String name = fields.text("name");
            Role kind = fields.choice("kind", Role.class);
            if (kind != null && !kind.isForMachines()) {
                fields.fault("kind", "must be integration or laboratory");
            }
            String hospital = AccountFields.hospital(fields);
            List<String> scopes = fields.maybeTexts(
                    "scopes",
                    scope -> kind != null && RoleTable.offers(kind, scope),
                    "deeds, and views with their level, that the table of roles has for this kind");
            if (!fields.has("scopes")) {
                fields.fault("scopes", "is missing");
            }
            List<String> sources = fields.maybeTexts("sources", AccountFields::isId, "ids of sources");
            List<String> addresses = fields.maybeTexts("addresses", Client::isRange, "addresses such as 10.20.0.0/16");
            return SignInRoutes.faultless(fields)
                    .compose(read -> gate.passed(who, verdict(who, hospital)))
                    .compose(may -> clients.create(
                            name,
                            kind,
                            hospital,
                            Set.copyOf(scopes),
                            sources == null ? null : Set.copyOf(sources),
                            addresses))
                    .map(made -> AccessJson.client(made.client())
                            .put("secret", made.secret())
                            .toBuffer());
        }));
    }

    private Future<Buffer> change(RoutingContext context) {
        String id = context.pathParam("client");
        return administrator(context).compose(who -> body(context).compose(fields -> {
            boolean revoked = fields.maybeFlag("revoked");
            boolean renewed = fields.maybeFlag("newSecret");
            if (revoked == renewed) {
                fields.fault("", "must say either revoked or newSecret");
            }
            return SignInRoutes.faultless(fields)
                    .compose(read -> theirs(who))
                    .compose(all -> all.stream().anyMatch(one -> one.id().equals(id)) ? act(id, revoked) : unknown());
        }));
    }

    private Future<Buffer> act(String id, boolean revoked) {
        return revoked
                ? clients.revoke(id).map(done -> new JsonObject().put("id", id).toBuffer())
                : clients.renew(id)
                        .compose(secret -> secret.isEmpty()
                                ? unknown()
                                : Future.succeededFuture(new JsonObject()
                                        .put("id", id)
                                        .put("secret", secret.get())
                                        .toBuffer()));
    }

    private static Future<Buffer> unknown() {
        return Failures.answer(Problem.of(404, "unknown-client", "There is no such client."));
    }

    private Future<Principal> administrator(RoutingContext context) {
        return gate.allowed(context, who -> RoleTable.somewhere(who, View.ACCOUNTS));
    }

    private Future<List<Client>> theirs(Principal who) {
        return clients.list().map(all -> all.stream()
                .filter(client -> verdict(who, client.hospital()).isAllowed())
                .toList());
    }

    /** {@value Reach#EVERY} is for those alone who reach every hospital. */
    private static Verdict verdict(Principal who, String hospital) {
        return RoleTable.verdict(who, Deed.MANAGE_CLIENTS, hospital, Where.WHOLE);
    }

    private Future<Fields> body(RoutingContext context) {
        return bodies.read(context.request()).compose(Answers::parsed).map(json -> Fields.of(json));
    }
}
