package flyt.intake.http;

import flyt.access.RoleTable;
import flyt.access.View;
import flyt.access.Where;
import flyt.domain.place.HospitalId;
import flyt.report.Figures;
import flyt.report.Question;
import flyt.report.Sheet;
import flyt.runtime.Hospitals;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** {@code …/figures/tasks}: how long a team's work took and how much there was of it, as JSON or CSV. */
final class FigureRoutes implements Routes {
    private final Figures figures;
    private final Hospitals hospitals;
    private final Gate gate;

    FigureRoutes(Figures figures, Hospitals hospitals, Gate gate) {
        this.figures = figures;
        this.hospitals = hospitals;
        this.gate = gate;
    }

    @Override
    public void mount(Router router) {
        router.get("/api/v1/hospitals/:id/figures/tasks").handler(context -> {
            if (wantsCsv(context)) {
                csv(context);
            } else {
                Answers.json(context, id -> sheet(context, id).map(sheet -> FigureJson.of(sheet, figures.leastPeople())
                        .toBuffer()));
            }
        });
    }

    private static boolean wantsCsv(RoutingContext context) {
        String format = context.queryParams().get("format");
        String accept = context.request().getHeader("Accept");
        return format == null ? accept != null && accept.startsWith("text/csv") : format.equals("csv");
    }

    private void csv(RoutingContext context) {
        var sent = Answers.hospital(context)
                .compose(id -> sheet(context, id))
                .compose(sheet -> csv(context.response(), sheet))
                .onFailure(failure -> Failures.answer(context, failure));
    }

    private Future<Void> csv(HttpServerResponse response, Sheet sheet) {
        Question question = sheet.question();
        String name = "flyt-%s-%s-%s.csv"
                .formatted(
                        question.hospital().id().value(),
                        question.team().name().toLowerCase(java.util.Locale.ROOT),
                        question.from().atZone(question.hospital().timeZone()).toLocalDate());
        return response.putHeader("Content-Type", "text/csv; charset=utf-8; header=present")
                .putHeader("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .putHeader("Cache-Control", "no-store")
                .end(FigureCsv.of(sheet, figures.leastPeople()));
    }

    private Future<Sheet> sheet(RoutingContext context, HospitalId hospital) {
        return gate.allowed(context, who -> RoleTable.verdict(who, View.FIGURES, hospital.value(), Where.WHOLE, 1))
                .compose(who -> hospitals.definition(hospital))
                .compose(definition -> FigureQuery.read(context.queryParams(), definition)
                        .fold(figures::of, faults -> Failures.answer(Problem.faulty(422, "question", faults))));
    }
}
