package flyt.domain.lab;

import flyt.domain.event.Event;
import flyt.domain.event.EventHeader;
import flyt.domain.event.MessageKey;
import flyt.domain.stay.StayId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to laboratory orders. */
public sealed interface LabEvent extends Event {

    StayId stay();

    OrderId order();

    /** The laboratory orders after this event. */
    Labs applyTo(Labs labs, EventHeader header);

    /** An order, a specimen or an answer reached a new state. ORM, OML, ORU: ORC-2, OBR-25, OBX-8, OBX-11. */
    record LabStatusReported(
            StayId stay, OrderId order, LabStatus status, boolean critical, boolean urgent, @Nullable Instant plannedAt)
            implements LabEvent {
        @Override
        public Labs applyTo(Labs labs, EventHeader header) {
            return labs.with(this, header);
        }
    }

    /**
     * A report about an order was a mistake; it counts no more, and never will if it comes only now.
     *
     * @param cancels the message that told it
     */
    record LabReportCancelled(StayId stay, OrderId order, MessageKey cancels) implements LabEvent {
        @Override
        public Labs applyTo(Labs labs, EventHeader header) {
            return labs.with(this, header);
        }
    }
}
