package flyt.intake.http;

import flyt.access.RoleTable;
import flyt.access.View;
import flyt.access.Where;
import flyt.domain.forecast.Score;
import flyt.domain.forecast.WhatIf;
import flyt.domain.place.HospitalId;
import flyt.journal.WireNames;
import flyt.report.ForecastScores;
import flyt.runtime.Hospitals;
import flyt.runtime.Imagined;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code …/forecast/score}: how right the forecasts of the last 30 days were, or of those before a past moment; {@code …/what-if}: what
 * would come if.
 */
final class ForecastRoutes implements Routes {
    private static final Duration LOOKED_AT = Duration.ofDays(30);

    private final ForecastScores scores;
    private final Hospitals hospitals;
    private final Gate gate;
    private final Bodies bodies;

    ForecastRoutes(ForecastScores scores, Hospitals hospitals, Gate gate, Bodies bodies) {
        this.scores = scores;
        this.hospitals = hospitals;
        this.gate = gate;
        this.bodies = bodies;
    }

    @Override
    public void mount(Router router) {
        router.get("/api/v1/hospitals/:id/forecast/score")
                .handler(context -> Answers.json(context, id -> score(context, id)));
        router.post("/api/v1/hospitals/:id/forecast/what-if")
                .handler(context -> Answers.json(context, id -> imagine(context, id)));
    }

    /** Nothing that is sent here changes the hospital. */
    private Future<Buffer> imagine(RoutingContext context, HospitalId hospital) {
        return gate.allowed(context, who -> RoleTable.verdict(who, View.FORECAST, hospital.value(), Where.WHOLE, 1))
                .compose(who -> bodies.read(context.request()))
                .compose(Answers::parsed)
                .compose(body -> {
                    List<Fault> faults = new ArrayList<>();
                    WhatIf whatIf = WhatIfReader.read(body, faults);
                    return whatIf == null
                            ? Failures.<Imagined>answer(Problem.faulty(422, "what-if", faults))
                            : hospitals.imagine(hospital, whatIf);
                })
                .compose(imagined -> imagined.why() == null
                        ? Future.succeededFuture(Buffer.buffer(Objects.requireNonNull(imagined.json())))
                        : Failures.answer(Problem.refused(imagined.why().name(), WhatIfReader.words(imagined.why()))));
    }

    private Future<Buffer> score(RoutingContext context, HospitalId hospital) {
        return gate.allowed(context, who -> RoleTable.verdict(who, View.FORECAST, hospital.value(), Where.WHOLE, 1))
                .compose(who -> until(context, hospital))
                .compose(to -> {
                    Instant from = to.minus(LOOKED_AT);
                    return scores.between(hospital.value(), from, to).map(lines -> json(from, to, lines));
                });
    }

    /** The past moment that is asked about; without one, now. */
    private Future<Instant> until(RoutingContext context, HospitalId hospital) {
        String at = context.queryParams().get("at");
        return at == null ? hospitals.clock(hospital).map(clock -> clock.time()) : PastRoutes.moment(at);
    }

    private static Buffer json(Instant from, Instant to, List<ForecastScores.Line> lines) {
        JsonArray scores = new JsonArray();
        lines.forEach(line -> {
            JsonArray unused = scores.add(json(line));
        });
        return new JsonObject()
                .put("from", from.toString())
                .put("to", to.toString())
                .put("scores", scores)
                .toBuffer();
    }

    private static JsonObject json(ForecastScores.Line line) {
        Score score = line.score();
        return new JsonObject()
                .put("ward", line.place().equals(ForecastScores.HOUSE) ? null : line.place())
                .put("figure", WireNames.of(line.figure()))
                .put("hours", line.hours())
                .put("forecasts", score.forecasts())
                .put("error", hundredths(score.error()))
                .put("errorOfNow", hundredths(score.errorOfNow()))
                .put("errorOfLastWeek", hundredths(score.errorOfLastWeek()))
                .put("inHalf", hundredths(score.inHalf()))
                .put("inNineTenths", hundredths(score.inNineTenths()));
    }

    private static @Nullable Double hundredths(double value) {
        return Double.isNaN(value) ? null : Math.rint(value * 100) / 100;
    }
}
