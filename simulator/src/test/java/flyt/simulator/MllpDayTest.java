package flyt.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.Main;
import flyt.RunningServer;
import flyt.simulator.hl7.MllpFeeds;
import flyt.simulator.traffic.Faults;
import flyt.simulator.traffic.HospitalFile;
import flyt.simulator.traffic.Outlet;
import flyt.simulator.traffic.Pass;
import flyt.simulator.traffic.Sending;
import flyt.simulator.traffic.ServerDoor;
import flyt.simulator.traffic.ServerSecrets;
import flyt.simulator.traffic.Traffic;
import flyt.simulator.truth.Truth;
import flyt.simulator.truth.TruthComparison;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same simulated day told to two hospitals of one server: to one by HTTP, to the other by HL7 v2 in four dialects and with
 * faults on the wire. Afterwards the same people lie in the same beds and came there the same way.
 */
@Timeout(600)
class MllpDayTest {
    private static final long SEED = 7;
    /** Far from the hour that comes twice in autumn, which a time without an offset does not tell apart. */
    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);

    private static final Duration LENGTH = Duration.ofHours(4);
    private static final Faults SOME = new Faults(0.01, 0.02, 0.02);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HospitalFile byHttp = HospitalFile.reference();
    private final HospitalFile byMllp = named("FJM");
    private final ServerSecrets secrets = new ServerSecrets();
    private final SortedSet<String> visits = new TreeSet<>();
    private Vertx vertx;
    private RunningServer server;

    @Test
    void aDayByMllpEndsAsTheSameDayByHttp(@TempDir Path folder) throws Exception {
        server = await(Main.start(secrets.settings(
                folder,
                Map.of(
                        "FLYT_HTTP_PORT",
                        "0",
                        "FLYT_FORECAST_MINUTES",
                        "0",
                        "FLYT_HL7_FILE",
                        hl7File(folder).toString(),
                        "FLYT_LOG_FORMAT",
                        "text"))));
        vertx = Vertx.vertx();
        ServerDoor http = new ServerDoor(vertx, secrets.pass(server.url()), byHttp.id());
        ServerDoor mllp = new ServerDoor(vertx, secrets.pass(server.url()), byMllp.id());
        MllpFeeds feeds = new MllpFeeds(vertx, server.hl7Ports().get(0), byMllp, mllp, mllp.receipt(), 0.05, SEED);
        try {
            Truth truth = new Truth();
            Instant end = live(byMllp, mllp, feeds, truth);
            assertThat(live(byHttp, http, http, new Truth())).isEqualTo(end);

            assertThat(mllp.receipt().rejections()).isEmpty();
            assertThat(mllp.receipt().all()).isEqualTo(http.receipt().all()).isGreaterThan(1_500);
            assertThat(senders()).contains("SIM-PAS", "SIM-EMERGENCY", "SIM-MERGED", "SIM-LABORATORY");
            assertThat(TruthComparison.compare(truth.at(end), await(mllp.rows("beds"))))
                    .isEmpty();
            assertThat(visits).hasSizeGreaterThan(300);
            Pass pass = secrets.pass(server.url());
            for (String visit : visits) {
                assertThat(placements(pass, byMllp, visit)).as(visit).isEqualTo(placements(pass, byHttp, visit));
            }
        } finally {
            feeds.close();
            await(http.close().eventually(mllp::close).eventually(server::stop).eventually(vertx::close));
        }
    }

    private Instant live(HospitalFile file, ServerDoor door, Outlet outlet, Truth truth) throws Exception {
        Traffic traffic = new Traffic(file, DAY, SEED, SOME, truth);
        Instant opening = traffic.now();
        await(new Opening(door, file).at(opening));
        Sending sending = new Sending(vertx, door, traffic, System::nanoTime);
        sending.by(reports -> {
            reports.forEach(report -> {
                if (report.body().has("visit")) {
                    visits.add(report.body().get("visit").asText());
                }
            });
            return outlet.send(reports);
        });
        Instant end = opening.plus(LENGTH);
        await(sending.upTo(end, until -> {}));
        await(sending.rest());
        return end;
    }

    /** Where somebody was, and the beds that one left: both ends of each. */
    private JsonNode placements(Pass pass, HospitalFile file, String visit) throws Exception {
        JsonNode stay = ask(pass, file, "/stays/" + visit);
        ObjectNode said = JSON.createObjectNode();
        said.set("status", stay.path("status"));
        said.set("placements", stay.path("placements"));
        return said;
    }

    /** Who sent the last messages. */
    private String senders() throws Exception {
        return ask(secrets.pass(server.url()), byMllp, "/inbox")
                .path("messages")
                .findValuesAsText("sender")
                .toString();
    }

    private static JsonNode ask(Pass pass, HospitalFile file, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(pass.url() + "/api/v1/hospitals/" + file.id() + path))
                .header("Authorization", pass.awaitHeader())
                .build();
        var answer = CLIENT.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private Path hl7File(Path folder) throws Exception {
        ObjectNode hl7 = JSON.createObjectNode();
        ObjectNode listener = hl7.putArray("listeners").addObject().put("port", 0);
        ArrayNode senders = listener.putArray("senders");
        MllpFeeds.declare(byMllp, "simulator", senders, hl7.putArray("profiles"));
        return Files.writeString(folder.resolve("hl7.json"), hl7.toString());
    }

    private static HospitalFile named(String id) {
        ObjectNode json = HospitalFile.reference().json().deepCopy();
        return new HospitalFile(json.put("id", id));
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(300, TimeUnit.SECONDS);
    }
}
