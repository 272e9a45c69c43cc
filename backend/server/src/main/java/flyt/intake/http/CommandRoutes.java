package flyt.intake.http;

import com.fasterxml.jackson.databind.JsonNode;
import flyt.domain.place.HospitalId;
import flyt.intake.http.CommandReader.ReadCommand;
import flyt.ops.Metrics;
import flyt.ops.Metrics.Outcome;
import flyt.runtime.Answer;
import flyt.runtime.Hospitals;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import java.util.List;

/** {@code POST /api/v1/hospitals/{id}/commands}: people's wishes. */
final class CommandRoutes {
    private final Hospitals hospitals;
    private final Metrics metrics;
    private final Bodies bodies;

    CommandRoutes(Hospitals hospitals, Metrics metrics, Bodies bodies) {
        this.hospitals = hospitals;
        this.metrics = metrics;
        this.bodies = bodies;
    }

    void mount(Router router) {
        router.post("/api/v1/hospitals/:id/commands")
                .handler(context -> Answers.json(context, hospital -> bodies.read(context.request())
                        .compose(Answers::parsed)
                        .compose(json -> wish(hospital, json))));
    }

    private Future<Buffer> wish(HospitalId hospital, JsonNode json) {
        return CommandReader.read(json).fold(read -> told(hospital, read), faults -> {
            metrics.intake("", Outcome.REJECTED);
            return Failures.answer(Problem.faulty(422, "command", faults));
        });
    }

    private Future<Buffer> told(HospitalId hospital, ReadCommand read) {
        return hospitals
                .submit(hospital, List.of(read.submission()))
                .onFailure(failure -> metrics.intake(read.type(), Outcome.NOT_TAKEN))
                .compose(answers -> answer(read.type(), answers.get(0)));
    }

    private Future<Buffer> answer(String type, Answer answer) {
        if (answer instanceof Answer.Accepted accepted) {
            metrics.intake(type, Outcome.ACCEPTED);
            return Future.succeededFuture(
                    Answers.outcome("accepted", accepted.seq()).toBuffer());
        } else if (answer instanceof Answer.Repeated repeated) {
            metrics.intake(type, Outcome.REPEATED);
            return Future.succeededFuture(
                    Answers.outcome("repeated", repeated.seq()).toBuffer());
        }
        metrics.intake(type, Outcome.REFUSED);
        return Failures.answer(Problem.refused(((Answer.Refused) answer).reason()));
    }
}
