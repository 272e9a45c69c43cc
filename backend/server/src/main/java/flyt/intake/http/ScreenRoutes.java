package flyt.intake.http;

import flyt.access.Deed;
import flyt.access.Principal;
import flyt.access.Principal.Person;
import flyt.access.Reach;
import flyt.access.RoleTable;
import flyt.access.View;
import flyt.access.Where;
import flyt.access.screen.PairedScreen;
import flyt.access.screen.Pairings;
import flyt.access.screen.ScreenSettings;
import flyt.access.screen.Screens;
import flyt.domain.place.HospitalId;
import flyt.runtime.Hospitals;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code /api/v1/access/screens}: pairing, listing, moving and revoking screens, for administrators. A screen of a hospital that
 * is not an administrator's is answered as one that does not exist.
 */
final class ScreenRoutes implements Routes {
    private static final String ROOT = "/api/v1/access/screens";

    private final Screens screens;
    private final Pairings pairings;
    private final Hospitals hospitals;
    private final Gate gate;
    private final Bodies bodies;
    private final InstantSource clock;

    ScreenRoutes(
            Screens screens, Pairings pairings, Hospitals hospitals, Gate gate, Bodies bodies, InstantSource clock) {
        this.screens = screens;
        this.pairings = pairings;
        this.hospitals = hospitals;
        this.gate = gate;
        this.bodies = bodies;
        this.clock = clock;
    }

    @Override
    public void mount(Router router) {
        router.get(ROOT).handler(context -> Answers.send(context, list(context)));
        router.post(ROOT).handler(context -> Answers.send(context, pair(context)));
        router.patch(ROOT + "/:screen").handler(context -> Answers.send(context, change(context)));
        router.delete(ROOT + "/:screen").handler(context -> Answers.send(context, revoke(context)));
    }

    private Future<Buffer> list(RoutingContext context) {
        String hospital = context.request().getParam("hospital");
        return gate.allowed(
                        context,
                        who -> hospital == null
                                ? RoleTable.somewhere(who, View.SCREENS)
                                : RoleTable.verdict(who, View.SCREENS, hospital, Where.WHOLE, 1))
                .compose(who -> screens.list().map(all -> new JsonObject()
                        .put(
                                "screens",
                                new JsonArray(all.stream()
                                        .filter(one -> hospital == null
                                                || one.settings().hospital().equals(hospital))
                                        .filter(one -> RoleTable.verdict(
                                                        who,
                                                        View.SCREENS,
                                                        one.settings().hospital(),
                                                        Where.WHOLE,
                                                        1)
                                                .isAllowed())
                                        .map(ScreenFields::json)
                                        .toList()))
                        .toBuffer()));
    }

    private Future<Buffer> pair(RoutingContext context) {
        return administrator(context).compose(who -> body(context).compose(fields -> {
            String code = fields.text("code");
            ScreenSettings settings = ScreenFields.settings(fields, null);
            return SignInRoutes.faultless(fields)
                    .compose(read -> within(who, settings))
                    .compose(fits -> pairings.claim(code, settings, account(who), clock.instant()))
                    .compose(screen -> screen == null
                            ? Failures.<Optional<PairedScreen>>answer(AccessProblems.unknownCode())
                            : screens.find(screen))
                    .compose(ScreenRoutes::answer);
        }));
    }

    private Future<Buffer> change(RoutingContext context) {
        String id = context.pathParam("screen");
        return administrator(context).compose(who -> body(context)
                .compose(fields -> mine(who, id, screen -> {
                    ScreenSettings settings = ScreenFields.settings(fields, screen.settings());
                    return SignInRoutes.faultless(fields)
                            .compose(read -> within(who, settings))
                            .compose(fits -> screens.change(id, settings))
                            .compose(ScreenRoutes::answer);
                })));
    }

    private Future<Buffer> revoke(RoutingContext context) {
        String id = context.pathParam("screen");
        return administrator(context)
                .compose(who -> mine(who, id, screen -> screens.revoke(id)
                        .map(revoked -> new JsonObject().put("id", id).toBuffer())));
    }

    /** Of a screen in the administrator's hospitals; who has not all of them is told the same of any other, there or not. */
    private Future<Buffer> mine(Principal who, String id, Function<PairedScreen, Future<Buffer>> asked) {
        return screens.find(id).compose(found -> {
            String hospital = found.map(screen -> screen.settings().hospital()).orElse(Reach.EVERY);
            return gate.passed(who, RoleTable.verdict(who, Deed.PAIR_SCREEN, hospital, Where.WHOLE))
                    .compose(may -> found.isEmpty() ? unknown() : asked.apply(found.get()));
        });
    }

    private Future<Principal> administrator(RoutingContext context) {
        return gate.allowed(context, who -> RoleTable.somewhere(who, View.SCREENS));
    }

    /** Whether the settings lie where the administrator is one, and the hospital has what they name. */
    private Future<Void> within(Principal who, ScreenSettings settings) {
        return gate.passed(who, RoleTable.verdict(who, Deed.PAIR_SCREEN, settings.hospital(), Where.WHOLE))
                .compose(may -> hospitals.definition(new HospitalId(settings.hospital())))
                .compose(hospital -> {
                    List<Fault> faults = ScreenFields.faults(settings, hospital);
                    return faults.isEmpty()
                            ? Future.succeededFuture()
                            : Failures.answer(Problem.faulty(422, "request", faults));
                });
    }

    private Future<Fields> body(RoutingContext context) {
        return bodies.read(context.request()).compose(Answers::parsed).map(json -> Fields.of(json));
    }

    private static Future<Buffer> answer(Optional<PairedScreen> screen) {
        return screen.isEmpty()
                ? unknown()
                : Future.succeededFuture(ScreenFields.json(screen.get()).toBuffer());
    }

    private static Future<Buffer> unknown() {
        return Failures.answer(Problem.of(404, "unknown-screen", "There is no such screen."));
    }

    private static String account(Principal who) {
        return who instanceof Person person ? person.account() : "";
    }
}
