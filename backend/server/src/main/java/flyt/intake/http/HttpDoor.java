package flyt.intake.http;

import flyt.ops.Health;
import flyt.ops.Metrics;
import flyt.runtime.Hospitals;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * All HTTP routes of the server. Whatever goes wrong in them is answered with a problem (RFC 9457); nothing of a stack trace
 * goes out. Bodies are limited here, so no body handler is to be put before it.
 */
public final class HttpDoor {
    private final ReportRoutes reports;
    private final CommandRoutes commands;
    private final HospitalRoutes hospitals;
    private final RowRoutes rows;
    private final StayRoutes stays;
    private final OpsRoutes ops;
    private final PageRoutes pages;

    /** The routes; one of these is enough for all event loops. */
    public HttpDoor(
            Vertx vertx,
            Hospitals hospitals,
            ReportReader reports,
            DefinitionReader definitions,
            Health health,
            Metrics metrics) {
        Bodies bodies = new Bodies();
        this.reports = new ReportRoutes(vertx, hospitals, reports, metrics, bodies);
        this.commands = new CommandRoutes(hospitals, metrics, bodies);
        this.hospitals = new HospitalRoutes(hospitals, definitions, bodies);
        this.rows = new RowRoutes(hospitals);
        this.stays = new StayRoutes(hospitals);
        this.ops = new OpsRoutes(vertx, health, metrics);
        this.pages = new PageRoutes(vertx);
    }

    /** Puts all routes, and the answers to what has none, on a router. */
    public void mount(Router router) {
        router.route().handler(HttpDoor::protect);
        reports.mount(router);
        commands.mount(router);
        hospitals.mount(router);
        rows.mount(router);
        stays.mount(router);
        ops.mount(router);
        pages.mount(router);
        router.errorHandler(
                400, context -> answer(context, Problem.of(400, "malformed-address", "The address cannot be read.")));
        router.errorHandler(404, context -> answer(context, Problem.unknownRoute()));
        router.errorHandler(
                405, context -> answer(context, Problem.of(405, "wrong-method", "This is not done here; see Allow.")));
        router.errorHandler(500, context -> Failures.answer(context, context.failure()));
    }

    private static void protect(RoutingContext context) {
        HttpServerResponse response = context.response()
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin");
        context.next();
    }

    private static void answer(RoutingContext context, Problem problem) {
        if (!context.response().ended()) {
            var sent = problem.send(context.response());
        }
    }
}
