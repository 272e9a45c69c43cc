package flyt.push;

import static flyt.push.Gate.within;
import static flyt.push.SmallHospital.WARD;
import static flyt.push.SmallHospital.bed;
import static flyt.push.SmallHospital.row;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.board.RowBatch;
import flyt.grid.Grid;
import flyt.grid.GridConfig;
import flyt.grid.MembersGo;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
@MembersGo
class MemberRelayTest {

    @Test
    void whatTheOwnerPublishesReachesTheClientsOfAllMembersOnce() throws Exception {
        String cluster = "test-" + UUID.randomUUID();
        int onePort = freePort();
        int otherPort = freePort();
        List<String> members = List.of("127.0.0.1:" + onePort, "127.0.0.1:" + otherPort);
        Grid one = within(Grid.start(new GridConfig(cluster, "127.0.0.1", onePort, 0, members)));
        Grid other = within(Grid.start(new GridConfig(cluster, "127.0.0.1", otherPort, 0, members)));
        SmallHospital hospital = new SmallHospital();
        Gate oneGate = new Gate(one.vertx(), hospital, Gate.PATIENT);
        Gate otherGate = new Gate(other.vertx(), hospital, Gate.PATIENT);
        MemberRelay owner = within(MemberRelay.start(one.vertx(), one.memberId(), oneGate.sockets));
        MemberRelay listener = within(MemberRelay.start(other.vertx(), other.memberId(), otherGate.sockets));
        Screen near = oneGate.screen().subscribe(WARD);
        Screen far = otherGate.screen().subscribe(WARD);
        near.skipTo("beat");
        far.skipTo("beat");

        one.vertx().runOnContext(now -> {
            for (int i = 1; i <= 200; i++) {
                owner.rows(hospital.change(bed(String.valueOf(i % 9), i)), System.nanoTime());
            }
            owner.beat("FJO", "{\"type\":\"beat\",\"hospital\":\"FJO\",\"seq\":200}".getBytes());
        });

        assertThat(near.until(WARD, 200).rows).isEqualTo(hospital.truth(WARD));
        assertThat(far.until(WARD, 200).rows).isEqualTo(hospital.truth(WARD));
        assertThat(far.boards.get(WARD.name()).frames).isEqualTo(200);
        assertThat(far.boards.get(WARD.name()).snapshots).isEqualTo(1);
        assertThat(near.boards.get(WARD.name()).frames).isEqualTo(200);
        assertThat(near.next("beat").getLong("seq")).isEqualTo(200);
        assertThat(far.next("beat").getLong("seq")).isEqualTo(200);

        within(owner.stop());
        within(listener.stop());
        within(one.stop());
        within(other.stop());
    }

    @Test
    void aBatchComesOutOfTheWireAsItWentIn() {
        RowBatch batch = new SmallHospital().change(bed("301", "blå"), row(WARD, "nurse/ø", null), bed("302", 7));
        RowBatchCodec codec = new RowBatchCodec();
        Buffer wire = Buffer.buffer("before");
        codec.encodeToWire(wire, batch);
        assertThat(codec.decodeFromWire(6, wire)).isEqualTo(batch);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
