package flyt;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.access.SecretToken;
import flyt.journal.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
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
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** HL7 v2 over MLLP into a real server: what is acknowledged is in the hospital and in the inbox. */
@Timeout(120)
class MllpTest {
    private static final byte VT = 0x0b;
    private static final byte FS = 0x1c;

    @TempDir
    private static Path folder;

    private static TestDatabase database;
    private static SelfSignedCertificate certificate;
    private static TestSystem system;
    private static RunningServer server;

    @BeforeAll
    static void start() throws Exception {
        database = TestDatabase.fresh();
        certificate = SelfSignedCertificate.create("localhost");
        system = TestSystem.declaredIn(folder);
        Path key = Files.writeString(
                folder.resolve("identity.key"), Base64.getEncoder().encodeToString(new byte[32]));
        Path hl7 = Files.writeString(folder.resolve("hl7.json"), ports());
        server = within(Main.start(Map.of(
                "FLYT_DATABASE_URL", database.url(),
                "FLYT_DATA_DIR", folder.toString(),
                "FLYT_IDENTITY_KEY_FILE", key.toString(),
                "FLYT_CLUSTER_NAME", "mllp-" + SecretToken.make().substring(0, 8),
                "FLYT_HOSPITAL_FILES", "fjordvik",
                "FLYT_HTTP_PORT", "0",
                "FLYT_CLIENTS_FILE", system.clientsFile().toString(),
                "FLYT_HL7_FILE", hl7.toString())));
    }

    /** In clear; with certificates; from somewhere else; and one on which a client without the right speaks. */
    private static String ports() {
        JsonObject profile =
                new JsonObject().put("id", "pas").put("source", "pas").put("zone", "Europe/Oslo");
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
                                        .put("addresses", new JsonArray().add("10.0.0.0/8"))))
                .encode();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            within(server.stop());
        }
        certificate.delete();
        database.close();
    }

    @Test
    void anAdmissionIsAcknowledgedWhenTheHospitalHasIt() throws Exception {
        try (Line line = new Line(0)) {
            assertThat(line.ask(admission("a-1", "VA1", "LUN-301"))).contains("\rMSA|AA|a-1\r");
            assertThat(stay("VA1").getJsonArray("placements").getJsonObject(0).getString("bed"))
                    .isEqualTo("LUN-301");
            assertThat(line.ask(admission("a-1", "VA1", "LUN-301"))).contains("\rMSA|AA|a-1\r");
            assertThat(line.ask(admission("a-1", "VA1", "LUN-302"))).contains("\rMSA|AA|a-1\r");
        }
        assertThat(stay("VA1").getJsonArray("facts").stream()
                        .map(JsonObject.class::cast)
                        .map(fact -> fact.getString("type")))
                .containsExactly("PatientAdmitted", "PatientAdmitted", "RoomLeft");
        assertThat(inbox("message_id = 'a-1'"))
                .containsExactly("accepted []", "repeated []", "accepted [same-id-other-content]");
    }

    @Test
    void orderIsKeptAndEveryMessageGetsItsOwnAnswer() throws Exception {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (int i = 0; i < 40; i++) {
            stream.write(frame(admission("o-" + i, "VO" + i, "LUN-303")));
        }
        try (Line line = new Line(0)) {
            byte[] all = stream.toByteArray();
            line.out.write(all, 0, 777);
            line.out.flush();
            line.out.write(all, 777, all.length - 777);
            line.out.flush();
            for (int i = 0; i < 40; i++) {
                assertThat(line.answer()).contains("\rMSA|AA|o-" + i + "\r");
            }
        }
    }

    @Test
    void whatIsWrongIsAnsweredWithItsReasonAndWaitsInTheInbox() throws Exception {
        try (Line line = new Line(0)) {
            assertThat(line.ask(message("PAS", "A03", "w-1", "PV1|1|I"))).contains("MSA|AE|w-1\rERR|||207^");
            assertThat(line.ask(message("WHO", "A03", "w-2", "PV1|1|I"))).contains("MSA|AR|w-2\rERR|||207^");
            assertThat(line.ask(message("GONE", "A01", "w-3", "PID|1||1\rPV1|1|I|LUN" + "|".repeat(16) + "VW3")))
                    .contains("MSA|AR|w-3\rERR|||207^");
            assertThat(
                            line.ask(
                                    "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"))
                    .contains("\rMSA|AR|\rERR|||100^XML");
            assertThat(line.ask("MSH|^~\\&|PAS")).contains("MSA|AR|");
            assertThat(line.ask(message("PAS", "Z77", "w-4", "ZZZ|1"))).contains("MSA|AA|w-4\r");
            assertThat(line.ask(message("PAS", "A01", "w-5", "PID|1||1\rPV1|1|I|LUN" + "|".repeat(16) + "V\u007f")))
                    .contains("MSA|AE|w-5\r");
        }
        assertThat(inbox("message_id LIKE 'w-%'"))
                .containsExactlyInAnyOrder(
                        "faulty [visit-missing]",
                        "stranger []",
                        "not-allowed [client is not let in]",
                        "not-read [event-not-read]",
                        "faulty [visit must have printable characters only]");
        assertThat(inbox("type = '?'")).containsExactly("unreadable []");
    }

    @Test
    void theEnhancedModeAndSilenceAreGivenWhereAskedFor() throws Exception {
        try (Line line = new Line(0)) {
            String asked = admission("e-1", "VE1", "LUN-304");
            line.send(asked.replace("|P|2.5\r", "|P|2.5|||NE|NE\r"));
            line.send(asked.replace("|P|2.5\r", "|P|2.5|||AL|NE\r"));
            line.send(asked.replace("|P|2.5\r", "|P|2.5|||AL|AL\r"));
            assertThat(line.answer()).contains("MSA|CA|e-1");
            assertThat(line.answer()).contains("MSA|CA|e-1");
            assertThat(line.answer()).contains("MSA|AA|e-1");
        }
    }

    @Test
    void aBatchIsAnsweredInOne() throws Exception {
        try (Line line = new Line(0)) {
            String answer = line.ask("FHS|^~\\&|PAS\rBHS|^~\\&|PAS\r" + admission("b-1", "VB1", "LUN-305")
                    + message("PAS", "A03", "b-2", "PV1|1|I") + "BTS|2\rFTS|1\r");
            assertThat(answer).startsWith("FHS|^~\\&|PAS\rBHS|^~\\&|PAS\rMSH|").endsWith("BTS|2\rFTS|1\r");
            assertThat(answer).containsSubsequence("MSA|AA|b-1", "MSA|AE|b-2");
        }
    }

    @Test
    void aMegabyteIsTakenAndMoreThanAllowedClosesTheConnection() throws Exception {
        try (Line line = new Line(0)) {
            String large = admission("l-1", "VL1", "LUN-306") + "OBX|1|ED|x||" + "A".repeat(1_000_000) + "\r";
            assertThat(line.ask(large)).contains("MSA|AA|l-1");
            line.send("M".repeat(2_000_001));
            assertThat(line.in.read()).isEqualTo(-1);
        }
    }

    @Test
    void theBytesAreKeptClosed() throws Exception {
        try (Line line = new Line(0)) {
            assertThat(line.ask(admission("k-1", "VK1", "LUN-307"))).contains("MSA|AA|k-1");
        }
        try (Connection connection = DriverManager.getConnection(jdbc());
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("SELECT i.sealed, p.patient FROM inbox i JOIN inbox_patient p USING (id)"
                                + " JOIN inbox_key USING (id) WHERE message_id = 'k-1'")) {
            assertThat(row.next()).isTrue();
            assertThat(new String(row.getBytes(1), StandardCharsets.ISO_8859_1)).doesNotContain("Testesen");
            assertThat(row.getString(2)).matches("[a-z2-7]{26}");
        }
    }

    @Test
    void withCertificatesOnBothSides() throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(Path.of(certificate.certificatePath()))) {
            store.setCertificateEntry(
                    "flyt", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext stranger = SSLContext.getInstance("TLS");
        stranger.init(null, trust.getTrustManagers(), null);
        try (Line line = new Line(stranger.getSocketFactory()
                .createSocket("localhost", server.hl7Ports().get(1)))) {
            assertThat(refused(line)).isTrue();
        }
        SSLContext known = SSLContext.getInstance("TLS");
        Vertx vertx = Vertx.vertx();
        var keys = certificate.keyCertOptions().getKeyManagerFactory(vertx);
        known.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        try (Line line = new Line(known.getSocketFactory()
                .createSocket("localhost", server.hl7Ports().get(1)))) {
            assertThat(line.ask(admission("t-1", "VT1", "LUN-308"))).contains("MSA|AA|t-1");
        } finally {
            within(vertx.close());
        }
    }

    @Test
    void whoComesFromElsewhereIsNotListenedTo() throws Exception {
        try (Line line = new Line(2)) {
            assertThat(refused(line)).isTrue();
        }
    }

    private static boolean refused(Line line) {
        try {
            line.send(admission("r-1", "VR1", "LUN-309"));
            return line.in.read() == -1;
        } catch (IOException e) {
            return true;
        }
    }

    private static String admission(String id, String visit, String bed) {
        return message(
                "PAS",
                "A01",
                id,
                "EVN|A01|20261122130000\rPID|1||T-" + visit + "||Testesen^Kari||19520304\rPV1|1|I|LUN^" + bed + "^"
                        + bed + "|".repeat(16) + visit);
    }

    private static String message(String from, String event, String id, String segments) {
        return "MSH|^~\\&|" + from + "|FJO|FLYT|FJO|20261122130500||ADT^" + event + "|" + id + "|P|2.5\r" + segments
                + "\r";
    }

    private static byte[] frame(String message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(VT);
        bytes.writeBytes(message.getBytes(StandardCharsets.UTF_8));
        bytes.write(FS);
        bytes.write('\r');
        return bytes.toByteArray();
    }

    /** A sender that waits for answers. */
    private static final class Line implements AutoCloseable {
        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;

        Line(int port) throws IOException {
            this(new Socket("127.0.0.1", server.hl7Ports().get(port)));
        }

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

    private static JsonObject stay(String visit) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/hospitals/FJO/stays/" + visit))
                .header("Authorization", "Bearer " + system.token(server.url()))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonObject(answer.body());
    }

    private static List<String> inbox(String where) throws Exception {
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

    /** {@code postgresql://user:password@host/name} as the driver wants it. */
    private static String jdbc() {
        URI url = URI.create(database.url());
        String[] user = url.getUserInfo().split(":", 2);
        return "jdbc:postgresql://" + url.getHost() + ":" + url.getPort() + url.getPath() + "?user=" + user[0]
                + "&password=" + user[1];
    }

    private static <T> T within(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }
}
