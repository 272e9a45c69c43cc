package flyt.simulator.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.Main;
import flyt.RunningServer;
import flyt.ops.LocalPostgres;
import flyt.simulator.traffic.Pass;
import flyt.simulator.traffic.ServerSecrets;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What no honest client does, fifty times over: each is turned away, memory stays flat, the others notice nothing. */
@Timeout(600)
class BadInputTest {
    private static final String REPORTS = "/api/v1/hospitals/" + Stories.HOSPITAL + "/reports";
    private static final int ROUNDS = 50;
    private static final int WARM_UP = 10;
    private static final long FLAT_BYTES = 24L * 1024 * 1024;

    private static final String A_MILLION_NUMBERS = "[" + "1,".repeat(999_999) + "1]";
    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;
    private static final String DEEP = "[".repeat(100_000) + "]".repeat(100_000);

    @TempDir
    private Path folder;

    private LocalPostgres postgres;
    private RunningServer server;
    private Pass pass;
    private final List<Socket> silent = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        Chaos.writeDefinition(folder.resolve("hospital.json"));
        postgres = LocalPostgres.start(folder.resolve("postgres"), Path.of("target", "postgres-programs"));
        ServerSecrets secrets = new ServerSecrets();
        server = await(Main.start(secrets.settings(
                folder,
                Map.of(
                        "FLYT_DATABASE_URL",
                        postgres.url(),
                        "FLYT_HOSPITAL_FILES",
                        folder.resolve("hospital.json").toString(),
                        "FLYT_HTTP_PORT",
                        "0",
                        "FLYT_FORECAST_MINUTES",
                        "0"))));
        pass = secrets.pass(server.url());
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : silent) {
            socket.close();
        }
        await(server.stop());
        postgres.close();
    }

    @Test
    void isTurnedAwayAndLeavesNothingBehind() throws Exception {
        Door door = new Door(pass);
        try (BoardClient honest = BoardClient.at(pass).subscribe("beds")) {
            var snapshot = honest.awaitType("snapshot");
            long early = 0;
            for (int round = 1; round <= ROUNDS; round++) {
                mischief(door);
                String name = "round-" + round;
                assertThat(door.send(Stories.HOSPITAL, List.of(ClusterTest.report(name)))
                                .get(0)
                                .outcome())
                        .isEqualTo("accepted");
                var unused = honest.await(
                        "frame of " + name,
                        frame -> frame.path("put").toString().contains("V-" + name + "\""),
                        60);
                if (round == WARM_UP) {
                    early = heapAfterCollection();
                }
            }
            long grown = heapAfterCollection() - early;
            System.out.println("Heap after " + ROUNDS + " rounds: " + grown / 1024 + " kB more than after " + WARM_UP);
            assertThat(grown).isLessThan(FLAT_BYTES);
            assertThat(honest.isOpen()).isTrue();
        }
    }

    private void mischief(Door door) throws Exception {
        assertThat(door.post(REPORTS, A_MILLION_NUMBERS).status()).isEqualTo(413);
        assertThat(door.post(REPORTS, DEEP).status()).isEqualTo(400);
        assertThat(statusOfBodyOf(TEN_MEGABYTES)).isEqualTo(413);
        assertThat(closeCodeAfter("what?")).isEqualTo(1003);
        assertThat(closeCodeAfter("{\"type\":\"subscribe\"}")).isEqualTo(1008);
        assertThat(closeCodeAfter("x".repeat(100_000))).isEqualTo(1009);
        stopReading();
        hangUpHalfWay();
    }

    private int closeCodeAfter(String text) throws IOException, InterruptedException {
        try (BoardClient rude = BoardClient.at(pass)) {
            return rude.say(text).awaitClosed();
        }
    }

    /** By hand: an HTTP client that is still sending does not listen for the answer. */
    private int statusOfBodyOf(int bytes) throws IOException {
        try (Socket socket = connect()) {
            socket.setSoTimeout(60_000);
            OutputStream out = socket.getOutputStream();
            out.write((start("POST", REPORTS) + "Content-Type: application/json\r\nContent-Length: " + bytes
                            + "\r\n\r\n[")
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] start = socket.getInputStream().readNBytes("HTTP/1.1 413".length());
            return Integer.parseInt(new String(start, StandardCharsets.US_ASCII).substring(9));
        }
    }

    /** A screen that subscribes and then never reads; it stays connected to the end. */
    private void stopReading() throws IOException {
        Socket socket = connect();
        silent.add(socket);
        OutputStream out = socket.getOutputStream();
        out.write((start("GET", "/ws") + "Upgrade: websocket\r\n"
                        + "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                        + "Sec-WebSocket-Version: 13\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        byte[] accepted = socket.getInputStream().readNBytes("HTTP/1.1 101".length());
        assertThat(new String(accepted, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 101");
        byte[] text = "{\"type\":\"subscribe\",\"hospital\":\"KAOS\",\"view\":\"beds\",\"scope\":\"-\"}"
                .getBytes(StandardCharsets.UTF_8);
        out.write(0x81); // the only frame, text
        out.write(0x80 | text.length); // masked, with zeros
        out.write(new byte[4]);
        out.write(text);
        out.flush();
    }

    /** Promises a body, sends half of it and goes. */
    private void hangUpHalfWay() throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream()
                    .write((start("POST", REPORTS) + "Content-Type: application/json\r\nContent-Length: 1000000\r\n\r\n"
                                    + "[".repeat(500_000))
                            .getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Request line and the headers that all of them need. */
    private String start(String method, String path) throws IOException {
        return method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\nAuthorization: "
                + pass.awaitHeader() + "\r\n";
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.port());
    }

    private static long heapAfterCollection() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }
}
