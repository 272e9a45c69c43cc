package flyt.simulator.traffic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * The HTTP door of one hospital at a Flyt server.
 *
 * <p>While the server is away or answers 503, a request is sent again, as often as it takes: nothing is dropped.
 * Any other refusal fails the future with {@link Refused}, or with {@link Pass.Unknown}.
 */
public final class ServerDoor implements Outlet {

    /** Seconds to wait where the server names none. */
    private static final long USUAL_WAIT = 1;

    private static final Set<String> TAKEN = Set.of("offered", "accepted", "in-progress", "paused");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Vertx vertx;
    private final Context context;
    private final HttpClient client;
    private final Pass pass;
    private final String hospitalUrl;
    private final Receipt receipt = new Receipt();
    private volatile boolean closed;

    /** The door of this hospital at the server that the pass is for. */
    public ServerDoor(Vertx vertx, Pass pass, String hospital) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.client = vertx.createHttpClient();
        this.pass = pass;
        this.hospitalUrl = pass.url() + "/api/v1/hospitals/" + hospital;
    }

    /** The server would not take something. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String what, int status, String body) {
            super(what + " was answered with " + status + ": " + body);
        }
    }

    /** Hospital time and how many hospital seconds go by in a second; 0 stands still. */
    public record ClockFace(Instant time, double rate) {}

    private record Answer(int status, Buffer body, long retryAfter) {}

    public Receipt receipt() {
        return receipt;
    }

    /** Puts the hospital's definition. */
    public Future<Void> define(HospitalFile file) {
        return call(HttpMethod.PUT, "", bytes(file.json())).mapEmpty();
    }

    public Future<ClockFace> clock() {
        return call(HttpMethod.GET, "/clock", Buffer.buffer()).map(body -> {
            JsonNode clock = json(body);
            return new ClockFace(
                    Instant.parse(clock.get("time").asText()), clock.get("rate").asDouble());
        });
    }

    public Future<Void> setClock(ClockFace face) {
        JsonNode body =
                JSON.createObjectNode().put("time", face.time().toString()).put("rate", face.rate());
        return call(HttpMethod.PUT, "/clock", bytes(body)).mapEmpty();
    }

    /** The rows of a view of the whole hospital: {@code beds}, {@code tasks}, {@code conflicts}. */
    public Future<JsonNode> rows(String view) {
        return call(HttpMethod.GET, "/rows?view=" + view + "&scope=-", Buffer.buffer())
                .map(body -> json(body).get("rows"));
    }

    /**
     * The cleans as the server has them, by bed.
     *
     * @param taken somebody has them, or is offered them
     * @param open they wait for anybody
     */
    public record Cleans(Set<String> taken, Set<String> open) {}

    /** Whose cleans are taken and whose wait. */
    public Future<Cleans> cleans() {
        return call(HttpMethod.GET, "/rows?view=queue&scope=cleaning", Buffer.buffer())
                .map(body -> cleans(json(body).get("rows")));
    }

    /** How many people have been sent to help where blood is drawn: somebody said yes to the proposal. */
    public Future<Integer> helpers() {
        return rows("alerts").map(rows -> {
            for (JsonNode row : rows) {
                JsonNode relief = row.path("relief");
                if (relief.path("answer").asText().equals("accepted")) {
                    return relief.get("staff").asInt();
                }
            }
            return 0;
        });
    }

    /** Which beds are promised to those who wait: a bed's id by the stay as rows name it. */
    public Future<Map<String, String>> promises() {
        return rows("requests").map(rows -> {
            Map<String, String> promises = new TreeMap<>();
            for (JsonNode row : rows) {
                if (row.path("kind").asText().equals("request") && row.hasNonNull("bed")) {
                    promises.put(row.get("stay").asText(), row.get("bed").asText());
                }
            }
            return promises;
        });
    }

    /** A visit as rows name it; empty while the server does not know it. */
    public Future<Optional<String>> nameOf(String visit) {
        return attempt(HttpMethod.GET, "/stays/" + visit, Buffer.buffer())
                .map(answer -> answer.status() == 404
                        ? Optional.empty()
                        : Optional.of(json(taken("a stay", answer)).get("visit").asText()));
    }

    /** Has the shipped thresholds watched from now on. */
    public Future<Void> adoptThresholds(Instant at) {
        JsonNode wish = JSON.createObjectNode()
                .put("type", "AdoptThresholds")
                .put("commandId", UUID.randomUUID().toString())
                .put("at", at.toString())
                .put("thresholds", "standard");
        return call(HttpMethod.POST, "/commands", bytes(wish)).mapEmpty();
    }

    private static Cleans cleans(JsonNode rows) {
        Set<String> taken = new TreeSet<>();
        Set<String> open = new TreeSet<>();
        for (JsonNode row : rows) {
            String bed = row.path("at").path("bed").asText("");
            if (row.path("kind").asText().equals("queue-task") && !bed.isEmpty()) {
                boolean somebodys = TAKEN.contains(row.path("state").asText());
                boolean added = somebodys ? taken.add(bed) : open.add(bed);
            }
        }
        return new Cleans(taken, open);
    }

    /** Sends reports in order, one by itself, more as an array, and wishes each by itself between them; counts the outcomes. */
    @Override
    public Future<Void> send(List<Report> reports) {
        for (int i = 0; i < reports.size(); i++) {
            if (reports.get(i).isWish()) {
                Report wish = reports.get(i);
                List<Report> rest = reports.subList(i + 1, reports.size());
                return sendReports(reports.subList(0, i))
                        .compose(sent -> sendOne("/commands", wish, 409))
                        .compose(sent -> send(rest));
            }
        }
        return sendReports(reports);
    }

    private Future<Void> sendReports(List<Report> reports) {
        if (reports.isEmpty()) {
            return Future.succeededFuture();
        }
        if (reports.size() == 1) {
            return sendOne("/reports", reports.get(0), 422);
        }
        ArrayNode array = JSON.createArrayNode();
        reports.forEach(report -> array.add(report.body()));
        return call(HttpMethod.POST, "/reports", bytes(array)).map(body -> {
            JsonNode results = json(body).get("results");
            if (results == null || results.size() != reports.size()) {
                throw new IllegalStateException("the server has not answered every report");
            }
            for (int i = 0; i < reports.size(); i++) {
                count(reports.get(i), results.get(i));
            }
            return null;
        });
    }

    /** {@code refused}: the status by which this door says no. */
    private Future<Void> sendOne(String door, Report report, int refused) {
        return attempt(HttpMethod.POST, door, bytes(report.body())).map(answer -> {
            if (answer.status() == refused) {
                receipt.countRejected(report, answer.body().toString());
                return null;
            }
            count(report, json(taken("report " + report.messageId(), answer)));
            return null;
        });
    }

    private void count(Report report, JsonNode result) {
        switch (result.path("outcome").asText()) {
            case "accepted" -> receipt.countAccepted();
            case "repeated" -> receipt.countRepeated();
            default -> receipt.countRejected(report, result.path("faults").toString());
        }
        result.path("warnings").forEach(warning -> receipt.countWarning(warning.asText()));
    }

    private Future<Buffer> call(HttpMethod method, String path, Buffer body) {
        return attempt(method, path, body).map(answer -> taken(method + " " + path, answer));
    }

    private static Buffer taken(String what, Answer answer) {
        if (answer.status() >= 300) {
            throw new Refused(what, answer.status(), answer.body().toString());
        }
        return answer.body();
    }

    /** Until there is an answer other than 503, or the door is closed. */
    private Future<Answer> attempt(HttpMethod method, String path, Buffer body) {
        // always on the one event loop: asked from a thread of somebody else, a body could arrive before it was waited
        // for
        Promise<Answer> promise = Promise.promise();
        context.runOnContext(now -> {
            var unused = attemptHere(method, path, body).onComplete(promise);
        });
        return promise.future();
    }

    private Future<Answer> attemptHere(HttpMethod method, String path, Buffer body) {
        return ask(method, path, body)
                .compose(answer -> answer.status() == 401 ? ask(method, path, body) : Future.succeededFuture(answer))
                .recover(away -> retriable(away)
                        ? Future.succeededFuture(new Answer(503, Buffer.buffer(), USUAL_WAIT))
                        : Future.failedFuture(away))
                .compose(answer -> answer.status() == 503 && !closed
                        ? pause(answer.retryAfter()).compose(waited -> attemptHere(method, path, body))
                        : Future.succeededFuture(answer));
    }

    /** Once. What is answered 401 was shown a token that is good no longer. */
    private Future<Answer> ask(HttpMethod method, String path, Buffer body) {
        RequestOptions options = new RequestOptions().setMethod(method).setAbsoluteURI(hospitalUrl + path);
        return Future.fromCompletionStage(pass.header(), context).compose(authorization -> client.request(
                        options.putHeader("authorization", authorization))
                .compose(request -> body.length() == 0
                        ? request.send()
                        : request.putHeader("content-type", "application/json").send(body))
                .compose(response -> response.body()
                        .map(content -> new Answer(response.statusCode(), content, retryAfter(response))))
                .onSuccess(answer -> {
                    if (answer.status() == 401) {
                        pass.refused(authorization);
                    }
                }));
    }

    private static boolean retriable(Throwable failure) {
        return failure instanceof IOException || failure instanceof VertxException;
    }

    private static long retryAfter(HttpClientResponse response) {
        String header = response.getHeader("retry-after");
        return header != null && header.matches("[0-9]{1,3}") ? Math.max(1, Long.parseLong(header)) : USUAL_WAIT;
    }

    private Future<Void> pause(long seconds) {
        return vertx.timer(seconds, TimeUnit.SECONDS);
    }

    /** Gives up waiting for a server that is away, and closes the connections. */
    public Future<Void> close() {
        closed = true;
        return client.close();
    }

    private static Buffer bytes(JsonNode json) {
        try {
            return Buffer.buffer(JSON.writeValueAsBytes(json));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(Buffer body) {
        try {
            return JSON.readTree(body.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
