package flyt.intake.http;

import flyt.domain.event.Id;
import flyt.domain.event.MessageKey;
import flyt.domain.place.HospitalId;
import flyt.domain.stay.StayId;
import flyt.journal.WireNames;
import flyt.runtime.Hospitals;
import flyt.runtime.StayHistory;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code GET …/stays/{visit}}: a stay with its whole movement history. */
final class StayRoutes {
    private final Hospitals hospitals;

    StayRoutes(Hospitals hospitals) {
        this.hospitals = hospitals;
    }

    void mount(Router router) {
        router.get("/api/v1/hospitals/:id/stays/:visit")
                .handler(context -> Answers.json(context, hospital -> stay(hospital, context.pathParam("visit"))));
    }

    private Future<Buffer> stay(HospitalId hospital, String visit) {
        return visit.isBlank()
                ? Failures.answer(Problem.unknownStay())
                : hospitals.stay(hospital, new StayId(visit)).compose(StayRoutes::answer);
    }

    private static Future<Buffer> answer(@Nullable StayHistory stay) {
        return stay == null
                ? Failures.answer(Problem.unknownStay())
                : Future.succeededFuture(json(stay).toBuffer());
    }

    private static JsonObject json(StayHistory stay) {
        return new JsonObject()
                .put("visit", stay.visit().value())
                .put("status", WireNames.of(stay.status()))
                .put("patientClass", stay.patientClass() == null ? null : WireNames.of(stay.patientClass()))
                .put("responsibleWard", id(stay.responsibleWard()))
                .put(
                        "placements",
                        new JsonArray(stay.placements().stream()
                                .map(StayRoutes::placement)
                                .toList()))
                .put(
                        "facts",
                        new JsonArray(
                                stay.facts().stream().map(StayRoutes::fact).toList()));
    }

    private static JsonObject placement(StayHistory.Placement one) {
        return new JsonObject()
                .put("ward", one.ward().value())
                .put("room", id(one.room()))
                .put("bed", id(one.bed()))
                .put("from", one.from().toString())
                .put("to", time(one.to()))
                .put("by", message(one.by()).put("type", one.type()));
    }

    private static JsonObject fact(StayHistory.Fact one) {
        return message(one.message())
                .put("type", one.type())
                .put("occurredAt", one.occurredAt().toString())
                .put("recordedAt", one.recordedAt().toString())
                .put("seq", one.seq())
                .put("cancelledBy", one.cancelledBy());
    }

    private static JsonObject message(MessageKey message) {
        return new JsonObject().put("source", message.source().value()).put("messageId", message.id());
    }

    private static @Nullable String id(@Nullable Id id) {
        return id == null ? null : id.value();
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
