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
        boolean strangers) {

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

    public Offer {
        features = List.copyOf(features);
        sexes = Collections.unmodifiableSortedSet(new TreeSet<>(sexes));
    }

    /** The ward it stands in. */
    public WardId ward() {
        return inWard.id();
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
                strangers);
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
                strangers);
    }
}
