package flyt.domain.stay;

import flyt.domain.event.MessageKey;
import flyt.domain.place.BedId;
import flyt.domain.place.Place;
import flyt.domain.place.WardId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the facts about a stay add up to: where the patient is and was, who is responsible, what is expected. Made by {@link
 * CourseFold}, never changed.
 *
 * @param kind what tells it from an ordinary one where patients are counted
 * @param admittedAt when the stay began, or null before it has
 * @param endedAt when it was discharged, or null
 * @param placements where the patient was placed, in order; the last has no end while the stay goes on
 * @param holdings the beds the patient physically holds: the present one, and those not yet left
 * @param departures the beds the patient physically left, in order
 * @param incoming where the patient is expected next, or null
 * @param away out of the bed for a while, or null
 * @param cancelledNothing cancellations that found nothing to cancel (yet)
 * @param expectedOn the day of leaving that shows, a system's or a hand's, as isolation is too
 * @param movedAfterEnd the last movement told of a time after the stay had ended, or null; it moved nobody
 * @param byHand what was said by hand
 */
public record Course(
        StayId stay,
        StayStatus status,
        boolean known,
        @Nullable PatientKey patient,
        @Nullable PatientClass patientClass,
        StayKind kind,
        @Nullable WardId responsibleWard,
        @Nullable Instant admittedAt,
        @Nullable Instant endedAt,
        @Nullable Disposition disposition,
        List<Placement> placements,
        SortedMap<BedId, Holding> holdings,
        List<Departure> departures,
        @Nullable Incoming incoming,
        @Nullable Away away,
        @Nullable LocalDate expectedOn,
        @Nullable Instant expectedAt,
        Readiness readiness,
        @Nullable Isolation isolation,
        SortedMap<Milestone.Kind, Milestone> milestones,
        List<MessageKey> cancelledNothing,
        @Nullable MovedAfterEnd movedAfterEnd,
        HandWords byHand) {

    public Course {
        placements = List.copyOf(placements);
        departures = List.copyOf(departures);
        holdings = Collections.unmodifiableSortedMap(new TreeMap<>(holdings));
        milestones = Collections.unmodifiableSortedMap(new TreeMap<>(milestones));
        cancelledNothing = List.copyOf(cancelledNothing);
    }

    /** A stretch of time in one place, and the message that began it. */
    public record Placement(Place place, Instant from, @Nullable Instant to, MessageKey by, FactKind kind) {}

    /** Why a stay holds a bed: the patient is placed there, or has officially gone but not yet left the room. */
    public enum HoldReason {
        PLACED,
        TRANSFERRED,
        DISCHARGED,
        DIED
    }

    /**
     * A bed that is physically held.
     *
     * @param since since when for this reason
     * @param cause the movement behind it
     */
    public record Holding(Instant since, HoldReason reason, MessageKey cause) {

        /** Whether the room waits for somebody to say that the patient has left it. */
        public boolean lingers() {
            return reason != HoldReason.PLACED;
        }
    }

    /** A bed was physically left, with the isolation the patient had then: it passes on to the room (domain 3.6). */
    public record Departure(BedId bed, Instant at, @Nullable Isolation isolation) {}

    /** Where a patient is expected. {@code from}: the ward they come from, or null for home. */
    public record Incoming(Place place, @Nullable Instant at, @Nullable WardId from) {}

    /** Out of the bed for a while. {@code destination}: null for a leave. */
    public record Away(boolean leave, @Nullable String destination, Instant since, @Nullable Instant expectedBackAt) {}

    /**
     * A movement of a patient who had been discharged by then: it or the discharge is wrong.
     *
     * @param by the message that told it
     * @param discharges the messages that had ended the stay before
     */
    public record MovedAfterEnd(Instant at, MessageKey by, List<MessageKey> discharges) {
        public MovedAfterEnd {
            discharges = List.copyOf(discharges);
        }
    }

    /** Whether the patient is in the house, or on leave from it. */
    public boolean inHouse() {
        return status == StayStatus.IN_PROGRESS || status == StayStatus.ON_HOLD;
    }

    /** Where the patient is placed now, or null. */
    public @Nullable Place place() {
        return inHouse() && !placements.isEmpty()
                ? placements.get(placements.size() - 1).place()
                : null;
    }

    /** The ward the patient lies in while another one is responsible, or null when there is no difference. */
    public @Nullable WardId outlierIn() {
        Place now = place();
        return now != null && responsibleWard != null && !responsibleWard.equals(now.ward()) ? now.ward() : null;
    }
}
