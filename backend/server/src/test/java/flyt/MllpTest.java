package flyt;

import static flyt.MllpHouse.admission;
import static flyt.MllpHouse.frame;
import static flyt.MllpHouse.message;
import static flyt.MllpHouse.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;

/** HL7 v2 over MLLP into a real server: what is acknowledged is in the hospital and in the inbox. */
class MllpTest extends OnMllp {
    @Test
    void anAdmissionIsAcknowledgedWhenTheHospitalHasIt() throws Exception {
        try (MllpHouse.Line line = house.line(0)) {
            assertThat(line.ask(admission("a-1", "VA1", "LUN-301"))).contains("\rMSA|AA|a-1\r");
            assertThat(house.stay("VA1")
                            .getJsonArray("placements")
                            .getJsonObject(0)
                            .getString("bed"))
                    .isEqualTo("LUN-301");
            assertThat(line.ask(admission("a-1", "VA1", "LUN-301"))).contains("\rMSA|AA|a-1\r");
            assertThat(line.ask(admission("a-1", "VA1", "LUN-302"))).contains("\rMSA|AA|a-1\r");
            String room = admission("a-2", "VA2", "LUN-302").replace("LUN^LUN-302^LUN-302", "^LUN-302");
            assertThat(line.ask(room)).contains("\rMSA|AA|a-2\r");
            assertThat(house.stay("VA2").getJsonArray("placements").encode())
                    .as("a room says its ward")
                    .contains("\"ward\":\"LUN\",\"room\":null,\"bed\":null");
            assertThat(line.ask(room.replace("^LUN-302", "^X-302").replace("a-2", "a-3")))
                    .contains("\rMSA|AA|a-3\r");
        }
        assertThat(house.inbox("message_id = 'a-3'")).containsExactly("accepted [unknown-place]");
        assertThat(house.stay("VA1").getJsonArray("facts").stream()
                        .map(JsonObject.class::cast)
                        .map(fact -> fact.getString("type")))
                .containsExactly("PatientAdmitted", "PatientAdmitted", "RoomLeft");
        assertThat(house.inbox("message_id = 'a-1'"))
                .containsExactly("accepted []", "repeated []", "accepted [same-id-other-content]");
    }

    @Test
    void orderIsKeptAndEveryMessageGetsItsOwnAnswer() throws Exception {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (int i = 0; i < 40; i++) {
            stream.write(frame(admission("o-" + i, "VO" + i, "LUN-303")));
        }
        try (MllpHouse.Line line = house.line(0)) {
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
        try (MllpHouse.Line line = house.line(0)) {
            assertThat(line.ask(message("PAS", "A03", "w-1", "PV1|1|I"))).contains("MSA|AE|w-1\rERR|||207^");
            assertThat(line.ask(message("WHO", "A03", "w-2", "PV1|1|I"))).contains("MSA|AR|w-2\rERR|||207^");
            assertThat(line.ask(message("GONE", "A01", "w-3", "PID|1||1\rPV1|1|I|LUN" + "|".repeat(16) + "VW3")))
                    .contains("MSA|AR|w-3\rERR|||207^");
            assertThat(
                            line.ask(
                                    "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"))
                    .contains("\rMSA|AR|\rERR|||100^XML");
            assertThat(line.ask("MSH|^~\\&|PAS")).contains("MSA|AR|");
            assertThat(line.ask("MSH\rPID|1||1")).contains("\rMSA|AR|\rERR|||100^");
            assertThat(line.ask(message("PAS", "Z77", "w-4", "ZZZ|1"))).contains("MSA|AA|w-4\r");
            assertThat(line.ask(message("PAS", "A01", "w-5", "PID|1||1\rPV1|1|I|LUN" + "|".repeat(16) + "V\u007f")))
                    .contains("MSA|AE|w-5\r");
        }
        assertThat(house.inbox("message_id LIKE 'w-%'"))
                .containsExactlyInAnyOrder(
                        "faulty [visit-missing]",
                        "stranger []",
                        "not-allowed [client is not let in]",
                        "not-read [event-not-read]",
                        "faulty [visit must have printable characters only]");
        assertThat(house.inbox("type = '?'")).containsExactly("unreadable []", "unreadable []");
    }

    @Test
    void theEnhancedModeAndSilenceAreGivenWhereAskedFor() throws Exception {
        try (MllpHouse.Line line = house.line(0)) {
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
        try (MllpHouse.Line line = house.line(0)) {
            String answer = line.ask("FHS|^~\\&|PAS\rBHS|^~\\&|PAS\r" + admission("b-1", "VB1", "LUN-305")
                    + message("PAS", "A03", "b-2", "PV1|1|I") + "BTS|2\rFTS|1\r");
            assertThat(answer).startsWith("FHS|^~\\&|PAS\rBHS|^~\\&|PAS\rMSH|").endsWith("BTS|2\rFTS|1\r");
            assertThat(answer).containsSubsequence("MSA|AA|b-1", "MSA|AE|b-2");
            assertThat(line.ask("BHS|^~\\&|PAS\rBTS|0\r")).isEqualTo("BHS|^~\\&|PAS\rBTS|0\r");
        }
    }

    @Test
    void aMegabyteIsTakenAndMoreThanAllowedClosesTheConnection() throws Exception {
        try (MllpHouse.Line line = house.line(0)) {
            String large = admission("l-1", "VL1", "LUN-306") + "OBX|1|ED|x||" + "A".repeat(1_000_000) + "\r";
            assertThat(line.ask(large)).contains("MSA|AA|l-1");
            line.send("M".repeat(2_000_001));
            assertThat(line.in.read()).isEqualTo(-1);
        }
    }

    @Test
    void theBytesAreKeptClosed() throws Exception {
        try (MllpHouse.Line line = house.line(0)) {
            assertThat(line.ask(admission("k-1", "VK1", "LUN-307"))).contains("MSA|AA|k-1");
        }
        try (Connection connection = DriverManager.getConnection(house.jdbc());
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
        try (InputStream in = Files.newInputStream(Path.of(house.certificate.certificatePath()))) {
            store.setCertificateEntry(
                    "flyt", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext stranger = SSLContext.getInstance("TLS");
        stranger.init(null, trust.getTrustManagers(), null);
        try (MllpHouse.Line line = new MllpHouse.Line(stranger.getSocketFactory()
                .createSocket("localhost", house.server.hl7Ports().get(1)))) {
            assertThat(refused(line)).isTrue();
        }
        SSLContext known = SSLContext.getInstance("TLS");
        Vertx vertx = Vertx.vertx();
        var keys = house.certificate.keyCertOptions().getKeyManagerFactory(vertx);
        known.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        try (MllpHouse.Line line = new MllpHouse.Line(known.getSocketFactory()
                .createSocket("localhost", house.server.hl7Ports().get(1)))) {
            assertThat(line.ask(admission("t-1", "VT1", "LUN-308"))).contains("MSA|AA|t-1");
        } finally {
            within(vertx.close());
        }
    }

    @Test
    void whoComesFromElsewhereIsNotListenedTo() throws Exception {
        try (MllpHouse.Line line = house.line(2)) {
            assertThat(refused(line)).isTrue();
        }
    }

    private static boolean refused(MllpHouse.Line line) {
        try {
            line.send(admission("r-1", "VR1", "LUN-309"));
            return line.in.read() == -1;
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void onlySoManyConnectionsAreOpenAtOneTime() throws Exception {
        try (MllpHouse.Line one = house.line(3);
                MllpHouse.Line two = house.line(3)) {
            assertThat(one.ask(admission("k-1", "VK1", "LUN-318"))).contains("MSA|AA|k-1");
            assertThat(two.ask(admission("k-2", "VK2", "LUN-319"))).contains("MSA|AA|k-2");
            try (MllpHouse.Line three = house.line(3)) {
                assertThat(three.in.read()).as("closed").isEqualTo(-1);
            }
        }
        await("flyt_mllp_connections", "0.0");
        try (MllpHouse.Line again = house.line(3)) {
            assertThat(again.ask(admission("k-3", "VK3", "LUN-320"))).contains("MSA|AA|k-3");
        }
    }

    @Test
    void whoSaysNothingForTooLongIsCutOffAndNobodyElse() throws Exception {
        try (MllpHouse.Line patient = house.line(0);
                MllpHouse.Line idle = house.line(4)) {
            assertThat(idle.in.read()).as("closed").isEqualTo(-1);
            assertThat(patient.ask(admission("i-1", "VI1", "LUN-322"))).contains("MSA|AA|i-1");
        }
    }

    /** Large answers, which nobody reads: nothing more is read from the sender, and soon the connection is closed. */
    @Test
    void whoDoesNotReadTheAnswersIsCutOff() throws Exception {
        try (MllpHouse.Line line = house.line(3)) {
            byte[] large = frame(message("S".repeat(1_000_000), "A03", "y-1", "PV1|1|I"));
            assertThatThrownBy(() -> {
                        while (true) {
                            line.out.write(large);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
        assertThat(house.figure("flyt_mllp_trouble_total{trouble=\"answers-not-read\""))
                .endsWith(" 1.0");
    }

    /** What a connection holds is gone with it, whatever came: frames, halves of frames, junk, a sender that hangs up. */
    @Test
    void nothingIsHeldOfAHundredRounds() throws Exception {
        byte[] half = Arrays.copyOf(frame(admission("r-0", "VR0", "LUN-321")), 100);
        for (int round = 0; round < 100; round++) {
            try (MllpHouse.Line line = house.line(0)) {
                line.out.write("junk".getBytes(StandardCharsets.UTF_8));
                line.out.write(half);
                assertThat(line.ask(admission("r-" + round % 5, "VR1", "LUN-321")))
                        .contains("MSA|AA|r-" + round % 5);
                assertThat(line.ask(message("PAS", "A03", "r-f", "PV1|1|I"))).contains("MSA|AE|r-f");
                assertThat(line.ask("MSH|^~\\&|PAS")).contains("MSA|AR|");
                line.out.write(half);
            }
        }
        await("flyt_mllp_connections", "0.0");
    }

    private static void await(String figure, String value) throws Exception {
        while (!house.figure(figure).endsWith(" " + value)) {
            // until the server has seen that they hung up
        }
    }
}
