package flyt.push;

import static flyt.push.Gate.within;
import static flyt.push.SmallHospital.WARD;
import static flyt.push.SmallHospital.bed;
import static flyt.push.SmallHospital.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flyt.board.RowBatch;
import flyt.board.Stream;
import flyt.ops.ExpectLog;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(180)
class BoardSocketsTest {
    private final SmallHospital hospital = new SmallHospital();
    private Gate gate;

    @BeforeEach
    void open() {
        gate = new Gate(hospital, Gate.PATIENT);
    }

    @AfterEach
    void close() {
        gate.close();
    }

    @Test
    void aSubscriberGetsASnapshotThenABeatThenRowsThatChain() throws Exception {
        gate.sockets.onBatch(hospital.change(bed("301", "occupied"), bed("302", "ready")));
        Screen screen = gate.screen().subscribe(WARD);

        assertThat(screen.next())
                .isEqualTo(
                        new JsonObject(
                                """
                        {"type":"snapshot","stream":"FJO/ward.3/LUN","seq":1,"rows":[
                        {"key":"bed/301","value":"occupied"},{"key":"bed/302","value":"ready"}]}"""));
        assertThat(screen.next().getString("type")).isEqualTo("beat");

        gate.sockets.onBatch(hospital.change(row(Stream.ward("FJO", "MED", 3), "bed/1", "elsewhere")));
        gate.sockets.onBatch(hospital.change(bed("302", "held"), row(WARD, "bed/301", null)));
        gate.sockets.onBatch(hospital.change(row(WARD, "in/\"V1\"", "coming")));
        gate.sockets.onBatch(hospital.change(row(WARD, "in/\"V1\"", null)));

        assertThat(screen.next())
                .isEqualTo(
                        new JsonObject(
                                """
                        {"type":"rows","stream":"FJO/ward.3/LUN","prev":1,"seq":3,
                        "put":[{"key":"bed/302","value":"held"}],"drop":["bed/301"]}"""));
        assertThat(screen.next().getLong("prev")).isEqualTo(3);
        JsonObject dropped = screen.next();
        assertThat(dropped.getJsonArray("drop")).isEqualTo(new JsonArray().add("in/\"V1\""));
        assertThat(dropped.getLong("prev")).isEqualTo(4);
        assertThat(dropped.getLong("seq")).isEqualTo(5);
        assertThat(gate.counts.timed.get()).isPositive();
        assertThat(gate.counts.shortestNanos.get())
                .isBetween(1L, Duration.ofSeconds(20).toNanos());
    }

    @Test
    void aSnapshotForANewcomerCountsAsTheOthersDo() throws Exception {
        Screen first = gate.screen().subscribe(WARD);
        assertThat(first.next("snapshot").getLong("seq")).isZero();
        gate.sockets.onBatch(hospital.change(bed("301", 1)));
        gate.sockets.onBatch(hospital.change(row(Stream.ward("FJO", "MED", 3), "bed/1", "elsewhere")));

        Screen second = gate.screen().subscribe(WARD);
        assertThat(second.next("snapshot").getLong("seq")).isEqualTo(1);
        gate.sockets.onBatch(hospital.change(bed("301", 2)));

        assertThat(first.until(WARD, 3).rows).isEqualTo(hospital.truth(WARD));
        assertThat(second.until(WARD, 3).rows).isEqualTo(hospital.truth(WARD));
    }

    @Test
    void aGapHealsWithAFreshSnapshot() throws Exception {
        Screen screen = gate.screen().subscribe(WARD);
        screen.skipTo("snapshot");
        RowBatch lost = hospital.change(bed("301", "lost on the way"));

        gate.sockets.onBatch(hospital.change(bed("302", "arrived")));

        assertThat(screen.next("snapshot").getLong("seq")).isEqualTo(2);
        gate.sockets.onBatch(lost);
        gate.sockets.onBatch(hospital.change(bed("303", "next")));
        Screen.Board board = screen.until(WARD, 3);
        assertThat(board.rows).isEqualTo(hospital.truth(WARD)).hasSize(3);
        assertThat(board.snapshots).isEqualTo(2);
    }

    @Test
    void aNewOwnerThatSaysWhereItStandsHealsAGapToo() throws Exception {
        Screen screen = gate.screen().subscribe(WARD);
        screen.skipTo("snapshot");
        assertThat(hospital.change(bed("301", "never published")).seq()).isEqualTo(1);

        gate.sockets.onBatch(RowBatch.standsAt("FJO", 1));

        assertThat(screen.next("snapshot").getLong("seq")).isEqualTo(1);
        assertThat(screen.until(WARD, 1).rows).isEqualTo(hospital.truth(WARD));
    }

    @Test
    void whoSubscribesAgainGetsASnapshotAgainAndWhoUnsubscribesNothing() throws Exception {
        Stream house = new Stream("FJO", "house", "-");
        Screen screen = gate.screen().subscribe(WARD).subscribe(house);
        screen.skipTo("snapshot");
        screen.skipTo("snapshot");
        var unused1 = screen.subscribe(WARD);
        assertThat(screen.next("snapshot").getString("stream")).isEqualTo(WARD.name());

        var unused2 = screen.unsubscribe(WARD).subscribe(house);
        screen.skipTo("snapshot");
        gate.sockets.onBatch(hospital.change(bed("301", "unseen"), row(house, "house", "seen")));

        assertThat(screen.next("rows").getString("stream")).isEqualTo(house.name());
        assertThat(screen.heard).isEmpty();
    }

    @Test
    void beatsReachThoseWhoWatchTheHospital() throws Exception {
        Screen watches = gate.screen().subscribe(WARD);
        watches.skipTo("beat");
        Screen watchesNothing = gate.screen();
        gate.sockets.onBeat("FJO", "{\"type\":\"beat\",\"hospital\":\"FJO\",\"seq\":9}".getBytes());
        assertThat(watches.next("beat").getLong("seq")).isEqualTo(9);
        var unused3 = watchesNothing.say("{}");
        assertThat(watchesNothing.closed.get(60, TimeUnit.SECONDS)).isEqualTo((short) 1008);
        assertThat(watchesNothing.heard).isEmpty();
    }

    @Test
    void whatNobodyCanHaveIsRefusedWithItsReason() throws Exception {
        Screen screen = gate.screen().subscribe(Stream.ward("FJO", "NOWHERE", 3));
        assertThat(screen.next())
                .isEqualTo(new JsonObject()
                        .put("type", "refused")
                        .put("stream", "FJO/ward.3/NOWHERE")
                        .put("reason", "unknown-ward")
                        .put("title", "There is no ward \"NOWHERE\""));
        var unused4 = screen.subscribe(WARD);
        assertThat(screen.next().getString("type")).isEqualTo("snapshot");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense | 1003",
                "[1,2] | 1003",
                "{\"type\":\"shout\"} | 1008",
                "{\"type\":7} | 1008",
                "{\"type\":\"subscribe\",\"hospital\":\"FJO\",\"view\":\"ward\"} | 1008",
                "{\"type\":\"subscribe\",\"hospital\":\"FJO\",\"view\":\"ward\",\"scope\":\"LUN\",\"level\":4} | 1008",
                "{\"type\":\"subscribe\",\"hospital\":\"FJO\",\"view\":\"ward\",\"scope\":\"LUN\",\"level\":\"3\"} | 1008",
                "{\"type\":\"subscribe\",\"hospital\":\"F/O\",\"view\":\"house\",\"scope\":\"-\"} | 1008",
                "{\"type\":\"unsubscribe\",\"stream\":\"FJO\"} | 1008",
            })
    void rubbishIsClosedWithItsCode(String text, short code) throws Exception {
        Screen healthy = gate.screen().subscribe(WARD);
        healthy.skipTo("beat");

        assertThat(gate.screen().say(text).closed.get(60, TimeUnit.SECONDS)).isEqualTo(code);

        gate.sockets.onBatch(hospital.change(bed("301", "still here")));
        assertThat(healthy.next().getString("type")).isEqualTo("rows");
    }

    @Test
    void binaryIsClosedWith1003() throws Exception {
        assertThat(gate.screen().sayBytes(Buffer.buffer("{}")).closed.get(60, TimeUnit.SECONDS))
                .isEqualTo((short) 1003);
    }

    @ParameterizedTest
    @ValueSource(ints = {64 * 1024 + 1, 1 << 20})
    void tooLargeIsClosedWith1009(int size) throws Exception {
        assertThat(gate.screen().say(" ".repeat(size)).closed.get(60, TimeUnit.SECONDS))
                .isEqualTo((short) 1009);
    }

    @Test
    void theSeventeenthStreamIsClosedWith1008() throws Exception {
        Screen screen = gate.screen();
        for (int i = 0; i < 16; i++) {
            screen.subscribe(Stream.ward("FJO", "W" + i, 3)).skipTo("snapshot");
        }
        assertThat(screen.closed).isNotDone();
        assertThat(screen.subscribe(WARD).closed.get(60, TimeUnit.SECONDS)).isEqualTo((short) 1008);
    }

    @Test
    void whoTalksWithoutEndIsClosedWith1008() throws Exception {
        Screen screen = gate.screen();
        for (int i = 0; i < 300; i++) {
            var unused5 = screen.subscribe(WARD);
        }
        assertThat(screen.closed.get(60, TimeUnit.SECONDS)).isEqualTo((short) 1008);
    }

    @Test
    void compressionIsNotGrantedToWhoAsksForIt() throws Exception {
        Screen screen = gate.screen(
                new WebSocketClientOptions()
                        .setTryUsePerMessageCompression(true)
                        .setTryUsePerFrameCompression(true),
                new WebSocketConnectOptions());
        assertThat(screen.answerHeader("Sec-WebSocket-Extensions")).isEqualTo("null");
        assertThat(screen.answerHeader("Sec-WebSocket-Accept")).isNotEqualTo("null");
    }

    @Test
    @ExpectLog("HttpClientConnectionInternal Connection evicted")
    void anotherPathIsTurnedAway() {
        WebSocketClient client = gate.vertx.createWebSocketClient();
        var elsewhere = client.connect(gate.port(), "127.0.0.1", "/elsewhere").mapEmpty();
        assertThatThrownBy(() -> within(elsewhere)).hasMessageContaining("404");
        within(client.close());
    }

    @Test
    void nothingIsHeldForClientsThatAreGone() throws Exception {
        gate.sockets.onBatch(hospital.change(bed("301", "a"), bed("302", "b")));
        Screen one = gate.screen().subscribe(WARD);
        Screen two = gate.screen().subscribe(WARD);
        one.skipTo("beat");
        two.skipTo("beat");
        assertThat(gate.sockets.bytesHeld()).isPositive();
        assertThat(gate.counts.clients.get()).isEqualTo(2);
        for (int i = 0; i < 100; i++) {
            gate.sockets.onBatch(hospital.change(bed("301", i)));
        }
        var unused6 = one.until(WARD, 101);
        var unused7 = two.until(WARD, 101);

        one.leave();
        two.leave();

        await(() -> gate.counts.clients.get() == 0 && gate.sockets.bytesHeld() == 0);
    }

    @Test
    @ExpectLog("HttpClientConnectionInternal Connection evicted")
    void closingAsksClientsToComeBackLater() throws Exception {
        Screen screen = gate.screen().subscribe(WARD);
        screen.skipTo("beat");
        within(gate.sockets.close());
        assertThat(screen.closed.get(60, TimeUnit.SECONDS)).isEqualTo((short) 1013);
        assertThatThrownBy(() -> gate.screen()).hasMessageContaining("503");
    }

    static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            if (Thread.interrupted()) {
                throw new AssertionError("did not come true in time");
            }
            LockSupport.parkNanos(100_000);
        }
    }
}
