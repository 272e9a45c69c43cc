package flyt.simulator.hospital;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ward with its beds, in order of place, and its corridor places. */
public final class Ward {

    private final Plan.WardPlan plan;
    final List<Bed> beds = new ArrayList<>();
    final List<Bed> extraPlaces = new ArrayList<>();
    final @Nullable WardProfile profile;

    Ward(Plan.WardPlan plan, @Nullable WardProfile profile) {
        this.plan = plan;
        this.profile = profile;
        for (Plan.ClusterPlan cluster : plan.clusters()) {
            for (Plan.RoomPlan room : cluster.rooms()) {
                for (String bed : room.beds()) {
                    beds.add(new Bed(bed, this, cluster.id(), room, null));
                }
            }
        }
        for (Plan.ExtraPlan extra : plan.extraPlaces()) {
            extraPlaces.add(new Bed(extra.id(), this, "", null, extra.kind()));
        }
    }

    public String id() {
        return plan.id();
    }

    public boolean inOccupancy() {
        return plan.inOccupancy();
    }

    public List<Bed> beds() {
        return beds;
    }

    public List<Bed> extraPlaces() {
        return extraPlaces;
    }

    String zone() {
        return plan.zone();
    }

    List<Plan.ClusterPlan> clusters() {
        return plan.clusters();
    }

    boolean emergency() {
        return plan.kind().equals("emergency");
    }

    /** The numbers of this ward; only for wards that patients are admitted to. */
    WardProfile numbers() {
        if (profile == null) {
            throw new IllegalStateException("no numbers for ward " + id());
        }
        return profile;
    }

    long readyBeds() {
        long count = 0;
        for (Bed bed : beds) {
            count += bed.free() ? 1 : 0;
        }
        return count;
    }
}
