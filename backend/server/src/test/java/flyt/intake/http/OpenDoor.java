package flyt.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flyt.domain.place.HospitalDefinition;
import flyt.ops.Health;
import flyt.ops.Metrics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** All routes on a port of loopback, open during a test, before the reference hospital as a test wants it. */
final class OpenDoor implements BeforeEachCallback, AfterEachCallback {
    /** Where the reference hospital is. */
    static final String FJO = "/api/v1/hospitals/FJO";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    final FakeHospitals hospitals;
    private final DefinitionReader definitions = new DefinitionReader(definition ->
            definition.name().equals("Senseless") ? List.of(new Fault("name", "makes no sense")) : List.of());
    private Vertx vertx;
    private Router router;
    private int port;

    OpenDoor() {
        HospitalDefinition fjordvik = definitions
                .read(Resources.object(Resources.protocol("hospitals/fjordvik.json")))
                .fold(read -> read, faults -> {
                    throw new AssertionError(faults.toString());
                });
        hospitals = new FakeHospitals(fjordvik);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        vertx = Vertx.vertx();
        router = Router.router(vertx);
        ReportReader reports = new ReportReader(new Pseudonyms(new byte[32]));
        new HttpDoor(vertx, hospitals, reports, definitions, new Health(), new Metrics(ReportReader.types()))
                .mount(router);
        HttpServer server =
                within(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
        port = server.actualPort();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        within(vertx.close());
    }

    Router router() {
        return router;
    }

    int port() {
        return port;
    }

    /** Asks for any path of the server. */
    HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    /** Posts to what is below the reference hospital. */
    HttpResponse<String> post(String path, String body) throws Exception {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    /** Puts to what is below the reference hospital. */
    HttpResponse<String> put(String path, String body) throws Exception {
        return send(request(path).PUT(BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(FJO + path)).header("Content-Type", "application/json");
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    /** A problem as RFC 9457 has it, which tells nothing of the server's inside. */
    static void assertProblem(HttpResponse<String> answer, int status, String code) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = json(answer);
        assertThat(problem.get("type").textValue()).isEqualTo("/problems/" + code);
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("title").textValue()).isNotBlank();
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("at flyt.");
    }

    /** 200 and this JSON; quotes may be single ones. */
    static void assertJson(HttpResponse<String> answer, String expected) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer)).isEqualTo(JSON.readTree(expected.replace('\'', '"')));
    }

    private static <T> T within(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }
}
