package flyt.intake.http;

import flyt.access.Principal;
import flyt.access.Principal.Person;
import flyt.access.RoleTable;
import flyt.access.View;
import flyt.access.Where;
import flyt.domain.event.StaffKey;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalId;
import flyt.journal.WireNames;
import flyt.runtime.Hospitals;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/** {@code GET /api/v1/hospitals/{id}/duty}: under which keys one's own duty is told, and for which teams one may come on duty. */
final class DutyRoutes implements Routes {
    private final Hospitals hospitals;
    private final StaffKeys keys;
    private final Gate gate;

    DutyRoutes(Hospitals hospitals, StaffKeys keys, Gate gate) {
        this.hospitals = hospitals;
        this.keys = keys;
        this.gate = gate;
    }

    @Override
    public void mount(Router router) {
        router.get("/api/v1/hospitals/:id/duty")
                .handler(context -> Answers.json(context, hospital -> duty(context, hospital)));
    }

    Future<Buffer> duty(RoutingContext context, HospitalId hospital) {
        return gate.allowed(context, who -> RoleTable.verdict(who, View.QUEUE, hospital.value(), Where.WHOLE, 1))
                .compose(who -> hospitals.definition(hospital).compose(definition -> hospitals
                        .clock(hospital)
                        .map(clock -> who instanceof Person person
                                ? keys.now(definition, person.account(), clock.time())
                                : Set.<StaffKey>of())
                        .map(own -> json(definition, who, own).toBuffer())));
    }

    private static JsonObject json(HospitalDefinition definition, Principal who, Set<StaffKey> own) {
        return new JsonObject()
                .put(
                        "keys",
                        new JsonArray(own.stream().map(StaffKey::value).sorted().toList()))
                .put(
                        "teams",
                        new JsonArray(Teams.of(definition.id(), who).stream()
                                .map(WireNames::of)
                                .toList()))
                .put(
                        "zones",
                        new JsonArray(definition.zones().stream()
                                .map(zone -> new JsonObject()
                                        .put("id", zone.id())
                                        .put("name", zone.name())
                                        .put("kind", zone.kind()))
                                .toList()));
    }
}
