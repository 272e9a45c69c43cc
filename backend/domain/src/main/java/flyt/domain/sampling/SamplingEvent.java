package flyt.domain.sampling;

import flyt.domain.event.Event;
import flyt.domain.event.EventHeader;
import flyt.domain.sampling.Relief.Answer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What happens in the queues for blood samples, and to those who could help there. */
public sealed interface SamplingEvent extends Event {

    /** The queues after this event. */
    Sampling applyTo(Sampling sampling, EventHeader header);

    /** Somebody began to wait. Told by the queue's system; an {@code arrived} of its appointments. */
    record SamplingAwaited(StationId station, TicketId ticket) implements SamplingEvent {
        @Override
        public Sampling applyTo(Sampling sampling, EventHeader header) {
            return sampling.with(station, header.recordedAt(), queue -> queue.joined(ticket, header.effectiveAt()));
        }
    }

    /** A wait is over. {@code drawn}: a sample is taken now, or else the person went away without. */
    record SamplingWaitEnded(StationId station, TicketId ticket, boolean drawn) implements SamplingEvent {
        @Override
        public Sampling applyTo(Sampling sampling, EventHeader header) {
            return sampling.with(
                    station, header.recordedAt(), queue -> queue.ended(ticket, header.effectiveAt(), drawn));
        }
    }

    /** How many draw blood at a station now, or could if they were asked to. Told by the roster; those who help elsewhere count here. */
    record SamplingStaffReported(StationId station, int staff) implements SamplingEvent {
        @Override
        public Sampling applyTo(Sampling sampling, EventHeader header) {
            return sampling.with(station, header.recordedAt(), queue -> queue.staffed(staff));
        }
    }

    /** A queue is long enough for an alert, and somebody could come to help. */
    record ReliefProposed(StationId from, StationId to, int staff) implements SamplingEvent {
        @Override
        public Sampling applyTo(Sampling sampling, EventHeader header) {
            return sampling.with(new Relief(from, to, staff, header.recordedAt(), Answer.OPEN, null, null));
        }
    }

    /** Somebody has decided whether they go. {@code reason}: a key, the words are stored apart from the journal. */
    record ReliefAnswered(boolean accepted, @Nullable String reason) implements SamplingEvent {
        @Override
        public Sampling applyTo(Sampling sampling, EventHeader header) {
            Relief open = Objects.requireNonNull(sampling.relief());
            return sampling.with(open.answered(accepted, header.effectiveAt(), header.actor()));
        }
    }

    /** The queue is short again: whoever helps goes back, and what was proposed is so no more. */
    record ReliefEnded() implements SamplingEvent {
        @Override
        public Sampling applyTo(Sampling sampling, EventHeader header) {
            return sampling.with((Relief) null);
        }
    }
}
