package flyt.simulator.hospital;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A bed place and what is in it. Changes that cannot be (a patient into a dirty, closed or taken bed) are refused
 * with an {@link IllegalStateException}: they would be faults of the simulation.
 */
public final class Bed {

    private final String id;
    private final Ward ward;
    final String cluster;
    private final @Nullable String extra;
    private final String room;
    private final Set<String> features;
    private final boolean sharedRoom;

    private Use use = Use.READY;
    private @Nullable Stay occupant;
    private @Nullable String closedBecause;

    @Nullable
    Stay promisedTo;

    @Nullable
    CleaningJob job;

    Bed(String id, Ward ward, String cluster, Plan.@Nullable RoomPlan room, @Nullable String extra) {
        this.id = id;
        this.ward = ward;
        this.cluster = cluster;
        this.extra = extra;
        this.room = room == null ? id : room.id();
        this.features = room == null ? Set.of() : room.features();
        this.sharedRoom = room != null && room.beds().size() > 1;
    }

    public String id() {
        return id;
    }

    public Ward ward() {
        return ward;
    }

    public String room() {
        return room;
    }

    /** Its tun; empty for a place that is not in the plan. */
    public String cluster() {
        return cluster;
    }

    /** True for a place that is not in the plan: corridor, day room, doubled room. */
    public boolean isExtra() {
        return extra != null;
    }

    public Use use() {
        return use;
    }

    public @Nullable Stay occupant() {
        return occupant;
    }

    /** Why it is closed, or null when it is open. */
    public @Nullable String closedBecause() {
        return closedBecause;
    }

    /** What cleaning it waits for or gets, or null. */
    public @Nullable CleaningJob job() {
        return job;
    }

    /** Whom it is kept for, or null. */
    public @Nullable Stay promisedTo() {
        return promisedTo;
    }

    /** Ready, open and promised to nobody. */
    public boolean free() {
        return standsReady() && promisedTo == null;
    }

    /** In the plan, open, and promised to nobody, though it may have to be cleaned first. */
    boolean soonFree() {
        return extra == null && occupant == null && closedBecause == null && promisedTo == null;
    }

    /** Ready and open, whoever it is kept for. */
    boolean standsReady() {
        return use == Use.READY && closedBecause == null;
    }

    /** Whether it can be kept for this patient, though another one may have to leave it first. */
    boolean canBePromisedTo(Stay stay) {
        return closedBecause == null && occupant != stay && (promisedTo == null || promisedTo == stay);
    }

    /** Whether a patient under this isolation may lie here. */
    boolean suits(@Nullable Isolation isolation) {
        if (isolation == null) {
            return true;
        }
        if (isolation == Isolation.AIRBORNE) {
            return features.contains("negative-pressure");
        }
        return extra == null && !sharedRoom;
    }

    boolean specialRoom() {
        return features.contains("negative-pressure") || features.contains("positive-pressure");
    }

    void take(Stay stay) {
        if (use != Use.READY || closedBecause != null || (promisedTo != null && promisedTo != stay)) {
            throw new IllegalStateException(stay.visit() + " cannot take " + id + ", which is " + use);
        }
        use = Use.OCCUPIED;
        occupant = stay;
        promisedTo = null;
    }

    /** The occupant changes places with another: the bed stays in use. */
    void exchange(Stay other) {
        if (occupant == null) {
            throw new IllegalStateException(id + " has nobody to exchange");
        }
        occupant = other;
    }

    void hold(boolean away) {
        if (occupant == null) {
            throw new IllegalStateException(id + " has nobody to hold it for");
        }
        use = away ? Use.HELD : Use.OCCUPIED;
    }

    /** The occupant is gone for good. */
    void leave() {
        if (occupant == null) {
            throw new IllegalStateException("nobody is in " + id);
        }
        occupant = null;
        use = Use.WAITING_CLEANING;
    }

    void become(Use next) {
        if (occupant != null) {
            throw new IllegalStateException(id + " is taken and cannot become " + next);
        }
        use = next;
    }

    void close(String reason) {
        if (!free()) {
            throw new IllegalStateException(id + " is not free to be closed");
        }
        closedBecause = reason;
    }

    void open() {
        closedBecause = null;
    }
}
