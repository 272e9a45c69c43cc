package flyt.intake.http;

import flyt.access.Principal;
import flyt.access.RoleTable;
import flyt.access.Verdict;
import flyt.access.View;
import flyt.access.Where;
import flyt.domain.place.HospitalId;
import flyt.domain.placement.RequestId;
import flyt.runtime.BedFits;
import flyt.runtime.Hospitals;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** {@code GET …/requests/{request}/beds}: how every bed suits one who waits, and why others do not; {@code …/plan}: what would help most. */
final class RequestRoutes implements Routes {
    private final Hospitals hospitals;
    private final Gate gate;
    private final Witness witness;

    RequestRoutes(Hospitals hospitals, Gate gate, Witness witness) {
        this.hospitals = hospitals;
        this.gate = gate;
        this.witness = witness;
    }

    @Override
    public void mount(Router router) {
        router.get("/api/v1/hospitals/:id/requests/:request/beds")
                .handler(context -> Answers.json(context, hospital -> beds(context, hospital)));
        router.get("/api/v1/hospitals/:id/requests/plan")
                .handler(context -> Answers.json(context, hospital -> plan(context, hospital)));
    }

    /** Names nobody: those who wait are in it by their request. */
    private Future<Buffer> plan(RoutingContext context, HospitalId hospital) {
        return gate.allowed(context, who -> RoleTable.verdict(who, View.REQUESTS, hospital.value(), Where.WHOLE, 1))
                .compose(who -> hospitals.advice(hospital))
                .map(advice -> advice.json().toBuffer());
    }

    private Future<Buffer> beds(RoutingContext context, HospitalId hospital) {
        String request = context.pathParam("request");
        if (!request.matches("R-[0-9]{1,18}")) {
            return gate.allowed(context, who -> RoleTable.somewhere(who, View.REQUESTS))
                    .compose(who -> Failures.answer(unknown()));
        }
        return gate.allowed(context, who -> RoleTable.somewhere(who, View.REQUESTS))
                .compose(who -> hospitals.bedFits(hospital, new RequestId(request)))
                .compose(fits -> witness.letThrough(
                                context, who -> verdict(who, hospital, fits), View.REQUESTS.wire(), entry -> entry.in(
                                                hospital.value())
                                        .about(fits.stay(), null)
                                        .because(request))
                        .compose(known -> fits.asked() == null
                                ? Failures.answer(unknown())
                                : Future.succeededFuture(new JsonObject()
                                        .put("beds", fits.beds())
                                        .toBuffer())));
    }

    /** By the ward that is asked; of what nobody knows, as of the whole hospital. */
    private Verdict verdict(Principal who, HospitalId hospital, BedFits fits) {
        Where where = fits.asked() == null
                ? Where.WHOLE
                : new Where(fits.asked().value(), hospitals.zoneOf(hospital, fits.asked()));
        return RoleTable.verdict(who, View.REQUESTS, hospital.value(), where, 1);
    }

    private static Problem unknown() {
        return Problem.of(404, "unknown-request", "Nobody waits for a bed under that id.");
    }
}
