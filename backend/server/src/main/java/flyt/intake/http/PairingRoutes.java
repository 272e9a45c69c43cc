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
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/access/pairings} and {@code …/screens/connect}: what a screen itself asks, before and after it is paired. */
final class PairingRoutes implements Routes {
    private static final String ROOT = "/api/v1/access/";
    private static final String SCHEME = "Pairing ";
    private static final int ACCEPTED = 202;
    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]{1,200}");

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

    @Override
    public void mount(Router router) {
        router.post(ROOT + "pairings").handler(context -> Answers.send(context, open(context)));
        router.get(ROOT + "pairings/:code").handler(context -> Answers.send(context, progress(context)));
        router.post(ROOT + "screens/connect").handler(context -> Answers.send(context, connect(context)));
    }

    private Future<Buffer> open(RoutingContext context) {
        return pairings.open(Gate.address(context), clock.instant()).map(opened -> ends(opened.until())
                .put("code", opened.code())
                .put("secret", opened.secret())
                .put("qr", square(context, opened.code()))
                .toBuffer());
    }

    /** When a code ends, also in seconds from now: a screen's own clock may be wrong. */
    private JsonObject ends(Instant until) {
        return new JsonObject()
                .put("until", until.toString())
                .put("seconds", Duration.between(clock.instant(), until).toSeconds());
    }

    /** The way to this screen's setup for a phone's camera; null where it is not known by which address people come. */
    private static @Nullable JsonArray square(RoutingContext context, String code) {
        String origin = context.request().getHeader("Origin");
        return origin == null || !ORIGIN.matcher(origin).matches()
                ? null
                : new JsonArray(QrSquare.rows(origin + "/setup/screens?code=" + code));
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
                        return Future.succeededFuture(ends(waiting.until()).toBuffer());
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
