package flyt.push;

import static flyt.push.SmallHospital.bed;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is on the wire, byte by byte, with a client that knows nothing but TCP. */
@Timeout(180)
class WireBytesTest {
    private static final String SUBSCRIBE =
            "{\"type\":\"subscribe\",\"hospital\":\"FJO\",\"view\":\"ward\",\"scope\":\"LUN\",\"level\":3}";

    @Test
    void theSharedWayTheOrdinaryWayAndAllClientsGetTheSameBytes() {
        String oneShared;
        String otherShared;
        String ordinary;
        try (Gate gate = gate(true)) {
            AtomicReference<Buffer> one = client(gate);
            AtomicReference<Buffer> other = client(gate);
            int length = push(gate, one);
            BoardSocketsTest.await(() -> other.get().length() >= length);
            oneShared = hex(one);
            otherShared = hex(other);
        }
        try (Gate gate = gate(false)) {
            AtomicReference<Buffer> client = client(gate);
            int unused = push(gate, client);
            ordinary = hex(client);
        }

        assertThat(oneShared).isEqualTo(otherShared).isEqualTo(ordinary);
        assertThat(oneShared).as("a length in 7, 16 and 64 bits").contains("817f000000000001", "817e", "817d");
    }

    private static Gate gate(boolean shared) {
        return new Gate(
                new SmallHospital(),
                new PushSettings(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1), shared));
    }

    /** Pushes frames of all lengths around the borders; returns how many bytes that makes. */
    private static int push(Gate gate, AtomicReference<Buffer> heard) {
        SmallHospital hospital = new SmallHospital();
        int expected = heard.get().length();
        int envelope = ("{\"type\":\"rows\",\"stream\":\"FJO/ward.3/LUN\",\"prev\":0,\"seq\":1,\"put\":[],\"drop\":[]}"
                        + "{\"key\":\"bed/1\",\"value\":\"\"}")
                .length();
        for (int payload : new int[] {124, 125, 126, 127, 65_534, 65_535, 65_536, 65_537}) {
            String value = "x".repeat(payload - envelope);
            gate.sockets.onBatch(hospital.change(bed("1", value)));
            expected += payload + (payload <= 125 ? 2 : payload <= 65_535 ? 4 : 10);
            int soFar = expected;
            BoardSocketsTest.await(() -> heard.get().length() >= soFar);
            assertThat(heard.get().length()).isEqualTo(soFar);
        }
        return expected;
    }

    /** A client that has subscribed and has its snapshot; the bytes after the answer's head. */
    private static AtomicReference<Buffer> client(Gate gate) {
        NetSocket socket = Gate.within(gate.vertx.createNetClient().connect(gate.port(), "127.0.0.1"));
        AtomicReference<Buffer> all = new AtomicReference<>(Buffer.buffer());
        AtomicReference<Buffer> frames = new AtomicReference<>(Buffer.buffer());
        CompletableFuture<Void> upgraded = new CompletableFuture<>();
        var handler = socket.handler(bytes -> {
            all.set(all.get().copy().appendBuffer(bytes));
            int head = all.get().toString("ISO-8859-1").indexOf("\r\n\r\n") + 4;
            frames.set(all.get().getBuffer(head, all.get().length()));
            upgraded.complete(null);
        });
        Gate.within(socket.write("GET /ws HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"));
        upgraded.orTimeout(60, TimeUnit.SECONDS).join();
        Gate.within(socket.write(Buffer.buffer()
                .appendByte((byte) 0x81)
                .appendByte((byte) (0x80 | SUBSCRIBE.length()))
                .appendInt(0) // a mask of zeros changes nothing
                .appendString(SUBSCRIBE)));
        BoardSocketsTest.await(() -> frames.get().toString().contains("\"type\":\"beat\""));
        return frames;
    }

    private static String hex(AtomicReference<Buffer> buffer) {
        return HexFormat.of().formatHex(buffer.get().getBytes());
    }
}
