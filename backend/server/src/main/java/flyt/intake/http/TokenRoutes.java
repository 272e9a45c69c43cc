package flyt.intake.http;

import flyt.access.Doorkeeper;
import flyt.access.client.Clients;
import flyt.access.client.Clients.Token;
import flyt.ops.Metrics;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/v1/access/token}: an access token for a system (RFC 6749, client credentials). Its id and secret come by HTTP
 * Basic or in the form. Answers and errors are the RFC's, not problems.
 */
final class TokenRoutes implements Routes {
    private static final int BODY_MAX = 8 * 1024;

    private final Clients clients;
    private final Metrics metrics;

    TokenRoutes(Clients clients, Metrics metrics) {
        this.clients = clients;
        this.metrics = metrics;
    }

    @Override
    public void mount(Router router) {
        router.post("/api/v1/access/token")
                .handler(BodyHandler.create(false).setBodyLimit(BODY_MAX))
                .handler(this::token)
                .failureHandler(context -> answer(
                        context, context.statusCode() < 0 ? 400 : context.statusCode(), error("invalid_request")));
    }

    private void token(RoutingContext context) {
        HttpServerRequest form = context.request();
        String[] basic = basic(form);
        String id = basic == null ? form.getFormAttribute("client_id") : basic[0];
        String secret = basic == null ? form.getFormAttribute("client_secret") : basic[1];
        if (!"client_credentials".equals(form.getFormAttribute("grant_type"))) {
            boolean absent = form.getFormAttribute("grant_type") == null;
            answer(context, 400, error(absent ? "invalid_request" : "unsupported_grant_type"));
        } else if (id == null || secret == null) {
            unknown(context);
        } else {
            var answered = clients.token(id, secret, Gate.address(context))
                    .map(found -> {
                        found.ifPresentOrElse(
                                token -> granted(context, token, form.getFormAttribute("scope")),
                                () -> unknown(context));
                        return found;
                    })
                    .onFailure(failure -> Failures.answer(context, failure));
        }
    }

    /** All that the system may; what it asks for beyond that is refused rather than left out. */
    private void granted(RoutingContext context, Token token, @Nullable String asked) {
        Set<String> scopes = new TreeSet<>(token.client().scopes());
        if (asked != null
                && !asked.isBlank()
                && !scopes.containsAll(Set.of(asked.strip().split(" +")))) {
            answer(context, 400, error("invalid_scope"));
            return;
        }
        answer(
                context,
                200,
                new JsonObject()
                        .put("access_token", token.token())
                        .put("token_type", "Bearer")
                        .put("expires_in", Clients.TOKEN_LASTS.toSeconds())
                        .put("scope", String.join(" ", scopes)));
    }

    private void unknown(RoutingContext context) {
        metrics.turnedAway("invalid-client");
        var challenge = context.response().putHeader("WWW-Authenticate", "Basic realm=\"flyt\"");
        answer(context, 401, error("invalid_client"));
    }

    private static String @Nullable [] basic(HttpServerRequest request) {
        String authorization = request.getHeader("Authorization");
        return authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6)
                ? Doorkeeper.basicPair(authorization.substring(6))
                : null;
    }

    private static JsonObject error(String code) {
        return new JsonObject().put("error", code);
    }

    private static void answer(RoutingContext context, int status, JsonObject body) {
        Future<Void> sent = context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(body.toBuffer());
    }
}
