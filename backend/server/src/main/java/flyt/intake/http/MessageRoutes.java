package flyt.intake.http;

import flyt.access.RoleTable;
import flyt.access.View;
import flyt.access.Where;
import flyt.domain.place.HospitalId;
import flyt.runtime.Hospitals;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * {@code GET …/messages/{message}}: the words of what a coordinator tells one person alone, for that person. A team shares its rows,
 * so they are not in them.
 */
final class MessageRoutes implements Routes {
    private final Hospitals hospitals;
    private final OwnWork own;
    private final Gate gate;

    MessageRoutes(Hospitals hospitals, OwnWork own, Gate gate) {
        this.hospitals = hospitals;
        this.own = own;
        this.gate = gate;
    }

    @Override
    public void mount(Router router) {
        router.get("/api/v1/hospitals/:id/messages/:message")
                .handler(context -> Answers.json(context, hospital -> words(context, hospital)));
    }

    private Future<Buffer> words(RoutingContext context, HospitalId hospital) {
        String message = context.pathParam("message");
        return gate.allowed(context, who -> RoleTable.verdict(who, View.QUEUE, hospital.value(), Where.WHOLE, 1))
                .compose(who -> own.of(hospital, who))
                .map(work -> work.messages().get(message))
                .compose(key -> key == null
                        ? Failures.answer(Problem.of(
                                404, "unknown-message", "No such message is for you alone, or it stands no longer."))
                        : hospitals.words(hospital, key))
                .map(words -> new JsonObject().put("text", words).toBuffer());
    }
}
