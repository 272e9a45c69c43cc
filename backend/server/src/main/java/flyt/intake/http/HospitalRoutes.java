package flyt.intake.http;

import com.fasterxml.jackson.databind.JsonNode;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.place.HospitalId;
import flyt.journal.DefinitionJson;
import flyt.journal.WireNames;
import flyt.runtime.Answer;
import flyt.runtime.ClockReading;
import flyt.runtime.Hospitals;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.time.Instant;
import java.util.List;

/** {@code /api/v1/hospitals}: what they are made of, and what time it is there. */
final class HospitalRoutes {
    private static final double RATE_MAX = 100_000;

    private final Hospitals hospitals;
    private final DefinitionReader reader;
    private final Bodies bodies;

    HospitalRoutes(Hospitals hospitals, DefinitionReader reader, Bodies bodies) {
        this.hospitals = hospitals;
        this.reader = reader;
        this.bodies = bodies;
    }

    void mount(Router router) {
        router.get("/api/v1/hospitals").handler(context -> Answers.send(context, list()));
        router.get("/api/v1/hospitals/:id")
                .handler(context -> Answers.json(
                        context, hospital -> hospitals.definition(hospital).map(DefinitionJson::write)));
        router.put("/api/v1/hospitals/:id")
                .handler(context -> Answers.json(context, hospital -> bodies.read(context.request())
                        .compose(Answers::parsed)
                        .compose(json -> define(hospital, json))));
        router.get("/api/v1/hospitals/:id/clock")
                .handler(context -> Answers.json(
                        context, hospital -> hospitals.clock(hospital).map(HospitalRoutes::clock)));
        router.put("/api/v1/hospitals/:id/clock")
                .handler(context -> Answers.json(context, hospital -> bodies.read(context.request())
                        .compose(Answers::parsed)
                        .compose(json -> setClock(hospital, json))));
    }

    private Future<Buffer> list() {
        List<JsonObject> all =
                hospitals.list().stream().map(HospitalRoutes::inShort).toList();
        return Future.succeededFuture(
                new JsonObject().put("hospitals", new JsonArray(all)).toBuffer());
    }

    private static JsonObject inShort(HospitalDefinition hospital) {
        return new JsonObject()
                .put("id", hospital.id().value())
                .put("name", hospital.name())
                .put("timeZone", hospital.timeZone().getId())
                .put("clock", WireNames.of(hospital.clock()))
                .put("synthetic", hospital.synthetic())
                .put(
                        "wards",
                        new JsonArray(hospital.wards().stream()
                                .map(HospitalRoutes::inShort)
                                .toList()));
    }

    private static JsonObject inShort(Ward ward) {
        List<JsonObject> clusters = ward.clusters().stream()
                .map(cluster -> new JsonObject()
                        .put("id", cluster.id())
                        .put("name", cluster.name())
                        .put(
                                "beds",
                                cluster.rooms().stream()
                                        .mapToInt(room -> room.beds().size())
                                        .sum()))
                .toList();
        return new JsonObject()
                .put("id", ward.id().value())
                .put("name", ward.name())
                .put("kind", WireNames.of(ward.kind()))
                .put("clusters", new JsonArray(clusters));
    }

    private Future<Buffer> define(HospitalId hospital, JsonNode json) {
        return reader.read(json)
                .fold(
                        definition -> defined(hospital, definition),
                        faults -> Failures.answer(Problem.faulty(422, "hospital", faults)));
    }

    private Future<Buffer> defined(HospitalId hospital, HospitalDefinition definition) {
        if (!definition.id().equals(hospital)) {
            Fault other = new Fault("id", "must be the hospital in the address");
            return Failures.answer(Problem.faulty(422, "hospital", List.of(other)));
        }
        return hospitals.define(hospital, definition).map(answer -> {
            JsonObject outcome = answer instanceof Answer.Repeated repeated
                    ? Answers.outcome("repeated", repeated.seq())
                    : Answers.outcome("accepted", ((Answer.Accepted) answer).seq());
            return outcome.toBuffer();
        });
    }

    private Future<Buffer> setClock(HospitalId hospital, JsonNode json) {
        Fields fields = Fields.of(json);
        Instant time = fields.maybeInstant("time");
        double rate = fields.decimal("rate", 0, RATE_MAX);
        fields.rejectOthers();
        return fields.faultless()
                ? hospitals.setClock(hospital, time, rate).map(HospitalRoutes::clock)
                : Failures.answer(Problem.faulty(422, "clock", fields.faults()));
    }

    private static Buffer clock(ClockReading reading) {
        return new JsonObject()
                .put("time", reading.time().toString())
                .put("rate", reading.rate())
                .toBuffer();
    }
}
