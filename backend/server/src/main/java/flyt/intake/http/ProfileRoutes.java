package flyt.intake.http;

import flyt.access.Deed;
import flyt.access.FaultyFile;
import flyt.access.Principal;
import flyt.access.RoleTable;
import flyt.access.Verdict;
import flyt.access.View;
import flyt.access.Where;
import flyt.domain.place.HospitalId;
import flyt.ops.Metrics;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** {@code /api/v1/hospitals/{id}/profiles}: how the senders of HL7 v2 write, and having that read anew. */
public final class ProfileRoutes implements Routes {
    private static final String PROFILES = "/api/v1/hospitals/:id/profiles";

    private final ProfileDesk desk;
    private final Gate gate;
    private final Witness witness;

    public ProfileRoutes(Entrance entrance, Metrics metrics, ProfileDesk desk) {
        this.desk = desk;
        this.gate = new Gate(entrance.doorkeeper(), metrics);
        this.witness = new Witness(gate, entrance.log(), entrance.clock());
    }

    @Override
    public void mount(Router router) {
        router.get(PROFILES)
                .handler(context -> Answers.json(context, hospital -> gate.allowed(
                                context, who -> RoleTable.verdict(who, View.INBOX, hospital.value(), Where.WHOLE, 1))
                        .map(who -> json(hospital, desk.inForce()))));
        router.post(PROFILES).handler(context -> Answers.json(context, hospital -> reloaded(context, hospital)));
    }

    /** Whoever changes how messages are read is in the log first. */
    private Future<Buffer> reloaded(RoutingContext context, HospitalId hospital) {
        return witness.letThrough(
                        context,
                        who -> verdict(who, hospital.value()),
                        Deed.RELOAD_PROFILES.wire(),
                        entry -> entry.in(hospital.value()))
                .compose(who -> gate.who(context))
                .compose(who -> desk.reload(other -> verdict(who, other).isAllowed()))
                .map(profiles -> json(hospital, profiles))
                .recover(failure -> failure instanceof FaultyFile file
                        ? Failures.answer(Problem.faulty(
                                422,
                                "profiles",
                                file.faults().stream().map(ProfileRoutes::fault).toList()))
                        : Future.failedFuture(failure));
    }

    private static Verdict verdict(Principal who, String hospital) {
        return RoleTable.verdict(who, Deed.RELOAD_PROFILES, hospital, Where.WHOLE);
    }

    private static Fault fault(String text) {
        int colon = text.indexOf(": ");
        return colon < 0 ? new Fault("file", text) : new Fault(text.substring(0, colon), text.substring(colon + 2));
    }

    private static Buffer json(HospitalId hospital, List<ProfileDesk.Profile> profiles) {
        return new JsonObject()
                .put(
                        "profiles",
                        new JsonArray(profiles.stream()
                                .filter(profile -> profile.hospitals().contains(hospital.value()))
                                .map(profile -> new JsonObject()
                                        .put("id", profile.id())
                                        .put("version", profile.version())
                                        .put("source", profile.source()))
                                .toList()))
                .toBuffer();
    }
}
