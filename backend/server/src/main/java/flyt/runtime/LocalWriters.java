package flyt.runtime;

import flyt.domain.stay.StayId;
import flyt.grid.Grid;
import flyt.grid.HospitalOwners;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The writers that live on this member: one for each hospital that it owns, deployed when the hospital becomes its own and
 * undeployed when another member takes over. Usable from any thread.
 */
final class LocalWriters implements HospitalOwners.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(LocalWriters.class);

    /** A writer of this member, and its deployment while that is under way. */
    private record Writing(HospitalVerticle verticle, Future<String> deployed) {}

    private final Vertx vertx;
    private final Grid grid;
    private final Workplace work;
    private final Consumer<String> definitionChanged;
    private final ConcurrentHashMap<String, Writing> writing = new ConcurrentHashMap<>();
    private volatile @Nullable HospitalOwners owners;
    private volatile @Nullable Onlookers onlookers;

    /** {@code definitionChanged} is told a hospital's id after each definition. */
    LocalWriters(Grid grid, Workplace work, Consumer<String> definitionChanged) {
        this.vertx = grid.vertx();
        this.grid = grid;
        this.work = work;
        this.definitionChanged = definitionChanged;
    }

    /** Begins to look who owns what; {@code watching} is told what the writers commit. */
    void open(Onlookers watching) {
        onlookers = watching;
        owners = new HospitalOwners(grid, this);
    }

    /** Lays down the pen for all hospitals of this member. */
    Future<Void> close() {
        HospitalOwners watched = owners;
        if (watched != null) {
            watched.stop();
        }
        List<Future<Void>> stops = writing.keySet().stream().map(this::layDown).toList();
        return Future.join(stops).otherwiseEmpty().mapEmpty();
    }

    /** Looks who owns this hospital too from now on; not before {@link #open}. */
    void watch(String hospital) {
        HospitalOwners watched = owners;
        if (watched != null) {
            watched.watch(hospital);
        }
    }

    /** The id of the member that owns the hospital, which may be this one. */
    Optional<String> ownerOf(String hospital) {
        HospitalOwners watched = owners;
        return watched == null ? Optional.empty() : watched.ownerOf(hospital);
    }

    /** Whether the hospital has an owner and, where that is this member, is being written. */
    boolean ready(String hospital) {
        Writing here = writing.get(hospital);
        return isMine(hospital)
                ? here != null && here.deployed().succeeded()
                : ownerOf(hospital).isPresent();
    }

    /** The writer on this member; null while it is getting ready, and where there is none. */
    @Nullable
    HospitalVerticle of(String hospital) {
        Writing here = writing.get(hospital);
        return here != null && here.deployed().succeeded() ? here.verticle() : null;
    }

    /** Done when this member's writer of the hospital is ready. */
    Future<Void> whenWriting(String hospital) {
        Writing here = writing.get(hospital);
        return here == null
                ? Future.failedFuture(new OwnerAway("No writer of " + hospital + " on this member"))
                : here.deployed().mapEmpty();
    }

    /** The hospital as this member's writer has it. */
    Future<StateLoader.Loaded> stateOf(String hospital) {
        HospitalVerticle verticle = of(hospital);
        return verticle == null
                ? Future.failedFuture(new OwnerAway("No writer of " + hospital + " on this member"))
                : verticle.state();
    }

    /** As {@link flyt.board.RowBook#namesakes}, as this member's writer has it. */
    Future<Map<StayId, SortedSet<StayId>>> namesakesOf(String hospital) {
        HospitalVerticle verticle = of(hospital);
        return verticle == null
                ? Future.failedFuture(new OwnerAway("No writer of " + hospital + " on this member"))
                : verticle.namesakes();
    }

    @Override
    public void owned(String hospital) {
        HospitalVerticle verticle = new HospitalVerticle(hospital, work, onlookers(), definitionChanged);
        Future<String> deployed = vertx.deployVerticle(verticle);
        writing.put(hospital, new Writing(verticle, deployed));
        var unused = deployed.onFailure(failure -> {
            LOG.warn("No writer for {} yet: {}", hospital, failure.getClass().getSimpleName());
            boolean removed =
                    writing.entrySet().removeIf(entry -> entry.getValue().verticle() == verticle);
            long timer = vertx.setTimer(1_000, tick -> {
                if (removed && isMine(hospital) && !writing.containsKey(hospital)) {
                    owned(hospital);
                }
            });
        });
    }

    @Override
    public void handedOver(String hospital) {
        var unused = layDown(hospital);
    }

    @Override
    public void rowsLost(String hospital) {
        HospitalVerticle verticle = of(hospital);
        if (verticle != null) {
            verticle.refill();
        }
    }

    /** Undeploys the hospital's writer; done when it has ended. */
    Future<Void> layDown(String hospital) {
        Writing here = writing.remove(hospital);
        return here == null
                ? Future.succeededFuture()
                : here.deployed().compose(vertx::undeploy).otherwiseEmpty();
    }

    private boolean isMine(String hospital) {
        HospitalOwners watched = owners;
        return watched != null && watched.isMine(hospital);
    }

    private Onlookers onlookers() {
        Onlookers told = onlookers;
        if (told == null) {
            throw new IllegalStateException("not open");
        }
        return told;
    }
}
