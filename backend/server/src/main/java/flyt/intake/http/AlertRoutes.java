package flyt.intake.http;

import flyt.access.Principal;
import flyt.access.RoleTable;
import flyt.access.View;
import flyt.access.Where;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalId;
import flyt.domain.threshold.Level;
import flyt.domain.threshold.Rehearsal;
import flyt.domain.threshold.Threshold;
import flyt.domain.threshold.ThresholdSet;
import flyt.journal.WireNames;
import flyt.ops.Metrics;
import flyt.report.AlertEntry;
import flyt.report.AlertLog;
import flyt.runtime.Hospitals;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * {@code …/alerts/log}: what fired and what people answered; {@code …/thresholds}: the rules in force and those before;
 * {@code …/thresholds/rehearsal}: what others would have done in the last week.
 */
public final class AlertRoutes implements Routes {
    private static final Duration USUAL = Duration.ofDays(7);
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final double THOUSANDTH = 1_000;

    private final AlertLog log;
    private final Hospitals hospitals;
    private final Gate gate;
    private final Bodies bodies = new Bodies();

    public AlertRoutes(Entrance entrance, Metrics metrics, Hospitals hospitals, AlertLog log) {
        this.gate = new Gate(entrance.doorkeeper(), metrics);
        this.hospitals = hospitals;
        this.log = log;
    }

    @Override
    public void mount(Router router) {
        router.get("/api/v1/hospitals/:id/alerts/log").handler(this::log);
        router.get("/api/v1/hospitals/:id/thresholds")
                .handler(context -> Answers.json(context, id -> thresholds(context, id)));
        router.post("/api/v1/hospitals/:id/thresholds/rehearsal")
                .handler(context -> Answers.json(context, id -> rehearse(context, id)));
    }

    private Future<Principal> seen(RoutingContext context, HospitalId hospital) {
        return gate.allowed(context, who -> RoleTable.verdict(who, View.ALERTS, hospital.value(), Where.WHOLE, 1));
    }

    private record Period(Instant from, Instant to) {}

    private void log(RoutingContext context) {
        boolean csv = "csv".equals(context.queryParams().get("format"));
        if (!csv) {
            Answers.json(context, id -> entries(context, id).map(entries -> new JsonObject()
                    .put("entries", list(entries, AlertRoutes::entry))
                    .toBuffer()));
            return;
        }
        var sent = Answers.hospital(context)
                .compose(id -> entries(context, id).compose(entries -> context.response()
                        .putHeader("Content-Type", "text/csv; charset=utf-8; header=present")
                        .putHeader("Content-Disposition", "attachment; filename=\"flyt-" + id.value() + "-alerts.csv\"")
                        .putHeader("Cache-Control", "no-store")
                        .end(AlertCsv.of(entries))))
                .onFailure(failure -> Failures.answer(context, failure));
    }

    private Future<List<AlertEntry>> entries(RoutingContext context, HospitalId hospital) {
        return seen(context, hospital)
                .compose(who -> hospitals.clock(hospital))
                .compose(clock -> period(context.queryParams(), clock.time()))
                .compose(period -> log.between(hospital.value(), period.from(), period.to()));
    }

    /** The last week where nothing is said. */
    private static Future<Period> period(MultiMap query, Instant now) {
        List<Fault> faults = new ArrayList<>();
        Instant to = query.contains("to") ? FigureQuery.moment(query, "to", faults) : now.plusMillis(1);
        Instant from = query.contains("from")
                ? FigureQuery.moment(query, "from", faults)
                : to == null ? null : to.minus(USUAL);
        if (from != null && to != null) {
            if (!from.isBefore(to)) {
                faults.add(new Fault("to", "must be after from"));
            } else if (Duration.between(from, to).compareTo(LONGEST) > 0) {
                faults.add(new Fault("to", "must be at most " + LONGEST.toDays() + " days after from"));
            } else {
                return Future.succeededFuture(new Period(from, to));
            }
        }
        return Failures.answer(Problem.faulty(422, "question", faults));
    }

    private Future<Buffer> thresholds(RoutingContext context, HospitalId hospital) {
        return seen(context, hospital)
                .compose(who -> log.adoptions(hospital.value()))
                .map(adoptions -> AdoptionsJson.of(adoptions).toBuffer());
    }

    /** Nothing that is sent here changes the hospital. */
    private Future<Buffer> rehearse(RoutingContext context, HospitalId hospital) {
        return seen(context, hospital)
                .compose(who -> bodies.read(context.request()))
                .compose(Answers::parsed)
                .compose(body -> {
                    Fields fields = Fields.of(body);
                    ThresholdSet set =
                            body.isObject() ? ThresholdSetReader.read(fields, ThresholdSetReader.FIELD) : null;
                    fields.rejectOthers();
                    return set == null || !fields.faultless()
                            ? Failures.<Rehearsal>answer(Problem.faulty(422, "thresholds", fields.faults()))
                            : hospitals.definition(hospital).compose(definition -> rehearsed(definition, set, fields));
                })
                .map(rehearsal -> json(rehearsal).toBuffer());
    }

    private Future<Rehearsal> rehearsed(HospitalDefinition definition, ThresholdSet set, Fields fields) {
        ThresholdSetReader.check(fields, ThresholdSetReader.FIELD, set, definition);
        if (!fields.faultless()) {
            return Failures.answer(Problem.faulty(422, "thresholds", fields.faults()));
        }
        return hospitals.clock(definition.id()).compose(clock -> {
            Instant to = clock.time();
            return log.rehearse(definition.id().value(), set, definition.timeZone(), to.minus(USUAL), to);
        });
    }

    private static JsonObject json(Rehearsal rehearsal) {
        JsonObject levels = new JsonObject();
        for (Level level : Level.values()) {
            levels = levels.put(WireNames.of(level), Math.round(rehearsal.share(level) * THOUSANDTH) / THOUSANDTH);
        }
        return new JsonObject()
                .put("measured", rehearsal.measured())
                .put("alerts", list(rehearsal.set().rules(), rule -> alerts(rehearsal, rule)))
                .put("levels", levels)
                .put(
                        "unknown",
                        new JsonArray(
                                rehearsal.unknown().stream().map(WireNames::of).toList()));
    }

    private static JsonObject alerts(Rehearsal rehearsal, Threshold rule) {
        return new JsonObject()
                .put("rule", rule.id())
                .put("count", rehearsal.alerts(rule))
                .put("measured", rehearsal.knows(rule));
    }

    private static JsonObject entry(AlertEntry entry) {
        return new JsonObject()
                .put("kind", WireNames.of(entry.kind()))
                .put("what", entry.what())
                .put("ward", entry.ward())
                .put("at", entry.at().toString())
                .put("until", entry.until() == null ? null : entry.until().toString())
                .put("value", entry.value())
                .put(
                        "help",
                        entry.help() == null
                                ? null
                                : new JsonObject()
                                        .put("staff", entry.help().staff())
                                        .put("from", entry.help().from())
                                        .put("to", entry.help().to()))
                .put("repeated", entry.repeated())
                .put("said", list(entry.said(), said -> new JsonObject()
                        .put("at", said.at().toString())
                        .put("by", said.by())
                        .put("person", said.person())
                        .put("answer", said.answer())
                        .put("words", said.words())));
    }

    private static <V> JsonArray list(Collection<V> values, Function<V, JsonObject> write) {
        return new JsonArray(values.stream().map(write).toList());
    }
}
