package flyt.runtime;

import flyt.domain.event.MessageKey;
import flyt.domain.place.BedId;
import flyt.domain.place.RoomId;
import flyt.domain.place.WardId;
import flyt.domain.stay.PatientClass;
import flyt.domain.stay.PatientKey;
import flyt.domain.stay.StayFact;
import flyt.domain.stay.StayId;
import flyt.domain.stay.StayStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stay and everything told about it; who the patient is, is not in it.
 *
 * @param visit the visit number that counts after merges
 * @param patient the key that counts after merges, or null when nobody said whose stay it is
 * @param placements where the patient was, in order of time
 * @param facts in the journal's order
 */
public record StayHistory(
        StayId visit,
        @Nullable PatientKey patient,
        StayStatus status,
        @Nullable PatientClass patientClass,
        @Nullable WardId responsibleWard,
        List<Placement> placements,
        List<Fact> facts) {
    public StayHistory {
        placements = List.copyOf(placements);
        facts = List.copyOf(facts);
    }

    /** The wards that have to do with it: the one that is responsible, and where the patient is or was last. */
    public List<WardId> wardsNow() {
        List<WardId> wards = new ArrayList<>();
        if (responsibleWard != null) {
            wards.add(responsibleWard);
        }
        if (!placements.isEmpty()) {
            wards.add(placements.get(placements.size() - 1).ward());
        }
        return wards;
    }

    /**
     * A stretch of time in one place.
     *
     * @param room of the bed, where the definition knows it
     * @param bed null: without a bed
     * @param to null while the patient is there
     * @param type name of the event type that began it
     */
    public record Placement(
            WardId ward,
            @Nullable RoomId room,
            @Nullable BedId bed,
            Instant from,
            @Nullable Instant to,
            String type,
            MessageKey by) {}

    /**
     * One fact.
     *
     * @param type name of the event type
     * @param cancelledBy number of the fact that took it back, or null while it holds
     * @param fact what was told
     */
    public record Fact(
            String type,
            Instant occurredAt,
            Instant recordedAt,
            MessageKey message,
            long seq,
            @Nullable Long cancelledBy,
            StayFact fact) {}
}
