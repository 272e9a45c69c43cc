package flyt;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.access.SecretToken;
import flyt.journal.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real server tells a system over MLLP what changes, across that one's absences and its own. */
@Timeout(180)
class ReceiversTest {
    /** In the definition of Fjordvik. */
    private static final String API = "/api/v1/hospitals/FJO";

    private static final String LAST_BED = npu("K2", "U");

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.fresh();
    private Ear ear;
    private TestSystem system;
    private RunningServer server;
    private String token;

    @BeforeEach
    void start() throws Exception {
        ear = new Ear();
        system = TestSystem.declaredIn(folder);
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
        open();
    }

    private void open() throws Exception {
        server = MllpHouse.within(Main.start(Map.of(
                "FLYT_DATABASE_URL",
                database.url(),
                "FLYT_DATA_DIR",
                folder.toString(),
                "FLYT_IDENTITY_KEY_FILE",
                folder.resolve("identity.key").toString(),
                "FLYT_CLUSTER_NAME",
                "receivers-" + SecretToken.make().substring(0, 8),
                "FLYT_HOSPITAL_FILES",
                "fjordvik",
                "FLYT_HTTP_PORT",
                "0",
                "FLYT_FORECAST_MINUTES",
                "0",
                "FLYT_CLIENTS_FILE",
                system.clientsFile().toString(),
                "FLYT_RECEIVERS_FILE",
                folder.resolve("receivers.json").toString())));
        token = system.token(server.url());
    }

    @AfterEach
    void stop() {
        MllpHouse.within(server.stop());
        ear.close();
        database.close();
    }

    @Test
    void whatChangesIsToldOnceEachInOrderWhateverHappensBetween() throws Exception {
        List<String> told = heardUntil(LAST_BED);
        assertThat(told).hasSizeGreaterThan(20).allMatch(message -> message.contains("|U\r"));

        admit("V1", "LUN-301");
        String first = ear.next();
        assertThat(first)
                .contains("||ADT^A20^ADT_A20|FJO-", "|P|2.5\rEVN|A20|", npu("301", "O"))
                .doesNotContain("PID", "PV1", "V1");

        ear.answers = message -> message.contains("^302|") ? Ear.HANGS_UP : "AA";
        admit("V2", "LUN-302");
        assertThat(ear.next()).isEqualTo(ear.next()).contains(npu("302", "O"));
        ear.answers = message -> "AA";
        List<String> again = heardUntil(npu("302", "O"));
        JsonObject settled =
                shown(one -> one.getLong("toldUpTo") >= number(again.get(0)) && one.getString("trouble") == null);
        assertThat(settled.getJsonArray("letters")).isEmpty();

        ear.leave();
        ear.heard.clear();
        admit("V3", "LUN-303");
        admit("V4", "LUN-304");
        JsonObject shown = shown(one -> one.getInteger("waiting") == 2);
        assertThat(shown.getString("trouble")).isIn("not-connected", "connection-lost");
        assertThat(shown.getString("waitingSince")).isNotNull();
        MllpHouse.within(server.stop());
        ear.comeBack();
        open();
        String third = ear.next();
        String fourth = ear.next();
        assertThat(third).contains(npu("303", "O"));
        assertThat(fourth).contains(npu("304", "O"));
        assertThat(List.of(number(first), number(again.get(0)), number(third), number(fourth)))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsRefusedIsShownAndSentAgain() throws Exception {
        List<String> told = heardUntil(LAST_BED);
        assertThat(told).isNotEmpty();
        ear.answers = message -> message.contains("^301|") ? "AE" : "AA";
        admit("V1", "LUN-301");
        admit("V2", "LUN-302");
        List<String> came = heardUntil(npu("302", "O"));
        assertThat(came).hasSize(4);
        JsonObject letter = shown(one -> one.getJsonArray("letters").size() == 1)
                .getJsonArray("letters")
                .getJsonObject(0);
        assertThat(letter.getString("message")).isEqualTo(came.get(0));
        assertThat(letter.getString("code") + " " + letter.getString("words")).isEqualTo("AE 204 unknown key");
        assertThat(letter.getString("subject")).isEqualTo("bed/LUN-301");

        ear.answers = message -> "AA";
        String wanted = new JsonObject()
                .put("letters", new JsonArray().add(letter.getString("id")))
                .encode();
        assertThat(ask("POST", "/receivers/capacity/letters/send", wanted, 200).getInteger("asked"))
                .isEqualTo(1);
        assertThat(ear.next()).isEqualTo(came.get(0));
        JsonObject then = shown(one -> one.getJsonArray("letters").isEmpty());
        assertThat(then.getString("id")).isEqualTo("capacity");
        assertThat(ask("POST", "/receivers/nobody/letters/send", wanted, 404).getString("type"))
                .endsWith("unknown-receiver");
        assertThat(ask("POST", "/receivers/capacity/letters/send", "{\"letters\":[\"x\"]}", 422)
                        .getString("type"))
                .isNotBlank();
    }

    private static String npu(String bed, String status) {
        return "NPU|LUNGE^^" + bed + "|" + status + "\r";
    }

    private List<String> heardUntil(String last) throws InterruptedException {
        List<String> all = new ArrayList<>();
        do {
            all.add(ear.next());
        } while (!all.get(all.size() - 1).contains(last));
        return all;
    }

    /** The place in the journal, MSH-10. */
    private static long number(String message) {
        return Long.parseLong(Ear.field(message, 9).split("-")[1]);
    }

    private void admit(String visit, String bed) throws Exception {
        JsonObject report = new JsonObject()
                .put("type", "PatientAdmitted")
                .put("source", "pas")
                .put("messageId", "in-" + visit)
                .put("occurredAt", "2026-11-22T12:00:00Z")
                .put("visit", visit)
                .put("patient", new JsonObject().put("number", "P-" + visit))
                .put("patientClass", "I")
                .put("place", new JsonObject().put("ward", "LUN").put("bed", bed));
        assertThat(ask("POST", "/reports", report.encode(), 200).getString("outcome"))
                .isEqualTo("accepted");
    }

    /** The receiver as the route shows it, once it is so. */
    private JsonObject shown(Predicate<JsonObject> so) throws Exception {
        while (true) {
            JsonObject one =
                    ask("GET", "/receivers", "", 200).getJsonArray("receivers").getJsonObject(0);
            if (so.test(one)) {
                return one;
            }
        }
    }

    private JsonObject ask(String method, String path, String body, int status)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + API + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return new JsonObject(answer.body());
    }
}
