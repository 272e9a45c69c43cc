package flyt.intake.http;

import flyt.access.RoleTable;
import flyt.access.View;
import flyt.access.Where;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalId;
import flyt.ops.Metrics;
import flyt.report.OccupancyFigures;
import flyt.report.OccupancySheet;
import flyt.runtime.Hospitals;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code …/occupancy}: how full the hospital was over days, by each definition that is of days, as JSON or CSV. */
public final class OccupancyRoutes implements Routes {
    private static final Set<String> PARAMETERS = Set.of("from", "to", "format");
    private static final Set<String> FORMATS = Set.of("json", "csv");

    private final OccupancyFigures figures;
    private final Hospitals hospitals;
    private final Gate gate;

    public OccupancyRoutes(Entrance entrance, Metrics metrics, Hospitals hospitals, OccupancyFigures figures) {
        this.gate = new Gate(entrance.doorkeeper(), metrics);
        this.hospitals = hospitals;
        this.figures = figures;
    }

    @Override
    public void mount(Router router) {
        router.get("/api/v1/hospitals/:id/occupancy").handler(context -> {
            if ("csv".equals(context.queryParams().get("format"))) {
                csv(context);
            } else {
                Answers.json(context, id -> sheet(context, id)
                        .map(sheet -> OccupancyText.json(sheet).toBuffer()));
            }
        });
    }

    private void csv(RoutingContext context) {
        var sent = Answers.hospital(context)
                .compose(id -> sheet(context, id).compose(sheet -> context.response()
                        .putHeader("Content-Type", "text/csv; charset=utf-8; header=present")
                        .putHeader(
                                "Content-Disposition",
                                "attachment; filename=\"flyt-%s-occupancy-%s.csv\"".formatted(id.value(), sheet.from()))
                        .putHeader("Cache-Control", "no-store")
                        .end(OccupancyText.csv(sheet))))
                .onFailure(failure -> Failures.answer(context, failure));
    }

    private Future<OccupancySheet> sheet(RoutingContext context, HospitalId hospital) {
        return gate.allowed(context, who -> RoleTable.verdict(who, View.FIGURES, hospital.value(), Where.WHOLE, 1))
                .compose(who -> hospitals.definition(hospital))
                .compose(definition -> sheet(context.queryParams(), definition));
    }

    private Future<OccupancySheet> sheet(MultiMap query, HospitalDefinition hospital) {
        return period(query)
                .fold(
                        period -> figures.between(hospital, period.from(), period.to()),
                        faults -> Failures.answer(Problem.faulty(422, "question", faults)));
    }

    /** The first and the last day. */
    record Period(LocalDate from, LocalDate to) {}

    /** The period that is asked for, or what is wrong with it. */
    static Reading<Period> period(MultiMap query) {
        List<Fault> faults = new ArrayList<>();
        query.names().stream()
                .filter(name -> !PARAMETERS.contains(name))
                .forEach(name -> faults.add(new Fault(Fields.printable(name), "is not a parameter of this")));
        if (query.contains("format") && !FORMATS.contains(query.get("format"))) {
            faults.add(new Fault("format", "must be one of json, csv"));
        }
        LocalDate from = day(query, "from", faults);
        LocalDate to = day(query, "to", faults);
        if (from != null && to != null && to.isBefore(from)) {
            faults.add(new Fault("to", "must not be before from"));
        } else if (from != null && to != null && ChronoUnit.DAYS.between(from, to) >= OccupancyFigures.LONGEST_DAYS) {
            faults.add(new Fault("to", "must be of a period of at most 366 days"));
        }
        return faults.isEmpty() && from != null && to != null
                ? new Reading.Read<>(new Period(from, to))
                : new Reading.Faulty<>(faults);
    }

    private static @Nullable LocalDate day(MultiMap query, String name, List<Fault> faults) {
        String text = query.get(name);
        try {
            if (text == null || !text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                throw new DateTimeException("of no calendar in use");
            }
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            faults.add(new Fault(name, "must be a day such as 2026-11-12"));
            return null;
        }
    }
}
