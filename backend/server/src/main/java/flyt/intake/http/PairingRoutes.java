package flyt.intake.http;

import flyt.access.Cookies;
import flyt.access.SecretToken;
import flyt.access.Verdict.Reason;
import flyt.access.screen.Pairings;
import flyt.access.screen.Pairings.Progress.Paired;
import flyt.access.screen.Pairings.Progress.Waiting;
import flyt.access.screen.Screens;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/access/pairings} and {@code …/screens/connect}: what a screen itself asks, before and after it is paired. */
final class PairingRoutes {
    private static final String ROOT = "/api/v1/access/";
    private static final String SCHEME = "Pairing ";
    private static final int ACCEPTED = 202;

    private final Pairings pairings;
    private final Screens screens;
    private final Cookies cookies;
    private final Bodies bodies;
    private final boolean demo;
    private final InstantSource clock;

    PairingRoutes(
            Pairings pairings, Screens screens, Cookies cookies, Bodies bodies, boolean demo, InstantSource clock) {
        this.pairings = pairings;
        this.screens = screens;
        this.cookies = cookies;
        this.bodies = bodies;
        this.demo = demo;
        this.clock = clock;
    }

    void mount(Router router) {
        router.post(ROOT + "pairings").handler(context -> Answers.send(context, open(context)));
        router.get(ROOT + "pairings/:code").handler(context -> Answers.send(context, progress(context)));
        router.post(ROOT + "screens/connect").handler(context -> Answers.send(context, connect(context)));
    }

    private Future<Buffer> open(RoutingContext context) {
        return pairings.open(Gate.address(context), clock.instant()).map(opened -> new JsonObject()
                .put("code", opened.code())
                .put("until", opened.until().toString())
                .put("secret", opened.secret())
                .toBuffer());
    }

    private Future<Buffer> progress(RoutingContext context) {
        String authorization = context.request().getHeader("Authorization");
        String secret = authorization != null && authorization.startsWith(SCHEME)
                ? authorization.substring(SCHEME.length()).strip()
                : "";
        return pairings.progress(context.pathParam("code"), secret, clock.instant())
                .compose(progress -> {
                    if (progress instanceof Waiting waiting) {
                        var response = context.response().setStatusCode(ACCEPTED);
                        return Future.succeededFuture(new JsonObject()
                                .put("until", waiting.until().toString())
                                .toBuffer());
                    } else if (progress instanceof Paired paired) {
                        setCookie(context, cookies.screen(paired.credential()));
                        return Future.succeededFuture(
                                new JsonObject().put("screen", paired.screen()).toBuffer());
                    }
                    return Failures.answer(AccessProblems.pairingGone());
                });
    }

    /** A screen gets its next credential whenever its page starts; one that is none any more loses its cookie. */
    private Future<Buffer> connect(RoutingContext context) {
        String credential = cookies.screenIn(context.request().headers());
        return bodies.read(context.request()).compose(Answers::parsed).compose(json -> {
            Fields fields = Fields.of(json);
            String version = fields.maybeText("version");
            return SignInRoutes.faultless(fields).compose(read -> connected(context, credential, version));
        });
    }

    private Future<Buffer> connected(RoutingContext context, @Nullable String credential, @Nullable String version) {
        if (credential == null || !SecretToken.hasForm(credential)) {
            return Failures.answer(AccessProblems.of(Reason.SIGN_IN_NEEDED));
        }
        return screens.connect(credential, version).compose(connected -> {
            if (connected.isEmpty()) {
                setCookie(context, cookies.noScreen());
                return Failures.answer(AccessProblems.of(Reason.SIGN_IN_NEEDED));
            }
            setCookie(context, cookies.screen(connected.get().credential()));
            return Future.succeededFuture(
                    AccessJson.me(connected.get().screen(), demo).toBuffer());
        });
    }

    private static void setCookie(RoutingContext context, String cookie) {
        var headers = context.response().headers().add("Set-Cookie", cookie);
    }
}
