package flyt.intake.http;

import flyt.access.DeviceKind;
import flyt.access.oidc.Answer;
import flyt.access.oidc.InTrouble;
import flyt.access.oidc.LocalPath;
import flyt.access.oidc.Registration;
import flyt.access.oidc.RelyingParty;
import flyt.access.oidc.RelyingParty.Arrival;
import flyt.access.oidc.Trouble;
import flyt.ops.Metrics;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/access/oidc/…}: to the hospital's OpenID provider and back. A browser that comes to grief is sent to the sign-in
 * page with {@code ?trouble=} and a {@link Trouble#code()}; the page says it in plain words.
 */
final class OidcRoutes implements Routes {
    private static final String FOLDER = "/api/v1/access/oidc";
    private static final int LOGOUT_BODY_MAX = 16 * 1024;
    private static final int ID_TOKEN_KEPT_MAX = 3_800;
    private static final int AGENT_MAX = 200;

    /** As long as an attempt may take. */
    private static final long BROWSER_SECONDS = 600;

    /** As long as a session may last. */
    private static final long ID_TOKEN_SECONDS = 12 * 3600;

    private final RelyingParty party;
    private final Metrics metrics;
    private final boolean secure;

    OidcRoutes(RelyingParty party, Metrics metrics) {
        this.party = party;
        this.metrics = metrics;
        this.secure = "https".equals(party.publicUrl().getScheme());
    }

    @Override
    public void mount(Router router) {
        router.get(FOLDER + "/start").handler(this::start);
        router.get(Registration.BACK).handler(this::back);
        router.get(FOLDER + "/leave").handler(this::leave);
        router.post(FOLDER + "/backchannel-logout")
                .handler(BodyHandler.create(false).setBodyLimit(LOGOUT_BODY_MAX))
                .handler(this::signedOutThere)
                .failureHandler(context -> answerLogout(context, 400, "the body cannot be read"));
    }

    private void start(RoutingContext context) {
        LocalPath to = LocalPath.of(context.request().getParam("to"));
        DeviceKind device = "shared".equals(context.request().getParam("device")) ? DeviceKind.SHARED : DeviceKind.OWN;
        var sent = party.depart(to, device, cookie(context, browserName()), address(context))
                .compose(departure -> {
                    // Lax: the browser shows it when the provider sends it back
                    setCookie(context, browserName(), departure.browser(), "/", "Lax", BROWSER_SECONDS);
                    return redirect(context, departure.provider().toString());
                })
                .recover(failure -> trouble(context, failure, to));
    }

    private void back(RoutingContext context) {
        MultiMap query = context.queryParams();
        Answer answer =
                Answer.of(query.names().stream().collect(Collectors.toMap(name -> name, query::getAll, (a, b) -> a)));
        String agent = Objects.requireNonNullElse(context.request().getHeader("User-Agent"), "");
        var sent = party.arrive(
                        answer,
                        cookie(context, browserName()),
                        address(context),
                        agent.substring(0, Math.min(agent.length(), AGENT_MAX)))
                .compose(arrival -> arrived(context, arrival))
                .recover(failure -> trouble(context, failure, LocalPath.HOME));
    }

    /*
     * The last step is a page of our own
     * ==================================
     * A redirect from here would still count as begun by the provider's page, and with such a request a browser does not send
     * the session's cookie (SameSite=Strict): the person would arrive as nobody. What this page opens is begun by us.
     */
    private Future<Void> arrived(RoutingContext context, Arrival arrival) {
        HttpServerResponse response = context.response();
        MultiMap set = response.headers().add("Set-Cookie", arrival.session());
        if (arrival.idToken().length() <= ID_TOKEN_KEPT_MAX) {
            setCookie(context, idTokenName(), arrival.idToken(), FOLDER, "Strict", ID_TOKEN_SECONDS);
        }
        String to = arrival.destination().text().replace("&", "&amp;").replace("'", "&#39;");
        return response.putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .putHeader("Cache-Control", "no-store")
                .end("<!doctype html><meta charset=\"utf-8\"><meta http-equiv=\"refresh\" content=\"0;url=" + to
                        + "\"><title>Flyt</title><a href=\"" + to + "\">Flyt</a>");
    }

    /** For a browser whose session has ended here. */
    private void leave(RoutingContext context) {
        var sent = party.leave(cookie(context, idTokenName())).compose(to -> {
            setCookie(context, idTokenName(), "", FOLDER, "Strict", 0);
            return redirect(context, to.toString());
        });
    }

    private void signedOutThere(RoutingContext context) {
        String token = context.request().getFormAttribute("logout_token");
        if (token == null) {
            answerLogout(context, 400, "there is no logout_token");
            return;
        }
        var told = party.signedOutThere(token)
                .onSuccess(done -> answerLogout(context, 200, null))
                .onFailure(failure -> {
                    boolean theirs = failure instanceof InTrouble known && known.trouble() == Trouble.NOT_TRUSTED;
                    if (theirs) {
                        metrics.turnedAway("logout-not-trusted");
                    }
                    answerLogout(context, theirs ? 400 : 503, failure.getMessage());
                });
    }

    /** OpenID Connect Back-Channel Logout 1.0, 2.8. */
    private static void answerLogout(RoutingContext context, int status, @Nullable String fault) {
        if (context.response().ended()) {
            return;
        }
        HttpServerResponse response = context.response().setStatusCode(status).putHeader("Cache-Control", "no-store");
        var sent = fault == null
                ? response.end()
                : response.putHeader("Content-Type", "application/json")
                        .end(new JsonObject()
                                .put("error", "invalid_request")
                                .put("error_description", fault)
                                .toBuffer());
    }

    private Future<Void> trouble(RoutingContext context, Throwable failure, LocalPath to) {
        Trouble trouble = failure instanceof InTrouble known ? known.trouble() : Trouble.FAILED;
        metrics.turnedAway("provider-sign-in-" + trouble.code());
        return redirect(
                context,
                "/sign-in?trouble=" + trouble.code() + "&to=" + URLEncoder.encode(to.text(), StandardCharsets.UTF_8));
    }

    private static Future<Void> redirect(RoutingContext context, String to) {
        return context.response()
                .setStatusCode(302)
                .putHeader("Location", to)
                .putHeader("Cache-Control", "no-store")
                .end();
    }

    private void setCookie(
            RoutingContext context, String name, String value, String path, String sameSite, long seconds) {
        String flags = "; HttpOnly; SameSite=" + sameSite + "; Max-Age=" + seconds + (secure ? "; Secure" : "");
        MultiMap set = context.response().headers().add("Set-Cookie", name + "=" + value + "; Path=" + path + flags);
    }

    private String browserName() {
        return secure ? "__Host-flyt-signing-in" : "flyt-signing-in";
    }

    private String idTokenName() {
        return secure ? "__Secure-flyt-id-token" : "flyt-id-token";
    }

    private static @Nullable String cookie(RoutingContext context, String name) {
        Cookie cookie = context.request().getCookie(name);
        return cookie == null ? null : cookie.getValue();
    }

    private static String address(RoutingContext context) {
        return context.request().remoteAddress().hostAddress();
    }
}
