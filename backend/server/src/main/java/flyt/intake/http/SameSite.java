package flyt.intake.http;

import flyt.access.SameOrigin;
import flyt.ops.Metrics;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/** Turns away what another site's page makes a browser send, before anything of it is read. For all routes, the first of them. */
final class SameSite implements Handler<RoutingContext> {
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final SameOrigin origin;
    private final Metrics metrics;

    SameSite(SameOrigin origin, Metrics metrics) {
        this.origin = origin;
        this.metrics = metrics;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (SAFE.contains(request.method())
                || origin.allows(request.headers(), () -> request.scheme() + "://" + request.authority())) {
            context.next();
        } else {
            metrics.turnedAway("cross-site");
            var sent = AccessProblems.crossSite().send(context.response());
        }
    }
}
