package flyt.domain.duty;

import flyt.domain.event.Event;
import flyt.domain.event.EventHeader;
import flyt.domain.event.StaffKey;
import flyt.domain.priority.Team;
import java.time.Instant;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a coordinator tells people on duty, and whether it was read. */
public sealed interface MessageEvent extends Event {

    MessageId message();

    /** Who is on duty, and what they are told, after this event. */
    Duties applyTo(Duties duties, EventHeader header);

    /**
     * A coordinator told people on duty something.
     *
     * @param zone of whom; null: of all zones
     * @param worker for whom alone, or null
     * @param text a key; the words are stored apart from the journal
     */
    record MessageSent(
            MessageId message, Team team, @Nullable String zone, @Nullable StaffKey worker, String text, Instant until)
            implements MessageEvent {
        @Override
        public Duties applyTo(Duties duties, EventHeader header) {
            return duties.with(new Message(
                    message, team, zone, worker, text, header.actor(), header.effectiveAt(), until, new TreeSet<>()));
        }
    }

    /** Somebody on duty has read it. */
    record MessageRead(MessageId message, StaffKey worker) implements MessageEvent {
        @Override
        public Duties applyTo(Duties duties, EventHeader header) {
            return duties.changed(message, known -> known.readBy(worker));
        }
    }

    /** It stands no longer: its time is over, or a coordinator took it away. */
    record MessageEnded(MessageId message) implements MessageEvent {
        @Override
        public Duties applyTo(Duties duties, EventHeader header) {
            return duties.without(message);
        }
    }
}
