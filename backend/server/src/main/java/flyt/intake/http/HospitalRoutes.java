package flyt.intake.http;

import com.fasterxml.jackson.databind.JsonNode;
import flyt.access.Deed;
import flyt.access.Principal;
import flyt.access.RoleTable;
import flyt.access.Verdict;
import flyt.access.View;
import flyt.access.Where;
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
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;

/** {@code /api/v1/hospitals}: what they are made of, and what time it is there. */
final class HospitalRoutes implements Routes {
    private static final double RATE_MAX = 100_000;
    private static final String ONE = "/api/v1/hospitals/:id";

    private final Hospitals hospitals;
    private final DefinitionReader reader;
    private final Gate gate;
    private final Bodies bodies;
    private final boolean demo;

    /** {@code demo}: whoever is signed in may set the clock. */
    HospitalRoutes(Hospitals hospitals, DefinitionReader reader, Gate gate, Bodies bodies, boolean demo) {
        this.hospitals = hospitals;
        this.reader = reader;
        this.gate = gate;
        this.bodies = bodies;
        this.demo = demo;
    }

    @Override
    public void mount(Router router) {
        router.get("/api/v1/hospitals").handler(context -> Answers.send(context, list(context)));
        router.get(ONE)
                .handler(context -> Answers.json(context, id -> gate.allowed(context, who -> sees(who, id))
                        .compose(who -> hospitals.definition(id))
                        .map(DefinitionJson::write)));
        router.put(ONE)
                .handler(context ->
                        Answers.json(context, id -> gate.allowed(context, who -> does(who, Deed.DEFINE_HOSPITAL, id))
                                .compose(who -> bodies.read(context.request()))
                                .compose(Answers::parsed)
                                .compose(json -> define(id, json))));
        router.get(ONE + "/clock")
                .handler(context -> Answers.json(context, id -> gate.allowed(context, who -> sees(who, id))
                        .compose(who -> hospitals.clock(id))
                        .map(HospitalRoutes::clock)));
        router.put(ONE + "/clock")
                .handler(context -> Answers.json(context, id -> gate.allowed(context, who -> setsClock(who, id))
                        .compose(who -> bodies.read(context.request()))
                        .compose(Answers::parsed)
                        .compose(json -> setClock(id, json))));
    }

    private Verdict setsClock(Principal who, HospitalId hospital) {
        return demo ? sees(who, hospital) : does(who, Deed.SET_CLOCK, hospital);
    }

    private static Verdict sees(Principal who, HospitalId hospital) {
        return RoleTable.verdict(who, View.DEFINITION, hospital.value(), Where.WHOLE, 1);
    }

    private static Verdict does(Principal who, Deed deed, HospitalId hospital) {
        return RoleTable.verdict(who, deed, hospital.value(), Where.WHOLE);
    }

    Future<Buffer> list(RoutingContext context) {
        return gate.allowed(context, who -> RoleTable.somewhere(who, View.DEFINITION))
                .map(who -> {
                    List<JsonObject> all = hospitals.list().stream()
                            .filter(hospital -> sees(who, hospital.id()).isAllowed())
                            .map(HospitalRoutes::inShort)
                            .toList();
                    return new JsonObject().put("hospitals", new JsonArray(all)).toBuffer();
                });
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
