package flyt.intake.http;

import flyt.access.RoleTable;
import flyt.access.View;
import flyt.access.Where;
import flyt.domain.place.HospitalId;
import flyt.journal.WireNames;
import flyt.runtime.Hospitals;
import flyt.runtime.PastDay;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/hospitals/{id}/past?at=}: the day of a moment, how full the hospital was and what is marked; nobody is in it. */
final class PastRoutes implements Routes {
    /** No hospital had a journal before, nor will have after: what lies beyond is a slip. */
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    private final Hospitals hospitals;
    private final Gate gate;

    PastRoutes(Hospitals hospitals, Gate gate) {
        this.hospitals = hospitals;
        this.gate = gate;
    }

    @Override
    public void mount(Router router) {
        router.get("/api/v1/hospitals/:id/past")
                .handler(context -> Answers.json(context, hospital -> day(context, hospital)));
    }

    private Future<Buffer> day(RoutingContext context, HospitalId hospital) {
        return gate.allowed(context, who -> RoleTable.verdict(who, View.PAST, hospital.value(), Where.WHOLE, 1))
                .compose(who -> moment(context.queryParams().get("at")))
                .compose(at -> hospitals.day(hospital, at))
                .map(day -> json(day).toBuffer());
    }

    /** A moment as it is asked about; anything else is a fault of {@code at}. */
    static Future<Instant> moment(@Nullable String at) {
        try {
            Instant moment = Instant.parse(String.valueOf(at));
            return moment.isAfter(FIRST) && moment.isBefore(LAST) ? Future.succeededFuture(moment) : faulty();
        } catch (DateTimeException e) {
            return faulty();
        }
    }

    private static Future<Instant> faulty() {
        return Failures.answer(Problem.faulty(
                400, "query", List.of(new Fault("at", "must be a moment in UTC such as 2026-11-12T09:42:00Z"))));
    }

    private static JsonObject json(PastDay day) {
        return new JsonObject()
                .put("from", day.from().toString())
                .put("to", day.to().toString())
                .put("timeZone", day.timeZone().getId())
                .put("synthetic", day.synthetic())
                .put(
                        "curve",
                        new JsonArray(day.curve().stream()
                                .map(point -> new JsonObject()
                                        .put("at", point.at().toString())
                                        .put("patients", point.count().patients())
                                        .put("staffed", point.count().staffed()))
                                .toList()))
                .put(
                        "marks",
                        new JsonArray(day.marks().stream()
                                .map(mark -> new JsonObject()
                                        .put("at", mark.at().toString())
                                        .put("kind", WireNames.of(mark.kind())))
                                .toList()));
    }
}
