package flyt.intake.http;

import flyt.access.DeviceKind;
import flyt.access.Principal.Person;
import flyt.access.Principal.Screen;
import flyt.access.Verdict.Reason;
import flyt.access.account.Sessions.Device;
import flyt.access.account.Unacceptable;
import flyt.access.account.Unacceptable.Why;
import flyt.access.account.WallKeys;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/access/wall-key} and {@code …/wall-sign-in}: signing in at a wall by card or code. */
final class WallRoutes implements Routes {
    private static final String ROOT = "/api/v1/access/";
    private static final int CARD_MAX = 64;

    private final WallKeys keys;
    private final SignInRoutes.Parts parts;
    private final Gate gate;
    private final Bodies bodies;

    WallRoutes(WallKeys keys, SignInRoutes.Parts parts, Gate gate, Bodies bodies) {
        this.keys = keys;
        this.parts = parts;
        this.gate = gate;
        this.bodies = bodies;
    }

    @Override
    public void mount(Router router) {
        router.post(ROOT + "wall-key").handler(context -> Answers.send(context, key(context)));
        router.post(ROOT + "wall-sign-in").handler(context -> Answers.send(context, signIn(context)));
    }

    /** A card, or without one a new code, which is told once. Nobody changes their key at a wall, before others' eyes. */
    private Future<Buffer> key(RoutingContext context) {
        return gate.person(context)
                .compose(person -> person.wall() != null || person.mustChange()
                        ? Failures.answer(
                                AccessProblems.of(person.mustChange() ? Reason.MUST_CHANGE_PASSWORD : Reason.NOT_YOURS))
                        : body(context).compose(fields -> {
                            String card = fields.maybeText("card");
                            if (card != null && (card.isBlank() || card.length() > CARD_MAX)) {
                                fields.fault("card", "must have 1 to " + CARD_MAX + " characters");
                            }
                            return SignInRoutes.faultless(fields).compose(read -> kept(person, card));
                        }));
    }

    private Future<Buffer> kept(Person person, @Nullable String card) {
        return card == null
                ? keys.newCode(person.account())
                        .map(code -> new JsonObject().put("code", code).toBuffer())
                : keys.setCard(person.account(), card.strip())
                        .compose(kept -> kept
                                ? Future.succeededFuture(
                                        new JsonObject().put("card", true).toBuffer())
                                : Failures.answer(
                                        Problem.of(409, "card-taken", "Somebody else signs in with this card.")));
    }

    private Future<Buffer> signIn(RoutingContext context) {
        return Gate.paused(context, parts.doorkeeper().wall(context.request().headers()))
                .compose(wall -> body(context).compose(fields -> {
                    String key = fields.text("key");
                    return SignInRoutes.faultless(fields).compose(read -> signIn(context, wall, key));
                }));
    }

    private Future<Buffer> signIn(RoutingContext context, Optional<Screen> wall, String key) {
        if (wall.isEmpty()) {
            return Failures.answer(AccessProblems.of(Reason.SIGN_IN_NEEDED));
        }
        String screen = wall.get().id();
        String address = Gate.address(context);
        Device device =
                new Device(DeviceKind.WALL, screen, address, context.request().getHeader("User-Agent"), null);
        return gate.counting(keys.account(key.strip(), screen, address)
                        .compose(found -> found.isEmpty()
                                ? Future.failedFuture(new Unacceptable(Why.WRONG_CREDENTIALS))
                                : parts.sessions().open(found.get(), device)))
                .compose(opened -> SignInRoutes.signedIn(context, parts, opened));
    }

    private Future<Fields> body(RoutingContext context) {
        return bodies.read(context.request()).compose(Answers::parsed).map(json -> Fields.of(json));
    }
}
