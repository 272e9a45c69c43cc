package flyt;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.access.SecretToken;
import flyt.journal.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SelfSignedCertificate;
import java.io.ByteArrayOutputStream;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server with ports for HL7 v2, what a sender does there, and what can be seen of it afterwards. */
final class MllpHouse implements AutoCloseable {
    private static final byte VT = 0x0b;
    private static final byte FS = 0x1c;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final RunningServer server;
    final SelfSignedCertificate certificate = SelfSignedCertificate.create("localhost");
    private final TestDatabase database = TestDatabase.fresh();
    final String token;
    private final Path hl7;

    /** In clear; with certificates; from somewhere else alone; for two, who read their answers; for who does not dawdle. {@code folder}: for its files. */
    MllpHouse(Path folder) throws Exception {
        this(folder, false);
    }

    /** {@code demo}: with somebody for each role, who signs in with one tap. */
    MllpHouse(Path folder, boolean demo) throws Exception {
        TestSystem system = TestSystem.declaredIn(folder);
        Path key = Files.writeString(
                folder.resolve("identity.key"), Base64.getEncoder().encodeToString(new byte[32]));
        hl7 = Files.writeString(
                folder.resolve("hl7.json"),
                ports(new JsonObject().put("id", "pas").put("source", "pas").put("zone", "Europe/Oslo")));
        server = within(Main.start(Map.of(
                "FLYT_DATABASE_URL",
                database.url(),
                "FLYT_DATA_DIR",
                folder.toString(),
                "FLYT_IDENTITY_KEY_FILE",
                key.toString(),
                "FLYT_CLUSTER_NAME",
                "mllp-" + SecretToken.make().substring(0, 8),
                "FLYT_HOSPITAL_FILES",
                "fjordvik",
                "FLYT_HTTP_PORT",
                "0",
                "FLYT_FORECAST_MINUTES",
                "0",
                "FLYT_DEMO",
                String.valueOf(demo),
                "FLYT_CLIENTS_FILE",
                system.clientsFile().toString(),
                "FLYT_HL7_FILE",
                hl7.toString())));
        token = system.token(server.url());
    }

    /** Another profile in the file, which nobody has read yet. */
    void writes(JsonObject profile) throws IOException {
        Path written = Files.writeString(hl7, ports(profile));
    }

    private String ports(JsonObject profile) {
        JsonArray senders = new JsonArray()
                .add(new JsonObject()
                        .put("application", "PAS")
                        .put("hospital", "FJO")
                        .put("client", "test")
                        .put("profile", "pas"))
                .add(new JsonObject()
                        .put("application", "GONE")
                        .put("hospital", "FJO")
                        .put("client", "nobody")
                        .put("profile", "pas"));
        JsonObject tls = new JsonObject()
                .put("certificateFile", certificate.certificatePath())
                .put("keyFile", certificate.privateKeyPath())
                .put("clientsFile", certificate.certificatePath());
        return new JsonObject()
                .put("profiles", new JsonArray().add(profile))
                .put(
                        "listeners",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("port", 0)
                                        .put("senders", senders)
                                        .put("mostBytes", 2_000_000))
                                .add(new JsonObject()
                                        .put("port", 0)
                                        .put("senders", senders)
                                        .put("tls", tls))
                                .add(new JsonObject()
                                        .put("port", 0)
                                        .put("senders", senders)
                                        .put("addresses", new JsonArray().add("10.0.0.0/8")))
                                .add(new JsonObject()
                                        .put("port", 0)
                                        .put("senders", senders)
                                        .put("mostConnections", 2)
                                        .put("patienceSeconds", 1))
                                .add(new JsonObject()
                                        .put("port", 0)
                                        .put("senders", senders)
                                        .put("idleSeconds", 1)))
                .encode();
    }

    @Override
    public void close() {
        within(server.stop());
        certificate.delete();
        database.close();
    }

    Line line(int port) throws IOException {
        return new Line(new Socket("127.0.0.1", server.hl7Ports().get(port)));
    }

    static String admission(String id, String visit, String bed) {
        return message(
                "PAS",
                "A01",
                id,
                "EVN|A01|20261122130000\rPID|1||T-" + visit + "||Testesen^Kari||19520304\rPV1|1|I|LUN^" + bed + "^"
                        + bed + "|".repeat(16) + visit);
    }

    static String message(String from, String event, String id, String segments) {
        return "MSH|^~\\&|" + from + "|FJO|FLYT|FJO|20261122130500||ADT^" + event + "|" + id + "|P|2.5\r" + segments
                + "\r";
    }

    static byte[] frame(String message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(VT);
        bytes.writeBytes(message.getBytes(StandardCharsets.UTF_8));
        bytes.write(FS);
        bytes.write('\r');
        return bytes.toByteArray();
    }

    /** A sender that waits for answers. */
    static final class Line implements AutoCloseable {
        private final Socket socket;
        final InputStream in;
        final OutputStream out;

        Line(Socket socket) throws IOException {
            this.socket = socket;
            socket.setSoTimeout(60_000);
            in = socket.getInputStream();
            out = socket.getOutputStream();
        }

        String ask(String message) throws IOException {
            send(message);
            return answer();
        }

        void send(String message) throws IOException {
            out.write(frame(message));
            out.flush();
        }

        String answer() throws IOException {
            assertThat(in.read()).isEqualTo(VT);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (int next = in.read(); next != FS; next = in.read()) {
                assertThat(next).as("before the end of an answer").isNotEqualTo(-1);
                bytes.write(next);
            }
            assertThat(in.read()).isEqualTo('\r');
            return bytes.toString(StandardCharsets.UTF_8);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    JsonObject stay(String visit) throws Exception {
        return ask("GET", "/stays/" + visit, "");
    }

    /** Of the hospital FJO, as a system that may everything. */
    JsonObject ask(String method, String path, String body) throws Exception {
        HttpResponse<String> answer = send(method, "/api/v1/hospitals/FJO" + path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonObject(answer.body());
    }

    HttpResponse<String> send(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    /** The messages in the inbox that fit, the newest first. */
    List<JsonObject> list(String query) throws Exception {
        return ask("GET", "/inbox?" + query, "").getJsonArray("messages").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    /** The one that fits. */
    JsonObject only(String query) throws Exception {
        List<JsonObject> found = list(query);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    /** What becomes of it when it is told again. {@code more}: fields of what is asked for, each behind a comma. */
    JsonObject replay(JsonObject message, String more) throws Exception {
        return ask("POST", "/inbox/replay", "{\"messages\":[\"" + message.getString("id") + "\"]" + more + "}")
                .getJsonArray("results")
                .getJsonObject(0);
    }

    /** The value of one of the server's figures. */
    String figure(String name) throws Exception {
        return send("GET", "/metrics", "")
                .body()
                .lines()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .orElse("");
    }

    List<String> inbox(String where) throws Exception {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(jdbc());
                ResultSet found = connection
                        .createStatement()
                        .executeQuery("SELECT outcome, reasons FROM inbox WHERE " + where + " ORDER BY received_at")) {
            while (found.next()) {
                rows.add(found.getString(1) + " "
                        + List.of((String[]) found.getArray(2).getArray()));
            }
        }
        return rows;
    }

    /** The only value that a query finds; empty for none. */
    String text(String query) throws Exception {
        try (Connection connection = DriverManager.getConnection(jdbc());
                ResultSet found = connection.createStatement().executeQuery(query)) {
            return found.next() ? found.getString(1) : "";
        }
    }

    /** {@code postgresql://user:password@host/name} as the driver wants it. */
    String jdbc() {
        URI url = URI.create(database.url());
        String[] user = url.getUserInfo().split(":", 2);
        return "jdbc:postgresql://" + url.getHost() + ":" + url.getPort() + url.getPath() + "?user=" + user[0]
                + "&password=" + user[1];
    }

    static <T> T within(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }
}
