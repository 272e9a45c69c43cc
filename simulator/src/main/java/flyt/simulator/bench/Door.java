package flyt.simulator.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flyt.simulator.traffic.Pass;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What the main thread asks of the product before and after it is measured. Blocks; throws at a
 * refusal.
 */
final class Door {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Pass pass;
    private final String hospital;

    Door(Pass pass, String hospital) {
        this.pass = pass;
        this.hospital = pass.url() + "/api/v1/hospitals/" + hospital;
    }

    void define(JsonNode definition) {
        JsonNode unused = ask(HttpRequest.newBuilder(URI.create(hospital))
                .PUT(BodyPublishers.ofString(definition.toString(), StandardCharsets.UTF_8)));
    }

    /** All of them in one array, in order; throws unless each is accepted. */
    void report(List<Buffer> reports) {
        Buffer array = Buffer.buffer("[");
        for (int i = 0; i < reports.size(); i++) {
            var unused = array.appendString(i == 0 ? "" : ",").appendBuffer(reports.get(i));
        }
        JsonNode answer = ask(HttpRequest.newBuilder(URI.create(hospital + "/reports"))
                .POST(BodyPublishers.ofByteArray(array.appendString("]").getBytes())));
        answer.get("results").forEach(result -> {
            if (!result.get("outcome").asText().equals("accepted")) {
                throw new IllegalStateException("a report was not accepted: " + result);
            }
        });
    }

    /** The rows of a view at privacy level 3. */
    JsonNode rows(String view, String scope) {
        String query = "/rows?view=" + view + "&scope=" + scope + "&level=3";
        return ask(HttpRequest.newBuilder(URI.create(hospital + query)).GET()).get("rows");
    }

    private JsonNode ask(HttpRequest.Builder question) {
        try {
            HttpRequest request = question.setHeader("content-type", "application/json")
                    .setHeader("authorization", pass.awaitHeader())
                    .build();
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException(request + " was answered " + response.statusCode() + ": "
                        + new String(response.body(), StandardCharsets.UTF_8));
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
