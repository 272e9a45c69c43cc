package flyt.domain.placement;

import flyt.domain.place.BedId;
import flyt.domain.place.HospitalDefinition.RoomFeature;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.place.WardId;
import flyt.domain.stay.StayId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a bed has to give to whoever looks for one.
 *
 * @param inWard where it stands
 * @param extra whether the place is not in the plan
 * @param bedsInRoom 1 in a single room; 0 for a place that is in no room
 * @param readyAt when it can be taken, where that is known; null of one that is ready now
 * @param keptFor to whom it is promised, or who is expected in it; null: nobody
 * @param reserved whether it is promised, to whomever or for whatever
 * @param neighbourIsolated whether somebody in the room must be kept apart from others
 * @param sexes of those in the room, as far as anybody said
 * @param strangers whether somebody is in the room of whom nobody said
 * @param around who is cared for in the cluster besides
 */
public record Offer(
        BedId bed,
        Ward inWard,
        boolean extra,
        List<RoomFeature> features,
        int bedsInRoom,
        Standing standing,
        @Nullable Instant readyAt,
        boolean closed,
        boolean reserved,
        @Nullable StayId keptFor,
        boolean neighbourIsolated,
        SortedSet<Sex> sexes,
        boolean strangers,
        Around around) {

    /** How far a bed is from being free, nearest first. */
    public enum Standing {
        READY,
        NOT_MADE,
        BEING_CLEANED,
        WAITING_CLEANING,
        AIR_CHANGE,
        /** Whoever lies there leaves today. */
        LEAVING,
        OCCUPIED
    }

    /**
     * Who is cared for in the other beds of a cluster (tun), as far as it is known now.
     *
     * @param stays who lie there, or are promised a bed there
     * @param cluster how much care that is
     * @param ward how much care there is in the whole ward
     * @param mostPerNurse the care weight that a nurse should have at most, as the hospital says
     */
    public record Around(SortedSet<StayId> stays, Load cluster, Load ward, int mostPerNurse) {
        /** Nobody known: of a place in no cluster. */
        public static final Around NOBODY = new Around(new TreeSet<>(), new Load(0, 0), new Load(0, 0), 0);

        public Around {
            stays = Collections.unmodifiableSortedSet(new TreeSet<>(stays));
        }
    }

    /** The sum of care weights, and how many nurses are responsible; 0: nobody said who. */
    public record Load(int careWeight, int nurses) {
        double perNurse(int more) {
            return nurses == 0 ? 0 : (double) (careWeight + more) / nurses;
        }
    }

    public Offer {
        features = List.copyOf(features);
        sexes = Collections.unmodifiableSortedSet(new TreeSet<>(sexes));
    }

    /** The ward it stands in. */
    public WardId ward() {
        return inWard.id();
    }

    boolean has(RoomFeature feature) {
        return features.contains(feature);
    }

    /** The same bed if it were promised to nobody. */
    public Offer unpromised() {
        return new Offer(
                bed,
                inWard,
                extra,
                features,
                bedsInRoom,
                standing,
                readyAt,
                closed,
                false,
                null,
                neighbourIsolated,
                sexes,
                strangers,
                around);
    }

    /** The same bed if it were ready now. */
    public Offer ready() {
        return new Offer(
                bed,
                inWard,
                extra,
                features,
                bedsInRoom,
                Standing.READY,
                null,
                closed,
                reserved,
                keptFor,
                neighbourIsolated,
                sexes,
                strangers,
                around);
    }
}
