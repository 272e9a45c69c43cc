package flyt.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import flyt.domain.Decision.Refusal;
import flyt.domain.Decision.Warning;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Source;
import flyt.domain.place.BedId;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.WardId;
import flyt.domain.stay.PatientClass;
import flyt.domain.stay.StayId;
import flyt.domain.stay.StayStatus;
import flyt.journal.AwayJournal;
import flyt.ops.Health;
import flyt.ops.Metrics;
import flyt.runtime.Answer;
import flyt.runtime.ClockRefused;
import flyt.runtime.OwnerAway;
import flyt.runtime.StayHistory;
import flyt.runtime.TooBusy;
import flyt.runtime.UnknownWard;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(VertxExtension.class)
@Timeout(30)
class HttpDoorTest {
    private static final String FJO = "/api/v1/hospitals/FJO";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private FakeHospitals hospitals;
    private Router router;
    private int port;

    @BeforeEach
    void open(Vertx vertx) throws Exception {
        DefinitionReader definitions = new DefinitionReader(definition ->
                definition.name().equals("Senseless") ? List.of(new Fault("name", "makes no sense")) : List.of());
        HospitalDefinition fjordvik = definitions
                .read(Resources.object(Resources.protocol("hospitals/fjordvik.json")))
                .fold(read -> read, faults -> {
                    throw new AssertionError(faults.toString());
                });
        hospitals = new FakeHospitals(fjordvik);
        router = Router.router(vertx);
        ReportReader reports = new ReportReader(new Pseudonyms(new byte[32]));
        new HttpDoor(vertx, hospitals, reports, definitions, new Health(), new Metrics(ReportReader.types()))
                .mount(router);
        HttpServer server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        port = server.actualPort();
    }

    @Test
    void oneReportIsAnsweredWithItsOutcome() throws Exception {
        hospitals.answer = () -> new Answer.Accepted(48213, List.of(Warning.BED_TAKEN));
        HttpResponse<String> answer = post("/reports", Resources.protocol("golden/reports/PatientAdmitted.json"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertJson(answer, "{'outcome':'accepted','seq':48213,'messageId':'pas-103','warnings':['bed-taken']}");
        assertThat(hospitals.told).hasSize(1);
    }

    @Test
    void manyReportsAreAnsweredOneByOneInOrder() throws Exception {
        hospitals.answer = () -> new Answer.Repeated(5);
        String good = Resources.protocol("golden/reports/BedMade.json");
        String alive = Resources.protocol("golden/reports/FeedAlive.json");
        HttpResponse<String> answer = post("/reports", "[" + good + ",{\"messageId\":\"m1\"}," + alive + ",7]");
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode results = JSON.readTree(answer.body()).get("results");
        assertThat(results)
                .extracting(one -> one.get("outcome").textValue())
                .containsExactly("repeated", "rejected", "accepted", "rejected");
        assertThat(results)
                .extracting(one -> one.get("messageId").textValue())
                .containsExactly("renhold-137", "m1", "pas-139", null);
        assertThat(results.get(1).get("faults"))
                .extracting(one -> one.get("field").textValue())
                .containsExactlyInAnyOrder("source", "occurredAt", "type");
        assertThat(hospitals.told).hasSize(1);
        assertThat(hospitals.alive).containsExactly(new Source("pas"));
    }

    @Test
    void aFaultyReportIsAProblemWithEveryFault() throws Exception {
        HttpResponse<String> answer = post("/reports", "{\"type\":\"BedMade\",\"bed\":\"\\ud800\"}");
        assertProblem(answer, 422, "faulty-report");
        assertThat(JSON.readTree(answer.body()).get("faults"))
                .extracting(one -> one.get("field").textValue())
                .containsExactlyInAnyOrder("source", "messageId", "occurredAt", "bed");
        assertThat(hospitals.told).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[", "[{}", "{} {}", "[1,]", "{\"a\":1,\"a\":2}", "{'a':1}", "\u0000", "NaN"})
    void whatIsNotJsonIsSaidToBeSo(String body) throws Exception {
        assertProblem(post("/reports", body), 400, "malformed-json");
        assertThat(hospitals.told).isEmpty();
    }

    @Test
    void whatIsNotUtf8OrTooDeepIsMalformed() throws Exception {
        byte[] latin1 = "{\"type\":\"Ø\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertProblem(send(request("/reports").POST(BodyPublishers.ofByteArray(latin1))), 400, "malformed-json");
        assertProblem(post("/reports", "[".repeat(10_000)), 400, "malformed-json");
    }

    @Test
    void aMillionElementsAreTooMany() throws Exception {
        assertProblem(post("/reports", "[1" + ",1".repeat(999_999) + "]"), 413, "too-many");
        assertThat(hospitals.told).isEmpty();
    }

    @Test
    void fiveThousandAreNot() throws Exception {
        String sign = Resources.object(Resources.protocol("golden/reports/FeedAlive.json"))
                .toString();
        HttpResponse<String> answer = post("/reports", "[" + sign + ("," + sign).repeat(4_999) + "]");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).get("results")).hasSize(5_000);
    }

    @Test
    void tenMegabytesAreTooLargeWhetherAnnouncedOrNot() throws Exception {
        for (String how : List.of("Content-Length: 10485760", "Transfer-Encoding: chunked")) {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                socket.setSoTimeout(10_000);
                OutputStream out = socket.getOutputStream();
                String head = "POST " + FJO + "/reports HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
                out.write((head + how + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                int sent = flood(out, how.startsWith("Transfer"));
                String answer = readAll(socket.getInputStream());
                assertThat(answer).as("after %d bytes, %s", sent, how).startsWith("HTTP/1.1 413");
                assertThat(answer).contains("/problems/too-large");
            }
        }
    }

    /** Sends 10 MB, or as much of it as the server lets in. */
    private static int flood(OutputStream out, boolean chunked) {
        byte[] block = new byte[65_536];
        Arrays.fill(block, (byte) ' ');
        int sent = 0;
        try {
            while (sent < 10 * 1024 * 1024) {
                out.write(chunked ? "10000\r\n".getBytes(StandardCharsets.US_ASCII) : new byte[0]);
                out.write(block);
                out.write(chunked ? "\r\n".getBytes(StandardCharsets.US_ASCII) : new byte[0]);
                sent += block.length;
            }
        } catch (IOException e) {
            return sent;
        }
        return sent;
    }

    private static String readAll(InputStream in) {
        StringBuilder all = new StringBuilder();
        try {
            for (int next = in.read(); next >= 0; next = in.read()) {
                all.append((char) next);
            }
        } catch (IOException e) {
            return all.toString();
        }
        return all.toString();
    }

    @ParameterizedTest
    @CsvSource({"text/plain", "application/xml", "application/jsonx"})
    void onlyJsonIsTaken(String type) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(FJO + "/reports")).header("Content-Type", type);
        assertProblem(send(request.POST(BodyPublishers.ofString("{}"))), 415, "wrong-content-type");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /api/v1/hospitals/XXX,              404, unknown-hospital",
        "GET,  /api/v1/hospitals/X%20Y,            404, unknown-hospital",
        "GET,  /api/v1/hospitals/XXX/beds,         404, unknown-hospital",
        "GET,  /api/v1/hospitals/FJO/stays/V1,     404, unknown-stay",
        "GET,  /nothing,                           404, unknown-route",
        "GET,  /static/../journal/EventCodec.class, 404, unknown-route",
        "GET,  /static/%2e%2e/%2e%2e/flyt/journal/EventCodec.class, 404, unknown-route",
        "GET,  /static/nothing.js,                 404, unknown-route",
        "GET,  /webjars/,                          404, unknown-route",
        "DELETE, /api/v1/hospitals/FJO,            405, wrong-method",
        "GET,  /api/v1/hospitals/FJO/reports,      405, wrong-method",
        "GET,  /api/v1/hospitals/FJO/rows,         400, faulty-query",
        "GET,  /api/v1/hospitals/FJO/rows?view=x,  400, faulty-query",
        "GET,  /api/v1/hospitals/FJO/rows?view=ward, 400, faulty-query",
        "GET,  /api/v1/hospitals/FJO/rows?view=ward&scope=LUN&level=4, 400, faulty-query",
        "GET,  /api/v1/hospitals/FJO/rows?view=house&at=noon, 400, faulty-query",
        "GET,  /api/v1/hospitals/FJO/rows?view=house&colour=red, 400, faulty-query"
    })
    void aWrongAddressIsAProblem(String method, String path, int status, String code) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).method(method, BodyPublishers.noBody());
        assertProblem(send(request), status, code);
    }

    @ParameterizedTest
    @CsvSource({"JOURNAL, journal-away", "OWNER, owner-away", "BUSY, owner-away"})
    void whatWasNotTakenMayBeSentAgain(String who, String code) throws Exception {
        hospitals.failure = switch (who) {
            case "JOURNAL" -> AwayJournal.failure();
            case "OWNER" -> new OwnerAway("moving");
            default -> new TooBusy("full");
        };
        HttpResponse<String> answer = post("/reports", Resources.protocol("golden/reports/BedMade.json"));
        assertProblem(answer, 503, code);
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElse("0")))
                .isPositive();
    }

    @Test
    void otherTroubleIsAProblemToo() throws Exception {
        hospitals.failure = new UnknownWard(new WardId("X"));
        assertProblem(get(FJO + "/rows?view=ward&scope=X"), 404, "unknown-ward");
        hospitals.failure = new ClockRefused(ClockRefused.Reason.TIME_GOES_BACK);
        HttpResponse<String> answer = put("/clock", "{\"time\":\"2026-11-12T09:00:00Z\",\"rate\":1}");
        assertProblem(answer, 409, "refused");
        assertThat(JSON.readTree(answer.body()).get("reason").textValue()).isEqualTo("time-goes-back");
    }

    @Test
    void aCommandIsAnsweredWithItsOutcome() throws Exception {
        String start = "{\"type\":\"StartCleaning\",\"commandId\":\"0b6f2e4e-0d3a-4a6e-9d2f-5f0c8b6d1a77\","
                + "\"at\":\"2026-11-12T09:42:00Z\",\"task\":\"T-881\"}";
        hospitals.answer = () -> new Answer.Accepted(9, List.of());
        assertJson(post("/commands", start), "{'outcome':'accepted','seq':9}");
        hospitals.answer = () -> new Answer.Repeated(9);
        assertJson(post("/commands", start), "{'outcome':'repeated','seq':9}");
        assertProblem(post("/commands", start.replace("T-881", "T 881")), 422, "faulty-command");
        assertProblem(post("/commands", start.replace("0b6f", "x")), 422, "faulty-command");
        assertProblem(post("/commands", start.replace("StartC", "StopC")), 422, "faulty-command");
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void aRefusalHasACodeAndPlainWords(Refusal refusal) throws Exception {
        hospitals.answer = () -> new Answer.Refused(refusal);
        HttpResponse<String> answer = post(
                "/commands",
                "{\"type\":\"OpenBed\",\"commandId\":\"0b6f2e4e-0d3a-4a6e-9d2f-5f0c8b6d1a77\","
                        + "\"at\":\"2026-11-12T09:42:00Z\",\"bed\":\"LUN-301\"}");
        assertProblem(answer, 409, "refused");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.get("reason").textValue()).matches("[a-z]+(-[a-z]+)*");
        assertThat(problem.get("title").textValue()).matches("[A-Z].*\\.").doesNotContain("_");
    }

    @Test
    void hospitalsAndTheirClocks() throws Exception {
        JsonNode fjordvik =
                JSON.readTree(get("/api/v1/hospitals").body()).get("hospitals").get(0);
        assertThat(fjordvik.get("id").textValue()).isEqualTo("FJO");
        assertThat(fjordvik.get("clock").textValue()).isEqualTo("driven");
        assertThat(fjordvik.get("wards")).hasSize(19);
        assertThat(fjordvik.get("wards").get(2))
                .isEqualTo(
                        JSON.readTree(
                                """
                        {"id": "LUN", "name": "Lunge", "kind": "inpatient", "clusters": [
                          {"id": "A", "name": "Tun A", "beds": 9}, {"id": "B", "name": "Tun B", "beds": 9},
                          {"id": "C", "name": "Tun C", "beds": 9}]}
                        """));
        assertJson(get(FJO), Resources.protocol("hospitals/fjordvik.json"));
        assertJson(get(FJO + "/clock"), "{'time':'2026-11-12T09:42:00Z','rate':60.0}");
        assertJson(put("/clock", "{\"rate\":0}"), "{'time':'2026-11-12T09:42:00Z','rate':0.0}");
        assertProblem(put("/clock", "{\"rate\":-1}"), 422, "faulty-clock");
        assertProblem(put("/clock", "7"), 422, "faulty-clock");
    }

    @Test
    void aHospitalIsDefinedOrEveryFaultNamed() throws Exception {
        String fjordvik = Resources.protocol("hospitals/fjordvik.json");
        assertJson(put("", fjordvik), "{'outcome':'accepted','seq':3}");
        HttpResponse<String> faulty =
                put("", "{\"id\":\"FJO\",\"wards\":[{\"id\":\"L\",\"beds\":3}],\"timeZone\":\"Mars\"}");
        assertProblem(faulty, 422, "faulty-hospital");
        assertThat(JSON.readTree(faulty.body()).get("faults"))
                .extracting(one -> one.get("field").textValue())
                .containsExactlyInAnyOrder(
                        "name",
                        "timeZone",
                        "language",
                        "clock",
                        "wards[0].clusters",
                        "wards[0].name",
                        "wards[0].kind",
                        "wards[0].beds");
        assertProblem(put("", fjordvik.replaceFirst("Fjordvik sykehus", "Senseless")), 422, "faulty-hospital");
        assertProblem(put("", fjordvik.replaceFirst("\"FJO\"", "\"KAL\"")), 422, "faulty-hospital");
    }

    @Test
    void rowsAreSentAsTheyWereEncoded() throws Exception {
        assertJson(
                get(FJO + "/rows?view=ward&scope=LUN&level=3&at=2026-11-12T08:00:00Z"),
                "{'stream':'FJO/ward.3/LUN','seq':7,'at':'2026-11-12T08:00:00Z','time':'2026-11-12T09:42:00Z',"
                        + "'rows':[{'key':'house'},{'key':'ward/LUN'}]}");
        assertJson(get(FJO + "/wards"), "{'seq':7,'rows':[{'key':'ward/LUN'}]}");
        for (String list : List.of("beds", "tasks", "conflicts")) {
            assertJson(get(FJO + "/" + list), "{'seq':7,'rows':[{'key':'house'},{'key':'ward/LUN'}]}");
        }
        assertThat(hospitals.asked)
                .containsExactly(
                        "FJO/ward.3/LUN 2026-11-12T08:00:00Z",
                        "FJO/house/- null",
                        "FJO/beds/- null",
                        "FJO/tasks/- null",
                        "FJO/conflicts/- null");
    }

    @Test
    void aStayIsToldWithItsMovements() throws Exception {
        Instant at = FakeHospitals.NOW;
        MessageKey by = new MessageKey(new Source("pas"), "m1");
        hospitals.stay = new StayHistory(
                new StayId("V 1/2"),
                StayStatus.ON_HOLD,
                PatientClass.I,
                null,
                List.of(new StayHistory.Placement(
                        new WardId("LUN"), null, new BedId("LUN-301"), at, null, "PatientAdmitted", by)),
                List.of(new StayHistory.Fact("PatientAdmitted", at, at, by, 4, null)));
        assertJson(
                get(FJO + "/stays/V%201%2F2"),
                "{'visit':'V 1/2','status':'on-hold','patientClass':'I','responsibleWard':null,'placements':[{'ward':'LUN',"
                        + "'room':null,'bed':'LUN-301','from':'2026-11-12T09:42:00Z','to':null,'by':{'source':'pas',"
                        + "'messageId':'m1','type':'PatientAdmitted'}}],'facts':[{'source':'pas','messageId':'m1',"
                        + "'type':'PatientAdmitted','occurredAt':'2026-11-12T09:42:00Z','recordedAt':'2026-11-12T09:42:00Z',"
                        + "'seq':4,'cancelledBy':null}]}");
        assertThat(hospitals.asked).containsExactly("V 1/2");
    }

    @Test
    void theDescriptionListsEveryRoute() throws Exception {
        JsonNode paths =
                new YAMLMapper().readTree(Resources.protocol("openapi.yaml")).get("paths");
        Set<String> described = new TreeSet<>();
        paths.fields().forEachRemaining(path -> path.getValue().fieldNames().forEachRemaining(method -> {
            if (Set.of("get", "put", "post", "delete", "patch").contains(method)) {
                described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
            }
        }));
        List<String> mounted = new ArrayList<>();
        for (Route route : router.getRoutes()) {
            if (route.getPath() != null && route.getPath().matches("/(api/v1|health|metrics).*")) {
                route.methods()
                        .forEach(method ->
                                mounted.add(method + " " + route.getPath().replaceAll(":([a-z]+)", "{$1}")));
            }
        }
        assertThat(mounted).containsExactlyInAnyOrderElementsOf(described);
    }

    @Test
    void healthAndFigures() throws Exception {
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(post("/reports", Resources.protocol("golden/reports/BedMade.json"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("/metrics").body()).contains("flyt_intake_total{outcome=\"accepted\",type=\"BedMade\"} 1.0");
    }

    static void assertProblem(HttpResponse<String> answer, int status, String code) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.get("type").textValue()).isEqualTo("/problems/" + code);
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("title").textValue()).isNotBlank();
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("at flyt.");
    }

    private static void assertJson(HttpResponse<String> answer, String expected) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body())).isEqualTo(JSON.readTree(expected.replace('\'', '"')));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> put(String path, String body) throws Exception {
        return send(request(path).PUT(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(FJO + path)).header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
