package flyt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import flyt.grid.MembersDie;
import flyt.grid.Split;
import flyt.ops.ExpectLog;
import flyt.ops.LocalPostgres;
import flyt.ops.MasterKeyFile;
import io.vertx.core.Future;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A grid that is split: both halves think that the hospital is theirs. The fence in the journal lets one at a time write,
 * nothing that was acknowledged is lost, and when the halves find each other both show what the journal says.
 */
@Timeout(600)
@MembersDie
@ExpectLog("io.vertx.core.eventbus.impl.clustered.")
class SplitGridTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int REPORTS = 8;
    private static final long LOOK_NANOS = 20_000_000;

    @TempDir
    private Path folder;

    private final String cluster = UUID.randomUUID().toString();
    private LocalPostgres postgres;
    private RunningServer one;
    private RunningServer other;
    private TestSystem system;
    private String token;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        postgres = LocalPostgres.start(folder.resolve("postgres"), Path.of("target", "postgres-programs"));
        assertThat(MasterKeyFile.readOrMake(folder.resolve("identity.key"))).hasSize(1);
        system = TestSystem.declaredIn(folder);
        int onePort = twoFreePorts();
        int otherPort = twoFreePorts();
        one = within(Main.start(settings(onePort, onePort, otherPort)));
        other = within(Main.start(settings(otherPort, onePort, otherPort)));
        token = system.token(one.url());
    }

    @AfterEach
    void stop() {
        within(one.stop());
        within(other.stop());
        postgres.close();
    }

    @Test
    void bothHalvesWriteInTurnAndNothingIsLost() throws Exception {
        List<HazelcastInstance> members = Hazelcast.getAllHazelcastInstances().stream()
                .filter(member -> member.getConfig().getClusterName().equals(cluster))
                .toList();
        assertThat(members).hasSize(2);
        HazelcastInstance here = members.get(0);
        HazelcastInstance there = members.get(1);
        Map<String, Long> acknowledged = new TreeMap<>();

        // they look for each other every few seconds, and on a busy machine may meet before both have written
        for (boolean bothWroteApart = false; !bothWroteApart; ) {
            Split.awaitMembers(here, 2);
            Split.awaitMembers(there, 2);
            Split.part(here, there);
            for (int i = 0; i < REPORTS; i++) {
                int number = acknowledged.size();
                acknowledged.put("V" + number, admit(i % 2 == 0 ? one : other, "V" + number, number));
            }
            bothWroteApart = Split.members(here) == 1 && Split.members(there) == 1;
        }
        assertThat(acknowledged.values()).doesNotHaveDuplicates();

        Split.awaitMembers(here, 2);
        Split.awaitMembers(there, 2);
        acknowledged.put("V-joined-1", admit(one, "V-joined-1", 0));

        assertThat(journal()).as("visits by their number in the journal").containsAllEntriesOf(acknowledged);
        for (String view : List.of("view=beds", "view=house", "view=ward&scope=LUN", "view=conflicts")) {
            awaitRowsOfTheJournal(view, acknowledged.get("V-joined-1"));
        }
        assertThat(rows(other, "view=beds").toString()).contains("\"V-joined-1\"");
    }

    /** A moment of the past is worked out from the journal alone. */
    private void awaitRowsOfTheJournal(String view, long seq) throws Exception {
        for (RunningServer server : List.of(one, other)) {
            JsonNode truth = past(view);
            JsonNode shown = rows(server, view);
            while (truth.get("seq").longValue() < seq || !shown.equals(truth)) {
                assertThat(Thread.interrupted()).as("%s\n%s", shown, truth).isFalse();
                LockSupport.parkNanos(LOOK_NANOS);
                truth = past(view);
                shown = rows(server, view);
            }
        }
    }

    private JsonNode past(String view) throws Exception {
        return rows(one, view + "&at=" + Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    /** Every row, and as of which event. */
    private JsonNode rows(RunningServer server, String view) throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/hospitals/FJO/rows?" + view))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
        JsonNode body = JSON.readTree(answer.body());
        return JSON.createObjectNode().put("seq", body.path("seq").asLong(-1)).set("rows", body.path("rows"));
    }

    /** Admits to a bed or the ward, sends again until it is taken; the number it got. */
    private long admit(RunningServer server, String visit, int number) throws Exception {
        String report =
                """
                {"type":"PatientAdmitted","source":"pas","messageId":"%s","occurredAt":"%s","visit":"%s",
                 "patient":{"number":"P-%s"},"patientClass":"I","place":{"ward":"LUN","bed":"LUN-3%02d"}}"""
                        .formatted(visit, Instant.now().truncatedTo(ChronoUnit.MILLIS), visit, visit, 1 + number % 9);
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/hospitals/FJO/reports"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(60))
                .POST(BodyPublishers.ofString(report))
                .build();
        HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
        while (answer.statusCode() == 503) {
            LockSupport.parkNanos(LOOK_NANOS);
            answer = CLIENT.send(request, BodyHandlers.ofString());
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).get("seq").longValue();
    }

    /** The number of the last event of each visit; and no number is missing. */
    private Map<String, Long> journal() throws Exception {
        URI url = URI.create(postgres.url());
        String[] user = url.getUserInfo().split(":", 2);
        Map<String, Long> events = new TreeMap<>();
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://" + url.getHost() + ":" + url.getPort() + url.getPath(), user[0], user[1]);
                var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery("SELECT message_id, max(seq) FROM event GROUP BY message_id")) {
                while (rows.next()) {
                    events.put(rows.getString(1), rows.getLong(2));
                }
            }
            try (var rows = statement.executeQuery("SELECT count(*) = max(seq) FROM event")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getBoolean(1)).as("no number is missing").isTrue();
            }
        }
        return events;
    }

    private Map<String, String> settings(int port, int onePort, int otherPort) {
        return Map.ofEntries(
                Map.entry("FLYT_DATABASE_URL", postgres.url()),
                Map.entry("FLYT_DATA_DIR", folder.resolve("data-" + port).toString()),
                Map.entry(
                        "FLYT_IDENTITY_KEY_FILE", folder.resolve("identity.key").toString()),
                Map.entry("FLYT_CLIENTS_FILE", system.clientsFile().toString()),
                Map.entry("FLYT_CLUSTER_NAME", cluster),
                Map.entry("FLYT_CLUSTER_PORT", String.valueOf(port)),
                Map.entry("FLYT_CLUSTER_MEMBERS", "127.0.0.1:" + onePort + ",127.0.0.1:" + otherPort),
                Map.entry("FLYT_HOSPITAL_FILES", "fjordvik"),
                Map.entry("FLYT_HTTP_PORT", "0"),
                Map.entry("FLYT_FORECAST_MINUTES", "0"));
    }

    /** The first of two neighbours that are free: for the member, and for its event bus. */
    private static int twoFreePorts() throws IOException {
        while (true) {
            try (ServerSocket first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    ServerSocket next =
                            new ServerSocket(first.getLocalPort() + 1, 1, InetAddress.getLoopbackAddress())) {
                return next.getLocalPort() - 1;
            } catch (java.net.BindException e) {
                Thread.onSpinWait(); // the neighbour is taken: another pair
            }
        }
    }

    private static <T> T within(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(120, TimeUnit.SECONDS)
                .join();
    }
}
