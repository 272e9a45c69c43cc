package flyt.grid;

import static flyt.grid.Members.within;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import flyt.board.RowBatch;
import flyt.board.RowUpdate;
import flyt.board.Stream;
import flyt.board.StreamRows;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class GridTest {
    private static final Stream HOUSE = new Stream("FJO", "house", "-");

    @Test
    void aMemberAloneOwnsEverythingAndLooksForNobody() {
        Grid grid = within(Grid.start(GridConfig.alone("test-" + UUID.randomUUID())));
        assertThat(grid.members()).containsExactly(grid.memberId());
        assertThat(grid.vertx().isClustered()).isTrue();
        RowGrid rows = new RowGrid(grid);
        RowUpdate house = new RowUpdate(HOUSE, "house", "{}".getBytes(UTF_8));

        rows.put(new RowBatch("FJO", 0, 1, List.of(house)));
        within(rows.settled());

        assertThat(within(rows.read(HOUSE))).contains(new StreamRows(HOUSE, 1, List.of(house)));
        within(grid.stop());
        assertThat(grid.hazelcast().getLifecycleService().isRunning()).isFalse();
    }

    @Test
    void nothingIsTriedThatWasNotAskedFor() {
        Config alone = GridConfig.alone("ward").hazelcast();
        assertThat(alone.getProperty("hazelcast.phone.home.enabled")).isEqualTo("false");
        assertThat(ways(alone)).containsExactly(false, false, false, false);
        assertThat(alone.getNetworkConfig().getInterfaces().isEnabled()).isTrue();
        assertThat(alone.getNetworkConfig().getInterfaces().getInterfaces()).containsExactly("127.0.0.1");

        assertThat(ways(with("127.0.0.1:5701", "127.0.0.1:5702"))).containsExactly(false, false, true, false);
        Config dns = with("dns:flyt-members");
        assertThat(ways(dns)).containsExactly(false, false, false, true);
        assertThat(dns.getNetworkConfig().getJoin().getKubernetesConfig().getProperty("service-dns"))
                .isEqualTo("flyt-members");
    }

    @Test
    void aListThatCannotBeMeantIsRefused() {
        assertThatThrownBy(() -> new GridConfig("ward", "127.0.0.1", 0, 0, List.of("127.0.0.1:5701")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> with("dns:flyt", "127.0.0.1:5701")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsNoneOfOursDoesNotComeToLife() {
        Grid grid = within(Grid.start(GridConfig.alone("test-" + UUID.randomUUID())));
        Map<String, Object> map = grid.hazelcast().getMap("foreign");
        map.put("by Java serialization", new Foreign());
        map.put("of the JDK", URI.create("http://elsewhere.example"));
        map.put("a failure", new IllegalStateException("ours"));

        assertThatThrownBy(() -> map.get("by Java serialization")).hasRootCauseInstanceOf(SecurityException.class);
        assertThatThrownBy(() -> map.get("of the JDK")).hasRootCauseInstanceOf(SecurityException.class);
        assertThatThrownBy(() -> map.put("by reflection", new Plain(7))).isInstanceOf(RuntimeException.class);

        assertThat(Foreign.lives).isFalse();
        assertThat(map.get("a failure")).isInstanceOf(IllegalStateException.class);
        within(grid.stop());
    }

    private static final class Foreign implements Serializable {
        private static final long serialVersionUID = 1L;
        static volatile boolean lives;

        private void readObject(ObjectInputStream in) {
            lives = true;
        }
    }

    private record Plain(int number) {}

    private static Config with(String... members) {
        return new GridConfig("ward", "127.0.0.1", 5701, 0, List.of(members)).hazelcast();
    }

    /** Multicast, guessing, a list of addresses, Kubernetes. */
    private static List<Boolean> ways(Config config) {
        JoinConfig join = config.getNetworkConfig().getJoin();
        return List.of(
                join.getMulticastConfig().isEnabled(),
                join.getAutoDetectionConfig().isEnabled(),
                join.getTcpIpConfig().isEnabled(),
                join.getKubernetesConfig().isEnabled());
    }
}
