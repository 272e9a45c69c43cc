package flyt.intake.http;

import flyt.access.RoleTable;
import flyt.access.View;
import flyt.ops.Health;
import flyt.ops.Metrics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** {@code /health/live}, {@code /health/ready}, {@code /metrics}: for those who run the server. */
final class OpsRoutes implements Routes {
    private final Vertx vertx;
    private final Health health;
    private final Gate gate;
    private final Metrics metrics;

    OpsRoutes(Vertx vertx, Health health, Gate gate, Metrics metrics) {
        this.vertx = vertx;
        this.health = health;
        this.gate = gate;
        this.metrics = metrics;
    }

    @Override
    public void mount(Router router) {
        router.get("/health/live").handler(context -> answer(context, health.live()));
        router.get("/health/ready").handler(context -> answer(context, health.ready()));
        router.get("/metrics").handler(this::metrics);
    }

    private static void answer(RoutingContext context, Future<Health.Report> report) {
        var sent = report.compose(said -> context.response()
                        .setStatusCode(said.status())
                        .putHeader("Content-Type", "application/json")
                        .putHeader("Cache-Control", "no-store")
                        .end(said.body().toBuffer()))
                .onFailure(failure -> Failures.answer(context, failure));
    }

    private void metrics(RoutingContext context) {
        var sent = gate.whoSends(context)
                .compose(who -> gate.passed(who, RoleTable.somewhere(who, View.METRICS)))
                .compose(who -> vertx.executeBlocking(metrics::scrape, false))
                .compose(text -> context.response()
                        .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                        .putHeader("Cache-Control", "no-store")
                        .end(text))
                .onFailure(failure -> Failures.answer(context, failure));
    }
}
