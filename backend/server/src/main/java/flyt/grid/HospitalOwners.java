package flyt.grid;

import com.hazelcast.cluster.Member;
import com.hazelcast.cluster.MembershipAdapter;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.map.IMap;
import com.hazelcast.map.listener.EntryMergedListener;
import com.hazelcast.partition.MigrationListener;
import com.hazelcast.partition.MigrationState;
import com.hazelcast.partition.PartitionService;
import com.hazelcast.partition.ReplicaMigrationEvent;
import io.vertx.core.Context;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Which member owns a hospital: the one that owns the partition of its id. It alone runs the hospital's writer.
 *
 * <p>An owner learns of its duty by comparing what it last knew with the table of partitions, at each hint of a change and
 * a few times a second: a hint that is lost or comes early changes nothing. Two members may both think for a moment that
 * they own a hospital; the journal's fence lets only one write.
 *
 * <p>Thread: listeners are called on one Vert.x context, one at a time, each change once.
 */
public final class HospitalOwners {
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    /** Told when this member's duties change. */
    public interface Listener {
        /** This member owns the hospital from now on. */
        void owned(String hospital);

        /** Another member owns it from now on. */
        void handedOver(String hospital);

        /**
         * This member owns the hospital, and its rows in the grid are not to be trusted: they were lost with the members
         * that held them, or mixed with those of the other half of a grid that was split. Fill them in again.
         */
        void rowsLost(String hospital);
    }

    private final Grid grid;
    private final PartitionService partitions;
    private final Listener listener;
    private final Context context;
    private final AtomicBoolean lookDue = new AtomicBoolean();
    private final UUID onMigration;
    private final UUID onLost;
    private final UUID onMembers;
    private final UUID onMerged;
    private final long timer;

    /** Hospitals of which rows came in from the other half of a split grid since the last look. */
    private final Set<String> mixed = ConcurrentHashMap.newKeySet();

    /** Hospitals watched, and whether they are this member's own. Touched on the context only. */
    private final Map<String, Boolean> mine = new TreeMap<>();

    /** Starts looking; nothing is watched yet. */
    public HospitalOwners(Grid grid, Listener listener) {
        this.grid = grid;
        this.partitions = grid.hazelcast().getPartitionService();
        this.listener = listener;
        this.context = grid.vertx().getOrCreateContext();
        this.onMigration = partitions.addMigrationListener(new OnMigration());
        this.onLost = partitions.addPartitionLostListener(lost -> {
            if (lost.getLostBackupCount() >= GridConfig.BACKUPS) {
                onLost(lost.getPartitionId());
            }
        });
        this.onMembers = grid.hazelcast().getCluster().addMembershipListener(new OnMembers());
        // with no row here, one that was dropped long ago comes back from the other half: no tombstone lives for ever
        this.onMerged = rows().addLocalEntryListener((EntryMergedListener<RowKey, RowValue>)
                entry -> mixed.add(entry.getKey().getPartitionKey()));
        this.timer = grid.vertx().setPeriodic(LOOK_EVERY.toMillis(), each -> look());
    }

    /** Starts watching a hospital; when it is this member's own the listener is told soon after. */
    public void watch(String hospital) {
        context.runOnContext(now -> {
            mine.putIfAbsent(hospital, false);
            compare();
        });
    }

    /** Stops looking; to be called before the grid is stopped. The listener is not told that its duties end. */
    public void stop() {
        var unused = grid.vertx().cancelTimer(timer);
        partitions.removeMigrationListener(onMigration);
        partitions.removePartitionLostListener(onLost);
        grid.hazelcast().getCluster().removeMembershipListener(onMembers);
        rows().removeEntryListener(onMerged);
        context.runOnContext(now -> mine.clear());
    }

    /** The {@link Grid#memberId()} of the owner; empty for a moment while the grid deals out its partitions. */
    public Optional<String> ownerOf(String hospital) {
        Member owner = partitions.getPartition(hospital).getOwner();
        return owner == null ? Optional.empty() : Optional.of(Grid.id(owner));
    }

    /** Whether this member owns the hospital now. */
    public boolean isMine(String hospital) {
        return ownerOf(hospital).filter(grid.memberId()::equals).isPresent();
    }

    private void look() {
        if (lookDue.compareAndSet(false, true)) {
            context.runOnContext(now -> {
                lookDue.set(false);
                compare();
            });
        }
    }

    private void compare() {
        if (!grid.hazelcast().getLifecycleService().isRunning()) {
            return;
        }
        for (Map.Entry<String, Boolean> entry : mine.entrySet()) {
            Optional<String> owner = ownerOf(entry.getKey());
            boolean isMine = owner.filter(grid.memberId()::equals).isPresent();
            if (owner.isPresent() && isMine != entry.getValue()) {
                entry.setValue(isMine);
                tell(entry.getKey(), isMine);
            }
            if (mixed.remove(entry.getKey()) && isMine) {
                listener.rowsLost(entry.getKey());
            }
        }
    }

    private IMap<RowKey, RowValue> rows() {
        return grid.hazelcast().getMap(GridConfig.ROWS);
    }

    private void tell(String hospital, boolean isMine) {
        if (isMine) {
            listener.owned(hospital);
        } else {
            listener.handedOver(hospital);
        }
    }

    private void onLost(int partition) {
        context.runOnContext(now -> {
            compare();
            mine.forEach((hospital, isMine) -> {
                if (isMine && partitions.getPartition(hospital).getPartitionId() == partition) {
                    listener.rowsLost(hospital);
                }
            });
        });
    }

    private final class OnMembers extends MembershipAdapter {
        @Override
        public void memberAdded(MembershipEvent event) {
            look();
        }

        @Override
        public void memberRemoved(MembershipEvent event) {
            look();
        }
    }

    private final class OnMigration implements MigrationListener {
        @Override
        public void migrationStarted(MigrationState state) {}

        @Override
        public void migrationFinished(MigrationState state) {
            look();
        }

        @Override
        public void replicaMigrationCompleted(ReplicaMigrationEvent event) {
            look();
        }

        @Override
        public void replicaMigrationFailed(ReplicaMigrationEvent event) {
            look();
        }
    }
}
