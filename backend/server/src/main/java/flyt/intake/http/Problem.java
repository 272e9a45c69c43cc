package flyt.intake.http;

import flyt.domain.Decision.Refusal;
import flyt.domain.task.TaskId;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, told as RFC 9457 {@code application/problem+json}. The codes are those of the table in {@code
 * openapi.yaml}.
 *
 * @param body {@code type}, {@code title}, {@code status} and what the code adds
 * @param retryAfterSeconds when to send the same again; 0 when that is of no use
 */
public record Problem(int status, JsonObject body, int retryAfterSeconds) {
    private static final String TYPE = "/problems/";
    private static final int RETRY_AFTER_SECONDS = 2;

    /** {@code code}: lower case words with hyphens, one for each thing that a client may want to tell apart. */
    public static Problem of(int status, String code, String title) {
        JsonObject body =
                new JsonObject().put("type", TYPE + code).put("title", title).put("status", status);
        return new Problem(status, body, 0);
    }

    static Problem malformed(String where) {
        return of(400, "malformed-json", "The body is not JSON.").with("detail", where);
    }

    static Problem unknownHospital() {
        return of(404, "unknown-hospital", "There is no such hospital.");
    }

    static Problem unknownWard() {
        return of(404, "unknown-ward", "There is no such ward.");
    }

    static Problem unknownStay() {
        return of(404, "unknown-stay", "Nothing has been told about such a stay.");
    }

    /** There is nothing at this address. */
    public static Problem unknownRoute() {
        return of(404, "unknown-route", "There is nothing here. The API is described at /api.");
    }

    static Problem tooLarge(int maxBytes) {
        return of(413, "too-large", "The body is larger than " + maxBytes / (1024 * 1024) + " MB.");
    }

    static Problem tooMany(int max) {
        return of(413, "too-many-reports", "There are more than " + max + " reports in one request.");
    }

    static Problem wrongContentType(Set<String> types) {
        return of(
                415,
                "wrong-content-type",
                "The content type must be " + String.join(" or ", new TreeSet<>(types)) + ".");
    }

    static Problem journalAway() {
        return new Problem(
                503, of(503, "journal-away", "The journal is away. Nothing was taken.").body, RETRY_AFTER_SECONDS);
    }

    static Problem ownerAway(String title) {
        return new Problem(503, of(503, "owner-away", title).body, RETRY_AFTER_SECONDS);
    }

    static Problem failed() {
        return of(500, "failed", "Something went wrong in the server.");
    }

    /** Understood, but wrong in these fields. {@code what}: {@code report}, {@code query}, … */
    public static Problem faulty(int status, String what, List<Fault> faults) {
        return of(status, "faulty-" + what, "The " + what + " is faulty.").with("faults", faults(faults));
    }

    /** A wish that cannot be met now. {@code task}: the one that stands in the way, or null. */
    public static Problem refused(Refusal refusal, @Nullable TaskId task) {
        Problem problem = refused(refusal.name(), RefusalWords.of(refusal));
        return task == null ? problem : problem.with("task", task.value());
    }

    static Problem refused(String constant, String title) {
        return of(409, "refused", title)
                .with("reason", constant.toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    static JsonArray faults(List<Fault> faults) {
        return new JsonArray(faults.stream().map(Problem::fault).toList());
    }

    private static JsonObject fault(Fault fault) {
        JsonObject json = new JsonObject().put("field", fault.field()).put("problem", fault.problem());
        return fault.code() == null ? json : json.put("code", fault.code());
    }

    /** The code. */
    public String code() {
        return body.getString("type").substring(TYPE.length());
    }

    /** What went wrong in plain words. */
    public String title() {
        return body.getString("title");
    }

    /** Answers with it. */
    Future<Void> send(HttpServerResponse response) {
        HttpServerResponse answer = retryAfterSeconds == 0
                ? response
                : response.putHeader("Retry-After", Integer.toString(retryAfterSeconds));
        return answer.setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Cache-Control", "no-store")
                .end(body.toBuffer());
    }

    /** The same, told who was first; null: nobody, or it is not known. */
    Problem because(@Nullable String first) {
        return first == null ? this : with("by", first);
    }

    private Problem with(String name, Object value) {
        return new Problem(status, body.copy().put(name, value), retryAfterSeconds);
    }
}
