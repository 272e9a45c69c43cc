package flyt.intake.http;

import com.fasterxml.jackson.databind.JsonNode;
import flyt.domain.place.HospitalId;
import flyt.intake.http.StrictJson.Malformed;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What the routes have in common: the hospital in the path, a JSON body in, a JSON body out, or a problem. */
public final class Answers {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,40}");

    private Answers() {}

    /** Answers with what {@code answer} gives for the hospital in the path, or with the problem it fails with. */
    static void json(RoutingContext context, Function<HospitalId, Future<Buffer>> answer) {
        send(context, hospital(context).compose(answer::apply));
    }

    /** The hospital in the path, or the problem that it is none. */
    public static Future<HospitalId> hospital(RoutingContext context) {
        String id = context.pathParam("id");
        return ID.matcher(id).matches()
                ? Future.succeededFuture(new HospitalId(id))
                : Failures.answer(Problem.unknownHospital());
    }

    /** Answers with this JSON, or with the problem it fails with. */
    static void send(RoutingContext context, Future<Buffer> body) {
        var sent = body.compose(json -> context.response()
                        .putHeader("Content-Type", "application/json")
                        .putHeader("Cache-Control", "no-store")
                        .end(json))
                .onFailure(failure -> Failures.answer(context, failure));
    }

    /** The JSON that a body is. */
    static Future<JsonNode> parsed(byte[] body) {
        try {
            return Future.succeededFuture(StrictJson.read(body));
        } catch (Malformed e) {
            return Failures.answer(Problem.malformed(e.getMessage()));
        }
    }

    /** {@code {"outcome":…,"seq":…}}. */
    static JsonObject outcome(String outcome, long seq) {
        return new JsonObject().put("outcome", outcome).put("seq", seq);
    }
}
