package flyt;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A system that tells what it knows in FHIR. */
record FhirSender(MllpHouse house) {

    HttpResponse<String> put(String where, JsonObject resource) throws Exception {
        return send("PUT", "/FJO/" + where, resource.encode());
    }

    HttpResponse<String> post(String where, JsonObject resource) throws Exception {
        return send("POST", "/FJO/" + where, resource.encode());
    }

    HttpResponse<String> send(String method, String path, String body) throws Exception {
        return fhir(method, "/fhir" + path, body);
    }

    HttpResponse<String> fhir(String method, String path, String body) throws Exception {
        return http(method, path, body, "application/fhir+json", house.token);
    }

    HttpResponse<String> http(String method, String path, String body, String type, String token, String... headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(house.server.url() + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    static String outcome(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).startsWith("{\"resourceType\":\"OperationOutcome\"");
        return answer.body();
    }
}
