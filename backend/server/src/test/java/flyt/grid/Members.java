package flyt.grid;

import com.hazelcast.core.HazelcastInstance;
import io.vertx.core.Future;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A few members of one grid in this process, on loopback, under a name nobody else has. */
final class Members implements AutoCloseable {
    private static final int MOST = 3;

    private final String cluster = "test-" + UUID.randomUUID();
    private final List<Integer> ports = freePorts(MOST);
    private final List<Grid> grids = new ArrayList<>();
    private int joined;

    Members(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            var unused = join();
        }
    }

    /** One more member. */
    Grid join() {
        List<String> addresses = ports.stream().map(port -> "127.0.0.1:" + port).toList();
        Grid grid = within(Grid.start(new GridConfig(cluster, "127.0.0.1", ports.get(joined++), 0, addresses)));
        grids.add(grid);
        awaitShares();
        return grid;
    }

    /** Every member owns some partitions, and each partition has its backup. */
    private void awaitShares() {
        while (!grids.stream().allMatch(grid -> ownsSome(grid.hazelcast()))
                || !grids.get(0).hazelcast().getPartitionService().isClusterSafe()) {
            if (Thread.interrupted()) {
                throw new AssertionError("the members did not share out their partitions in time");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static boolean ownsSome(HazelcastInstance hazelcast) {
        return hazelcast.getPartitionService().getPartitions().stream()
                .anyMatch(partition ->
                        partition.getOwner() != null && partition.getOwner().localMember());
    }

    Grid get(int index) {
        return grids.get(index);
    }

    /** The member that owns the hospital. */
    Grid ownerOf(String hospital) {
        return grids.stream()
                .filter(grid -> grid.hazelcast()
                        .getPartitionService()
                        .getPartition(hospital)
                        .getOwner()
                        .localMember())
                .findFirst()
                .orElseThrow();
    }

    Grid otherThan(Grid grid) {
        return grids.stream().filter(other -> other != grid).findFirst().orElseThrow();
    }

    /** As if its process had been killed. */
    void kill(Grid grid) {
        synchronized (grids) {
            var unused = grids.remove(grid);
        }
        grid.hazelcast().getLifecycleService().terminate();
        var gone = grid.vertx().close();
    }

    static <T> T within(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    private static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }

    @Override
    public void close() {
        for (Grid grid : grids) {
            within(grid.stop());
        }
    }
}
