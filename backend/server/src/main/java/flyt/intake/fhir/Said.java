package flyt.intake.fhir;

import flyt.fhir.Fhir;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One answer.
 *
 * @param json of a resource; empty: none
 * @param headers besides the usual ones
 */
public record Said(int status, String json, Map<String, String> headers) {
    public Said {
        headers = Map.copyOf(headers);
    }

    public Said(int status, String json) {
        this(status, json, Map.of());
    }

    /** Here it is. */
    public static Said ok(String json) {
        return new Said(200, json);
    }

    /** The same with one header more. */
    public Said with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Said(status, json, more);
    }

    Future<Void> send(HttpServerResponse response) {
        HttpServerResponse answer = response.setStatusCode(status).putHeader("Cache-Control", "no-store");
        for (Map.Entry<String, String> header : headers.entrySet()) {
            answer = answer.putHeader(header.getKey(), header.getValue());
        }
        return json.isEmpty()
                ? answer.end()
                : answer.putHeader("Content-Type", Fhir.JSON + ";charset=utf-8").end(json);
    }
}
