package flyt.grid;

import com.hazelcast.cluster.Member;
import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxBuilder;
import io.vertx.core.VertxOptions;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * This process as a member of the grid: one Hazelcast instance, and a Vert.x whose event bus spans the members.
 *
 * <p>Whoever starts it stops it; {@link #stop()} closes both.
 */
public final class Grid {
    /** The member attribute that the cluster manager of Vert.x takes its node id from. */
    private static final String NODE_ID = "__vertx.nodeId";

    private final String memberId;
    private final HazelcastInstance hazelcast;
    private final Vertx vertx;

    private Grid(String memberId, HazelcastInstance hazelcast, Vertx vertx) {
        this.memberId = memberId;
        this.hazelcast = hazelcast;
        this.vertx = vertx;
    }

    /**
     * Joins the grid, then starts the Vert.x that goes with it. Blocks while joining: for start-up only, never on an
     * event loop.
     *
     * @param options what Vert.x shall be like otherwise; where its event bus listens and the native transport are
     *     set here
     * @param builder takes metrics and whatever else goes with these options, before the cluster manager is added
     * @return fails when the ports are taken or the list of members makes no sense
     */
    public static Future<Grid> start(GridConfig config, VertxOptions options, VertxBuilder builder) {
        String memberId = UUID.randomUUID().toString();
        HazelcastInstance hazelcast;
        try {
            Config hazelcastConfig = config.hazelcast();
            hazelcastConfig.getMemberAttributeConfig().setAttribute(NODE_ID, memberId);
            hazelcast = Hazelcast.newHazelcastInstance(hazelcastConfig);
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
        var bus = options.setPreferNativeTransport(true)
                .getEventBusOptions()
                .setHost(config.host())
                .setPort(config.busPort());
        return builder.with(options)
                .withClusterManager(new HazelcastClusterManager(hazelcast))
                .buildClustered()
                .map(vertx -> new Grid(memberId, hazelcast, vertx))
                .onFailure(failure -> hazelcast.shutdown());
    }

    /** {@link #start(GridConfig, VertxOptions, VertxBuilder)} with nothing special about Vert.x. */
    public static Future<Grid> start(GridConfig config) {
        return start(config, new VertxOptions(), Vertx.builder());
    }

    /** The Vert.x of this process. */
    public Vertx vertx() {
        return vertx;
    }

    /** Who this member is, from start to stop, also when a split grid heals; usable in event bus addresses. */
    public String memberId() {
        return memberId;
    }

    /** The members seen now, this one among them, the oldest first. */
    public List<String> members() {
        return hazelcast.getCluster().getMembers().stream().map(Grid::id).toList();
    }

    /**
     * Leaves the grid in good order: Vert.x is closed, then what this member alone holds is handed to others. Fails with
     * what Vert.x failed with; Hazelcast is down in any case.
     */
    public Future<Void> stop() {
        Promise<Void> stopped = Promise.promise();
        // leaving blocks, and by then there is no thread of Vert.x left to block
        var unused = vertx.close().onComplete(closed -> new Thread(
                        () -> {
                            hazelcast.shutdown();
                            stopped.complete(null, closed.cause());
                        },
                        "leaving the grid")
                .start());
        return stopped.future();
    }

    HazelcastInstance hazelcast() {
        return hazelcast;
    }

    static String id(@Nullable Member member) {
        String id = member == null ? null : member.getAttribute(NODE_ID);
        if (id == null) {
            throw new IllegalStateException("a member that is not one of Flyt's");
        }
        return id;
    }
}
