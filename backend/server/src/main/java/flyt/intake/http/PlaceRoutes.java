package flyt.intake.http;

import flyt.access.RoleTable;
import flyt.access.View;
import flyt.access.Where;
import flyt.domain.place.HospitalId;
import flyt.intake.http.PlaceDesk.ToMap;
import flyt.journal.UnmappedPlaces.Unmapped;
import flyt.ops.Metrics;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.UUID;

/** {@code /api/v1/hospitals/{id}/unmapped-places}: the places that messages named and nobody knew. */
public final class PlaceRoutes implements Routes {
    private final PlaceDesk desk;
    private final Gate gate;

    public PlaceRoutes(Entrance entrance, Metrics metrics, PlaceDesk desk) {
        this.desk = desk;
        this.gate = new Gate(entrance.doorkeeper(), metrics);
    }

    @Override
    public void mount(Router router) {
        router.get("/api/v1/hospitals/:id/unmapped-places")
                .handler(context -> Answers.json(context, hospital -> listed(context, hospital)));
    }

    /** No line in the log: nothing of anybody is in it. */
    private Future<Buffer> listed(RoutingContext context, HospitalId hospital) {
        return gate.allowed(context, who -> RoleTable.verdict(who, View.INBOX, hospital.value(), Where.WHOLE, 1))
                .compose(who -> desk.toMap(hospital))
                .map(all -> new JsonObject()
                        .put(
                                "places",
                                new JsonArray(
                                        all.stream().map(PlaceRoutes::json).toList()))
                        .toBuffer());
    }

    private static JsonObject json(ToMap one) {
        Unmapped place = one.place();
        List<String> ids = place.oldest().stream().map(UUID::toString).toList();
        return new JsonObject()
                .put("source", place.source())
                .put("sender", place.sender())
                .put("profile", place.profile())
                .put("said", place.said())
                .put("messages", place.messages())
                .put("patients", place.patients())
                .put("since", place.since().toString())
                .put("oldest", new JsonArray(ids))
                .put(
                        "reads",
                        one.reads() == null ? null : new JsonObject(one.reads().toString()))
                .put("known", one.known());
    }
}
