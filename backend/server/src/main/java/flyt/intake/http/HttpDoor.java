package flyt.intake.http;

import flyt.ops.Health;
import flyt.ops.Metrics;
import flyt.report.Figures;
import flyt.report.ForecastScores;
import flyt.runtime.Hospitals;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/**
 * All HTTP routes of the server. Whatever goes wrong in them is answered with a problem (RFC 9457); nothing of a stack trace
 * goes out. Bodies are limited here, so no body handler is to be put before it.
 */
public final class HttpDoor {
    private final SameSite sameSite;
    private final Metrics metrics;
    private final boolean https;
    private final List<Routes> all;

    /**
     * The routes; one of these is enough for all event loops.
     *
     * @param access the routes by which people, screens and systems get in
     */
    public HttpDoor(
            Vertx vertx,
            Entrance entrance,
            Hospitals hospitals,
            Figures figures,
            ForecastScores scores,
            ReportReader reports,
            DefinitionReader definitions,
            Health health,
            Metrics metrics,
            Routes access) {
        Bodies bodies = new Bodies();
        Gate gate = new Gate(entrance.doorkeeper(), metrics);
        Witness witness = new Witness(gate, entrance.log(), entrance.clock());
        sameSite = new SameSite(entrance.origin(), metrics);
        https = entrance.https();
        StaffKeys keys = new StaffKeys(entrance.pseudonyms());
        OwnWork own = new OwnWork(hospitals, keys);
        this.metrics = metrics;
        DutyRoutes duty = new DutyRoutes(hospitals, keys, gate);
        HospitalRoutes places = new HospitalRoutes(hospitals, definitions, gate, bodies, entrance.demo());
        RowRoutes rows = new RowRoutes(hospitals, gate, witness);
        // asked one after the other: what comes most often first
        all = List.of(
                new ReportRoutes(vertx, hospitals, reports, gate, metrics, bodies),
                access,
                new CommandRoutes(hospitals, keys, entrance.colleagues(), gate, metrics, bodies),
                duty,
                new MessageRoutes(hospitals, own, gate),
                new RuleRoutes(hospitals, gate),
                new RequestRoutes(hospitals, gate, witness),
                new LabelRoutes(hospitals, gate),
                new ErasureRoutes(hospitals, entrance.pseudonyms(), witness, bodies),
                places,
                rows,
                new PastRoutes(hospitals, gate),
                new TaskPatientRoutes(hospitals, own, gate, witness),
                new StayRoutes(hospitals, entrance.pseudonyms(), gate, witness),
                new FigureRoutes(figures, hospitals, gate),
                new ForecastRoutes(scores, hospitals, gate, bodies),
                new OpsRoutes(vertx, health, gate, metrics),
                new PageRoutes(vertx, new PhoneAhead(gate, places, duty, rows, entrance.demo())::answers));
    }

    /** Puts all routes, and the answers to what has none, on a router. */
    public void mount(Router router) {
        router.route().handler(this::protect);
        router.route().handler(sameSite);
        all.forEach(routes -> routes.mount(router));
        router.errorHandler(
                400, context -> answer(context, Problem.of(400, "malformed-address", "The address cannot be read.")));
        router.errorHandler(404, context -> answer(context, Problem.unknownRoute()));
        router.errorHandler(
                405, context -> answer(context, Problem.of(405, "wrong-method", "This is not done here; see Allow.")));
        router.errorHandler(500, context -> Failures.answer(context, context.failure()));
    }

    /** Answers what could not be read as a request: its line or its headers are too long, or are none. */
    public void unreadable(HttpServerRequest request) {
        metrics.turnedAway("unreadable");
        HttpServerRequest.DEFAULT_INVALID_REQUEST_HANDLER.handle(request);
    }

    private void protect(RoutingContext context) {
        HttpServerResponse response = context.response()
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin")
                .putHeader("X-Frame-Options", "DENY");
        if (https) {
            response = response.putHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        context.next();
    }

    private static void answer(RoutingContext context, Problem problem) {
        if (!context.response().ended()) {
            var sent = problem.send(context.response());
        }
    }
}
