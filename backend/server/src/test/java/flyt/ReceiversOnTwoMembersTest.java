package flyt;

import static flyt.ReceiverHouse.LAST_BED;
import static flyt.ReceiverHouse.npu;
import static flyt.ReceiverHouse.number;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.grid.MembersGo;
import io.vertx.core.Future;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whichever member owns the hospital tells its receivers and its subscribers, and the next goes on where that one was. */
@Timeout(180)
@MembersGo
class ReceiversOnTwoMembersTest {
    @TempDir
    private Path folder;

    @Test
    void eachChangeIsToldOnceAndInOrderWhoeverTellsIt() throws Exception {
        try (ReceiverHouse house = new ReceiverHouse(folder)) {
            List<Integer> ports = freePorts();
            RunningServer one = house.open(member(ports, 0));
            List<String> beds = house.heardUntil(LAST_BED);
            house.subscribe(one);
            house.admit(one, "V1", "LUN-301");
            List<String> told = new ArrayList<>(house.heardUntil(npu("301", "O")));
            settled(house, one, told);

            RunningServer two = house.open(member(ports, 1));
            house.admitInTheEnd(two, "V2", "LUN-302");
            house.admitInTheEnd(one, "V3", "LUN-303");
            told.addAll(house.heardUntil(npu("303", "O")));
            settled(house, two, told);

            Future<Void> leaving = one.stop();
            house.admitInTheEnd(two, "V4", "LUN-304");
            house.admitInTheEnd(two, "V5", "LUN-305");
            told.addAll(house.heardUntil(npu("305", "O")));
            settled(house, two, told);
            List<String> hooked = hooked(house, 5);
            MllpHouse.within(leaving);
            MllpHouse.within(two.stop());

            assertThat(beds).hasSizeGreaterThan(20);
            assertThat(told)
                    .extracting(message -> message.substring(message.indexOf("NPU")))
                    .containsExactly(
                            npu("301", "O"), npu("302", "O"), npu("303", "O"), npu("304", "O"), npu("305", "O"));
            assertThat(told.stream().map(ReceiverHouse::number).toList())
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(house.ear.heard).as("nothing more").isEmpty();
            assertThat(hooked)
                    .containsExactly(
                            "1 bed-LUN-301", "2 bed-LUN-302", "3 bed-LUN-303", "4 bed-LUN-304", "5 bed-LUN-305");
        }
    }

    /**
     * What the hooks heard, until the event of this number, in the order in which each came first: one may come again, with its
     * number, where who goes on does not know that it was taken.
     */
    private static List<String> hooked(ReceiverHouse house, long last) throws InterruptedException {
        Set<String> heard = new LinkedHashSet<>();
        List<Long> numbers;
        do {
            HookEar.Came came = house.hooks.next("/beds");
            numbers = came.numbers();
            for (int i = 0; i < numbers.size(); i++) {
                String address = came.bundle().getEntry().get(i + 1).getFullUrl();
                heard.add(numbers.get(i) + " " + address.substring(address.lastIndexOf('/') + 1));
            }
        } while (!numbers.contains(last));
        return List.copyOf(heard);
    }

    /** What was told is written down: who goes on need not tell it again. */
    private static void settled(ReceiverHouse house, RunningServer at, List<String> told) throws Exception {
        long last = number(told.get(told.size() - 1));
        var shown = house.shown(at, one -> one.getLong("toldUpTo") != null && one.getLong("toldUpTo") >= last);
        assertThat(shown.getJsonArray("letters")).isEmpty();
    }

    private static Map<String, String> member(List<Integer> ports, int which) {
        return Map.of(
                "FLYT_CLUSTER_HOST",
                "127.0.0.1",
                "FLYT_CLUSTER_PORT",
                ports.get(which).toString(),
                "FLYT_CLUSTER_MEMBERS",
                "127.0.0.1:" + ports.get(0) + ",127.0.0.1:" + ports.get(1));
    }

    /**
     * Two, each with the one behind it free too, which the event bus takes. Below those that outgoing connections get, so that
     * none of these takes one meanwhile.
     */
    private static List<Integer> freePorts() {
        int first = 20_000 + (int) (ProcessHandle.current().pid() % 2_000) * 4;
        while (!isFree(first) || !isFree(first + 1) || !isFree(first + 2) || !isFree(first + 3)) {
            first += 4;
        }
        return List.of(first, first + 2);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
