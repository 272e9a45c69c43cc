package flyt.intake.http;

import static flyt.intake.http.OpenDoor.FJO;
import static flyt.intake.http.OpenDoor.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that nobody should send: each is answered, and nothing of it reaches a hospital. */
@Timeout(120)
class BodiesTest {
    @RegisterExtension
    final OpenDoor door = new OpenDoor();

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[", "[{}", "{} {}", "[1,]", "{\"a\":1,\"a\":2}", "{'a':1}", "\u0000", "NaN"})
    void whatIsNotJsonIsSaidToBeSo(String body) throws Exception {
        assertProblem(door.post("/reports", body), 400, "malformed-json");
        assertThat(door.hospitals.told).isEmpty();
    }

    @Test
    void whatIsNotUtf8OrTooDeepIsMalformed() throws Exception {
        byte[] latin1 = "{\"type\":\"Ø\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertProblem(
                door.send(door.request("/reports").POST(BodyPublishers.ofByteArray(latin1))), 400, "malformed-json");
        assertProblem(door.post("/reports", "[".repeat(10_000) + "]".repeat(10_000)), 400, "malformed-json");
    }

    @Test
    void aMillionElementsAreTooMany() throws Exception {
        assertProblem(door.post("/reports", "[1" + ",1".repeat(999_999) + "]"), 413, "too-many-reports");
        assertThat(door.hospitals.told).isEmpty();
    }

    @Test
    void tenMegabytesAreTooLargeBeforeTheFirstOfThemComes() throws Exception {
        try (Socket socket = asked("Content-Length: 10485760")) {
            assertTooLarge(socket);
        }
    }

    @Test
    void tenMegabytesAreTooLargeAlsoUnannounced() throws Exception {
        try (Socket socket = asked("Transfer-Encoding: chunked")) {
            flood(socket.getOutputStream());
            assertTooLarge(socket);
        }
    }

    @Test
    void ofABodyFromNobodyNothingIsRead() throws Exception {
        try (Socket socket = asked("Content-Length: 10485760", "forged")) {
            assertThat(readAll(socket.getInputStream()))
                    .startsWith("HTTP/1.1 401")
                    .contains("Connection: close", "/problems/sign-in-needed");
        }
    }

    private Socket asked(String how) throws IOException {
        return asked(how, OpenDoor.TOKEN);
    }

    /** Has sent the head of a request, and nothing of its body. */
    private Socket asked(String how, String token) throws IOException {
        Socket socket = new Socket("127.0.0.1", door.port());
        socket.setSoTimeout(30_000);
        String head = "POST " + FJO + "/reports HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer " + token + "\r\n";
        socket.getOutputStream().write((head + how + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void assertTooLarge(Socket socket) throws IOException {
        String answer = readAll(socket.getInputStream());
        assertThat(answer).startsWith("HTTP/1.1 413").contains("/problems/too-large");
    }

    /** Sends 10 MB in chunks, or as much of it as the server lets in. */
    private static void flood(OutputStream out) {
        String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
        try {
            for (int sent = 0; sent < 10 * 1024 * 1024; sent += 0x10000) {
                out.write(chunk.getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException closed) {
            return;
        }
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
        HttpRequest.Builder request = HttpRequest.newBuilder(door.uri(FJO + "/reports"))
                .header("Authorization", "Bearer " + OpenDoor.TOKEN)
                .header("Content-Type", type);
        assertProblem(door.send(request.POST(BodyPublishers.ofString("{}"))), 415, "wrong-content-type");
    }
}
