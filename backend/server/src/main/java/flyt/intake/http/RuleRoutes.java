package flyt.intake.http;

import flyt.access.RoleTable;
import flyt.access.View;
import flyt.access.Where;
import flyt.domain.duty.Duties;
import flyt.domain.place.HospitalId;
import flyt.runtime.Hospitals;
import flyt.runtime.RulesInForce;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * {@code GET /api/v1/hospitals/{id}/rules}: the rule set in force, as {@code AdoptRules} takes it and {@link RuleSetReader#file}
 * reads it. Who put it into force is told by the key of a shift, never by name.
 */
final class RuleRoutes implements Routes {
    private final Hospitals hospitals;
    private final Gate gate;

    RuleRoutes(Hospitals hospitals, Gate gate) {
        this.hospitals = hospitals;
        this.gate = gate;
    }

    @Override
    public void mount(Router router) {
        router.get("/api/v1/hospitals/:id/rules")
                .handler(context -> Answers.json(context, hospital -> rules(context, hospital)));
    }

    private Future<Buffer> rules(RoutingContext context, HospitalId hospital) {
        return gate.allowed(context, who -> RoleTable.verdict(who, View.RULES, hospital.value(), Where.WHOLE, 1))
                .compose(who -> hospitals.rules(hospital))
                .map(inForce -> json(inForce).toBuffer());
    }

    private static JsonObject json(RulesInForce inForce) {
        JsonObject json = new JsonObject().put(RuleSetReader.FIELD, RuleSetJson.of(inForce.rules()));
        Duties.Adoption adopted = inForce.adopted();
        return adopted == null ? json : json.put("adopted", adoption(adopted));
    }

    private static JsonObject adoption(Duties.Adoption adopted) {
        return new JsonObject()
                .put("at", adopted.at().toString())
                .put("by", adopted.by() == null ? null : adopted.by().value());
    }
}
