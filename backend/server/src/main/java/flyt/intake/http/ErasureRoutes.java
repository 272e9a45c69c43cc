package flyt.intake.http;

import flyt.access.Deed;
import flyt.access.RoleTable;
import flyt.access.Where;
import flyt.access.log.Who;
import flyt.domain.place.HospitalId;
import flyt.domain.stay.PatientKey;
import flyt.runtime.Hospitals;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * {@code POST …/hospitals/{id}/erasures}: a patient's identity is erased. The number is in the body, since addresses get into
 * logs; the access log has the opaque key.
 */
final class ErasureRoutes implements Routes {
    private static final String DEED = Deed.ERASE_IDENTITY.wire();

    private final Hospitals hospitals;
    private final Pseudonyms pseudonyms;
    private final Witness witness;
    private final Bodies bodies;

    ErasureRoutes(Hospitals hospitals, Pseudonyms pseudonyms, Witness witness, Bodies bodies) {
        this.hospitals = hospitals;
        this.pseudonyms = pseudonyms;
        this.witness = witness;
        this.bodies = bodies;
    }

    @Override
    public void mount(Router router) {
        router.post("/api/v1/hospitals/:id/erasures")
                .handler(context -> Answers.json(context, hospital -> erase(context, hospital)));
    }

    private Future<Buffer> erase(RoutingContext context, HospitalId hospital) {
        return witness.known(
                        context,
                        who -> RoleTable.verdict(who, Deed.ERASE_IDENTITY, hospital.value(), Where.WHOLE),
                        DEED,
                        entry -> entry.in(hospital.value()))
                .compose(who -> bodies.read(context.request())
                        .compose(Answers::parsed)
                        .compose(json -> {
                            Fields fields = Fields.of(json);
                            String number = fields.senderId("number", text -> text);
                            return SignInRoutes.faultless(fields)
                                    .compose(read ->
                                            erase(context, who, hospital, pseudonyms.patient(hospital, number)));
                        }));
    }

    private Future<Buffer> erase(RoutingContext context, Who who, HospitalId hospital, PatientKey patient) {
        return witness.remember(
                        context, who, DEED, entry -> entry.in(hospital.value()).about(null, patient.value()))
                .compose(written -> hospitals.erase(hospital, patient))
                .compose(known -> known
                        ? Future.succeededFuture(
                                new JsonObject().put("outcome", "erased").toBuffer())
                        : Failures.answer(
                                Problem.of(404, "unknown-patient", "No patient of this number is known here.")));
    }
}
