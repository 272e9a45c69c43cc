package flyt.access.screen;

import static flyt.access.log.Soon.answer;
import static flyt.access.screen.ScreenBench.ADDRESS;
import static flyt.access.screen.ScreenBench.LUNGE;
import static flyt.access.screen.ScreenBench.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.access.Gone;
import flyt.access.log.Soon;
import flyt.access.screen.Pairings.Opened;
import flyt.access.screen.Pairings.Progress.Paired;
import flyt.grid.Grid;
import flyt.grid.GridConfig;
import flyt.grid.MembersGo;
import flyt.journal.Database;
import flyt.ops.ExpectLog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
@MembersGo
@ExpectLog("Screens A spent credential")
@ExpectLog("Connection reset by peer")
class ScreensOnTwoMembersTest {
    private static final long SOON_MS = 10_000;

    /** One of two members. */
    private record Member(Grid grid, Database database, Screens screens, AtomicInteger closed) {
        static Member join(ScreenBench bench, String cluster, int port, List<String> addresses) {
            Grid grid = answer(Grid.start(new GridConfig(cluster, "127.0.0.1", port, 0, addresses)));
            Database database = bench.house.open(grid.vertx());
            Gone gone = new Gone(grid.vertx());
            AtomicInteger closed = new AtomicInteger();
            gone.listen(note -> closed.incrementAndGet());
            return new Member(grid, database, bench.member(grid.vertx(), database, gone), closed);
        }

        void leave() {
            answer(database.close());
            answer(grid.stop());
        }
    }

    @Test
    void whatOneMemberRevokesTheOtherKnowsWithinASecond() throws IOException {
        try (ScreenBench bench = new ScreenBench()) {
            List<Integer> ports = freePorts();
            List<String> addresses =
                    ports.stream().map(port -> "127.0.0.1:" + port).toList();
            String cluster = "test-" + UUID.randomUUID();
            Member one = Member.join(bench, cluster, ports.get(0), addresses);
            Member two = Member.join(bench, cluster, ports.get(1), addresses);
            long met = Soon.until(() -> one.grid().members().size() == 2);
            List<Paired> paired = List.of(pair(bench), pair(bench), pair(bench));

            // a note travels when both buses know both members
            long linked = Soon.until(() -> {
                assertThat(answer(one.screens().change(paired.get(2).screen(), LUNGE)))
                        .isPresent();
                return two.closed().get() > 0;
            });
            for (Paired screen : paired) {
                assertThat(answer(two.screens().bySecret(screen.credential()))).isPresent();
                assertThat(answer(two.screens().byId(screen.screen()))).isPresent();
            }
            assertThat(answer(one.screens().revoke(paired.get(0).screen()))).isTrue();
            assertThat(Soon.until(
                            () -> answer(two.screens().bySecret(paired.get(0).credential()))
                                            .isEmpty()
                                    && answer(two.screens().byId(paired.get(0).screen()))
                                            .isEmpty()))
                    .isLessThan(SOON_MS);
            assertThat(answer(two.screens().bySecret(paired.get(1).credential())))
                    .isPresent();

            // and so it knows that a credential is spent
            String old = paired.get(1).credential();
            String next = answer(one.screens().connect(old, "1")).orElseThrow().credential();
            assertThat(answer(one.screens().bySecret(next))).isPresent();
            assertThat(Soon.until(() -> answer(two.screens().bySecret(old)).isEmpty()))
                    .isLessThan(SOON_MS);
            assertThat(bench.stolen).hasValue(1);
            one.leave();
            two.leave();
        }
    }

    private static Paired pair(ScreenBench bench) {
        Opened opened = answer(bench.pairings.open(ADDRESS, NINE));
        assertThat(answer(bench.pairings.claim(opened.code(), LUNGE, "a-admin", NINE)))
                .isNotNull();
        return (Paired) answer(bench.pairings.progress(opened.code(), opened.secret(), NINE));
    }

    private static List<Integer> freePorts() throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        }
        List<Integer> ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
        for (ServerSocket socket : sockets) {
            socket.close();
        }
        return ports;
    }
}
