package flyt.intake.http;

import flyt.access.Deed;
import flyt.access.Principal;
import flyt.access.Reach;
import flyt.access.RoleTable;
import flyt.access.Where;
import flyt.access.log.BreakGlass;
import flyt.access.log.LogJson;
import flyt.access.log.Who;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;

/** {@code …/hospitals/{id}/break-glass}: a relation in an emergency; {@code …/access/break-glass}: its review. */
final class BreakGlassRoutes implements Routes {
    private static final String REVIEW = "/api/v1/access/break-glass";
    private static final int LISTED = 500;

    private final BreakGlass glass;
    private final Gate gate;
    private final Witness witness;
    private final Bodies bodies;
    private final InstantSource clock;

    BreakGlassRoutes(BreakGlass glass, Gate gate, Witness witness, Bodies bodies, InstantSource clock) {
        this.glass = glass;
        this.gate = gate;
        this.witness = witness;
        this.bodies = bodies;
        this.clock = clock;
    }

    @Override
    public void mount(Router router) {
        router.post("/api/v1/hospitals/:id/break-glass")
                .handler(context -> Answers.json(context, hospital -> open(context, hospital.value())));
        router.get(REVIEW).handler(context -> Answers.send(context, list(context)));
        router.post(REVIEW).handler(context -> Answers.send(context, review(context)));
    }

    private Future<Buffer> open(RoutingContext context, String hospital) {
        return witness.known(
                        context,
                        who -> RoleTable.verdict(who, Deed.BREAK_GLASS, hospital, Where.WHOLE),
                        Deed.BREAK_GLASS.wire(),
                        entry -> entry.in(hospital))
                .compose(who -> body(context).compose(fields -> {
                    String visit = fields.maybeSenderId("visit", id -> id);
                    String ward = fields.maybeId("ward", id -> id);
                    String reason = fields.text("reason");
                    if (fields.has("visit") == fields.has("ward")) {
                        fields.fault("", "must have either visit or ward");
                    }
                    return SignInRoutes.faultless(fields)
                            .compose(read -> glass.open(
                                    who, hospital, visit, ward, reason, Gate.address(context), clock.instant()))
                            .map(relation -> LogJson.of(relation).toBuffer());
                }));
    }

    private Future<Buffer> list(RoutingContext context) {
        String hospital = context.request().getParam("hospital");
        return gate.who(context)
                .compose(who -> reviewer(context, who, hospital == null ? Reach.EVERY : hospital))
                .compose(who -> glass.list(hospital, LISTED))
                .map(all -> new JsonObject()
                        .put(
                                "relations",
                                new JsonArray(all.stream().map(LogJson::of).toList()))
                        .toBuffer());
    }

    private Future<Buffer> review(RoutingContext context) {
        return gate.person(context).compose(person -> body(context).compose(fields -> {
            Integer id = fields.number("id", 1, Integer.MAX_VALUE);
            String words = fields.text("words");
            return SignInRoutes.faultless(fields)
                    .compose(read -> glass.find(id))
                    .compose(found -> reviewer(context, person, found == null ? Reach.EVERY : found.hospital())
                            .compose(who -> found == null ? unknown() : reviewed(id, who, words)));
        }));
    }

    private Future<Buffer> reviewed(long id, Who who, String words) {
        return glass.review(id, who, words, clock.instant())
                .compose(taken -> taken
                        ? glass.find(id).map(relation -> LogJson.of(relation).toBuffer())
                        : Failures.answer(
                                Problem.refused("ONE_REVIEW", "It has been reviewed already, or it is your own.")));
    }

    private Future<Who> reviewer(RoutingContext context, Principal who, String hospital) {
        return witness.judged(
                context,
                who,
                RoleTable.verdict(who, Deed.REVIEW_BREAK_GLASS, hospital, Where.WHOLE),
                Deed.REVIEW_BREAK_GLASS.wire(),
                entry -> hospital.equals(Reach.EVERY) ? entry : entry.in(hospital));
    }

    private Future<Fields> body(RoutingContext context) {
        return bodies.read(context.request()).compose(Answers::parsed).map(json -> Fields.of(json));
    }

    private static Future<Buffer> unknown() {
        return Failures.answer(Problem.of(404, "unknown-relation", "There is no such relation."));
    }
}
