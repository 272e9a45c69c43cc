package flyt.simulator.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import flyt.board.Stream;
import flyt.simulator.traffic.Pass;
import flyt.simulator.traffic.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A server's HTTP API, one blocking call at a time, nothing tried again: whoever calls sees every failure. Usable from any
 * thread.
 */
public final class Door {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final Pass pass;

    /** The doors of the server that the pass is for. */
    public Door(Pass pass) {
        this.pass = pass;
    }

    public Pass pass() {
        return pass;
    }

    /**
     * What the server made of one report.
     *
     * @param outcome {@code accepted}, {@code repeated}, {@code rejected}
     * @param faults why it was rejected, in JSON; empty when it was not
     */
    public record Outcome(String outcome, long seq, String faults) {}

    /** Rows of a stream as served: number of the last event in them, and the rows, joined by commas, as they came. */
    public record Rows(long seq, String rows) {}

    /** An answer: its HTTP status and body; {@code retryAfter} is empty when the header was absent. */
    public record Answer(int status, String body, String retryAfter) {}

    /**
     * Sends reports in one request.
     *
     * @return one outcome for each, in their order
     * @throws IOException when there was no answer, or not 200: nothing is known about any of them
     */
    public List<Outcome> send(String hospital, List<Report> reports) throws IOException {
        ArrayNode array = JSON.createArrayNode();
        reports.forEach(report -> array.add(report.body()));
        Answer answer = post("/api/v1/hospitals/" + hospital + "/reports", array.toString());
        if (answer.status() != 200) {
            throw new IOException("Answered with " + answer.status() + ": " + answer.body());
        }
        List<Outcome> outcomes = new ArrayList<>();
        JSON.readTree(answer.body())
                .path("results")
                .forEach(result -> outcomes.add(new Outcome(
                        result.path("outcome").asText(),
                        result.path("seq").asLong(),
                        result.path("faults").toString())));
        if (outcomes.size() != reports.size()) {
            throw new IOException("Not every report was answered: " + answer.body());
        }
        return outcomes;
    }

    /** The rows of a stream now. */
    public Rows rows(Stream stream) throws IOException {
        boolean ward = stream.view().startsWith("ward.");
        Answer answer = get("/api/v1/hospitals/" + stream.hospital() + "/rows?view="
                + (ward ? "ward&level=" + stream.view().substring(5) : stream.view()) + "&scope=" + stream.scope());
        if (answer.status() != 200) {
            throw new IOException(stream.name() + " was answered with " + answer.status() + ": " + answer.body());
        }
        JsonNode json = JSON.readTree(answer.body());
        String start = "\"rows\":[";
        String rows = answer.body()
                .substring(
                        answer.body().indexOf(start) + start.length(),
                        answer.body().length() - 2);
        return new Rows(json.path("seq").asLong(), rows);
    }

    /** The status that a page answers with to whoever asks, or 0 when nobody answers. */
    public int status(String path) {
        try {
            return send(request(path).GET()).status();
        } catch (IOException e) {
            return 0;
        }
    }

    public Answer get(String path) throws IOException {
        return call(request(path).GET());
    }

    public Answer post(String path, String json) throws IOException {
        return call(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(pass.url() + path)).timeout(PATIENCE);
    }

    /** With the pass; once more with another when the first is good no longer. */
    private Answer call(HttpRequest.Builder request) throws IOException {
        String authorization = pass.awaitHeader();
        Answer answer = send(request.setHeader("Authorization", authorization));
        if (answer.status() != 401) {
            return answer;
        }
        pass.refused(authorization);
        return send(request.setHeader("Authorization", pass.awaitHeader()));
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Retry-After").orElse(""));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }
}
