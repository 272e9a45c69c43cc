package flyt.intake.http;

import flyt.access.RoleTable;
import flyt.access.View;
import flyt.access.Where;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.place.HospitalId;
import flyt.domain.place.WardId;
import flyt.runtime.Hospitals;
import flyt.runtime.UnknownWard;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/v1/hospitals/{id}/labels?ward=}: what is stuck to the doors and beds of a ward, for the scan view of the phone.
 *
 * <p>A code is {@code flyt:1:} with the hospital and a bed, {@code flyt:1:FJO:LUN-316}, or with a room or a ward after its kind,
 * {@code flyt:1:FJO:room:LUN-R316}. It says where, and nothing of anybody.
 */
final class LabelRoutes implements Routes {
    private final Hospitals hospitals;
    private final Gate gate;

    LabelRoutes(Hospitals hospitals, Gate gate) {
        this.hospitals = hospitals;
        this.gate = gate;
    }

    @Override
    public void mount(Router router) {
        router.get("/api/v1/hospitals/:id/labels")
                .handler(context -> Answers.json(context, hospital -> labels(context, hospital)));
    }

    private Future<Buffer> labels(RoutingContext context, HospitalId hospital) {
        String ward = context.queryParams().get("ward");
        return gate.allowed(context, who -> RoleTable.verdict(who, View.DEFINITION, hospital.value(), Where.WHOLE, 1))
                .compose(who -> hospitals.definition(hospital))
                .compose(definition -> of(definition, ward))
                .map(JsonObject::toBuffer);
    }

    private static Future<JsonObject> of(HospitalDefinition definition, @Nullable String id) {
        if (id == null) {
            return Failures.answer(Problem.faulty(400, "query", List.of(new Fault("ward", "is missing"))));
        }
        return definition.wards().stream()
                .filter(ward -> ward.id().value().equals(id))
                .findFirst()
                .map(ward -> Future.succeededFuture(of(definition.id(), ward)))
                .orElseGet(() -> Future.failedFuture(new UnknownWard(new WardId(id))));
    }

    private static JsonObject of(HospitalId hospital, Ward ward) {
        String start = "flyt:1:" + hospital.value() + ":";
        Stream<JsonObject> rooms = ward.clusters().stream()
                .flatMap(cluster -> cluster.rooms().stream())
                .flatMap(room -> Stream.concat(
                        Stream.of(label(
                                "room", room.name(), start + "room:" + room.id().value())),
                        room.beds().stream()
                                .map(bed -> label(
                                        "bed",
                                        bed.label() + (bed.suffix() == null ? "" : "-" + bed.suffix()),
                                        start + bed.id().value()))));
        Stream<JsonObject> others = Stream.concat(
                Stream.of(label("ward", ward.name(), start + "ward:" + ward.id().value())),
                ward.extraPlaces().stream()
                        .map(place ->
                                label("place", place.label(), start + place.id().value())));
        return new JsonObject()
                .put("ward", ward.id().value())
                .put("name", ward.name())
                .put("labels", new JsonArray(Stream.concat(rooms, others).toList()));
    }

    private static JsonObject label(String what, String name, String code) {
        return new JsonObject()
                .put("what", what)
                .put("name", name)
                .put("code", code)
                .put("square", new JsonArray(QrSquare.rows(code)));
    }
}
