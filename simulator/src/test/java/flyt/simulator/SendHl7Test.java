package flyt.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files of messages to a port, and what was answered. */
@Timeout(60)
class SendHl7Test {
    private static final String ONE = "MSH|^~\\&|PAS||||||ADT^A01|1|P|2.5";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void aFileHasOneMessageOrManyWithWhateverEndsTheirSegments() {
        assertThat(texts(ONE + "\rPV1|1|MSH|x")).containsExactly(ONE + "\rPV1|1|MSH|x\r");
        assertThat(texts("\ufeff" + ONE + "\r\nPV1|1\r\n\r\n" + ONE + "\nPV1|2\n"))
                .containsExactly(ONE + "\rPV1|1\r", ONE + "\rPV1|2\r");
        assertThat(texts("\u000b" + ONE + "\r\u001c\r\u000b" + ONE + "\r\u001c\r"))
                .containsExactly(ONE + "\r", ONE + "\r");
        assertThat(texts("")).isEmpty();
    }

    @Test
    void everyMessageIsSentAndItsAnswerPrinted() throws Exception {
        Path file = Files.writeString(folder.resolve("two.hl7"), ONE + "\rPV1|1\r" + ONE + "\r");
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<List<String>> got = CompletableFuture.supplyAsync(() -> answering(server, "AA", "AE"));
            assertThat(send("--port", String.valueOf(server.getLocalPort()), file.toString()))
                    .isEqualTo(1);
            assertThat(got.get()).containsExactly(ONE + "\rPV1|1\r", ONE + "\r");
        }
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("MSA|AA|1\n", "MSA|AE|1\n", "2 messages in ", "{AA=1, AE=1}");
    }

    @Test
    void allTakenIsAGoodEnd() throws Exception {
        Path file = Files.writeString(folder.resolve("one.hl7"), ONE);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<List<String>> got = CompletableFuture.supplyAsync(() -> answering(server, "AA"));
            assertThat(send("--port", String.valueOf(server.getLocalPort()), file.toString()))
                    .isZero();
            assertThat(got.get()).hasSize(1);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("\n1 message in ");
    }

    @Test
    void ofManyItSaysHowFarItIsAndHowLongTheRestTakes() {
        assertThat(SendHl7.progress(50, 200, 10, Map.of("AA", 50)))
                .isEqualTo("50 of 200, 25 %, 5/s, 30 s left: {AA=50}");
    }

    @Test
    void nonsenseIsRefusedInWords() {
        assertThat(send("--prot", "1", "x")).isEqualTo(2);
        assertThat(send("--port", "70000", "x")).isEqualTo(2);
        assertThat(send("--port", "1")).isEqualTo(2);
        assertThat(send(folder.resolve("none.hl7").toString())).isEqualTo(1);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("there is no --prot", "--port must be a number up to 65535", "no file is named", "none.hl7");
    }

    private int send(String... arguments) {
        return SendHl7.run(List.of(arguments), new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private static List<String> texts(String file) {
        return SendHl7.messages(file.getBytes(StandardCharsets.UTF_8)).stream()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .toList();
    }

    /** Answers each frame with the next code; what was in them. */
    private static List<String> answering(ServerSocket server, String... codes) {
        List<String> got = new ArrayList<>();
        try (Socket socket = server.accept()) {
            InputStream in = socket.getInputStream();
            for (String code : codes) {
                assertThat(in.read()).isEqualTo(0x0b);
                ByteArrayOutputStream frame = new ByteArrayOutputStream();
                for (int next = in.read(); next != 0x1c; next = in.read()) {
                    frame.write(next);
                }
                assertThat(in.read()).isEqualTo('\r');
                got.add(frame.toString(StandardCharsets.UTF_8));
                socket.getOutputStream()
                        .write(("\u000bMSH|^~\\&|\rMSA|" + code + "|1\r\u001c\r").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return got;
    }
}
