package flyt;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.access.SecretToken;
import flyt.journal.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A hospital of one member or more that tells what changes: a system over MLLP of the beds of one ward, and by rest-hook whoever
 * subscribes.
 */
final class ReceiverHouse implements AutoCloseable {
    /** The last of the beds of which a new receiver is told. */
    static final String LAST_BED = npu("K2", "U");

    /** In the definition of Fjordvik. */
    private static final String API = "/api/v1/hospitals/FJO";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final Ear ear = new Ear();
    final HookEar hooks = new HookEar();
    private final TestDatabase database = TestDatabase.fresh();
    private final String cluster = "receivers-" + SecretToken.make().substring(0, 8);
    private final Path folder;
    private final TestSystem system;
    private String token = "";

    /** {@code folder}: for its files. */
    ReceiverHouse(Path folder) throws Exception {
        this.folder = folder;
        this.system = TestSystem.declaredIn(folder);
        Files.writeString(folder.resolve("identity.key"), Base64.getEncoder().encodeToString(new byte[32]));
        JsonObject receiver = new JsonObject()
                .put("id", "capacity")
                .put("hospital", "FJO")
                .put("host", "127.0.0.1")
                .put("port", ear.port())
                .put("pauseMs", 20)
                .put("longestPauseMs", 50)
                .put(
                        "places",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("match", "LUN\\^.*\\^LUN-(.*)")
                                        .put("place", "LUNGE^^$1"))
                                .add(new JsonObject().put("match", ".*")));
        Files.writeString(
                folder.resolve("receivers.json"),
                new JsonObject().put("receivers", new JsonArray().add(receiver)).encode());
    }

    /** A member. {@code more}: settings of its own. */
    RunningServer open(Map<String, String> more) throws Exception {
        Map<String, String> settings = new HashMap<>(Map.of(
                "FLYT_DATABASE_URL", database.url(),
                "FLYT_DATA_DIR", folder.toString(),
                "FLYT_IDENTITY_KEY_FILE", folder.resolve("identity.key").toString(),
                "FLYT_CLUSTER_NAME", cluster,
                "FLYT_HOSPITAL_FILES", "fjordvik",
                "FLYT_HTTP_PORT", "0",
                "FLYT_FORECAST_MINUTES", "0",
                "FLYT_CLIENTS_FILE", system.clientsFile().toString(),
                "FLYT_RECEIVERS_FILE", folder.resolve("receivers.json").toString()));
        settings.put("FLYT_FHIR_HOOKS_FILE", hooks.hooksFile(folder).toString());
        settings.putAll(more);
        RunningServer server = MllpHouse.within(Main.start(settings));
        token = system.token(server.url());
        return server;
    }

    @Override
    public void close() {
        ear.close();
        hooks.close();
        database.close();
    }

    static String npu(String bed, String status) {
        return "NPU|LUNGE^^" + bed + "|" + status + "\r";
    }

    /** What is told until a message with this in it, which is the last of them. */
    List<String> heardUntil(String last) throws InterruptedException {
        List<String> all = new ArrayList<>();
        do {
            all.add(ear.next());
        } while (!all.get(all.size() - 1).contains(last));
        return all;
    }

    /** The place in the journal, MSH-10. */
    static long number(String message) {
        return Long.parseLong(Ear.field(message, 9).split("-")[1]);
    }

    void admit(RunningServer at, String visit, String bed) throws Exception {
        assertThat(asked(at, visit, bed).statusCode()).isEqualTo(200);
    }

    /** The same, until the hospital has an owner that takes it. */
    void admitInTheEnd(RunningServer at, String visit, String bed) throws Exception {
        while (asked(at, visit, bed).statusCode() == 503) {
            // nothing was told; the same may be sent again
        }
    }

    private HttpResponse<String> asked(RunningServer at, String visit, String bed) throws Exception {
        JsonObject report = new JsonObject()
                .put("type", "PatientAdmitted")
                .put("source", "pas")
                .put("messageId", "in-" + visit)
                .put("occurredAt", "2026-11-22T12:00:00Z")
                .put("visit", visit)
                .put("patient", new JsonObject().put("number", "P-" + visit))
                .put("patientClass", "I")
                .put("place", new JsonObject().put("ward", "LUN").put("bed", bed));
        return send(at, "POST", "/reports", report.encode());
    }

    /** From now on the hooks hear at {@code /beds} of each bed in which somebody comes to lie. */
    void subscribe(RunningServer at) throws Exception {
        String subscription = FhirSamples.subscription(
                        "bed-status", "id-only", hooks.endpoint("beds"), "Location?operational-status=O")
                .encode();
        HttpResponse<String> made = send(at, "POST", "/fhir/FJO/Subscription", subscription, "application/fhir+json");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(hooks.next("/beds").word("type")).isEqualTo("handshake");
    }

    /** The receiver as the route shows it, once it is so. */
    JsonObject shown(RunningServer at, Predicate<JsonObject> so) throws Exception {
        while (true) {
            JsonObject one = ask(at, "GET", "/receivers", "", 200)
                    .getJsonArray("receivers")
                    .getJsonObject(0);
            if (so.test(one)) {
                return one;
            }
        }
    }

    JsonObject ask(RunningServer at, String method, String path, String body, int status) throws Exception {
        HttpResponse<String> answer = send(at, method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return new JsonObject(answer.body());
    }

    private HttpResponse<String> send(RunningServer at, String method, String path, String body) throws Exception {
        return send(at, method, API + path, body, "application/json");
    }

    private HttpResponse<String> send(RunningServer at, String method, String path, String body, String type)
            throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(at.url() + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }
}
