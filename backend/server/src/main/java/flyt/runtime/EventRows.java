package flyt.runtime;

import flyt.domain.event.EventHeader;
import flyt.domain.event.Recorded;
import flyt.journal.EventCodec;
import flyt.journal.EventRow;

/** Events as rows of the journal. */
public record EventRows(EventCodec codec) {

    /** The row of an event. {@code seq}: its number in the hospital, from 1. */
    public EventRow row(long seq, Recorded recorded) {
        EventHeader header = recorded.header();
        return new EventRow(
                seq,
                header.recordedAt(),
                header.occurredAt(),
                codec.type(recorded.event()),
                header.message().source().value(),
                header.message().id(),
                header.actor() == null ? null : header.actor().value(),
                StayOf.event(recorded.event()),
                codec.encode(recorded.event()));
    }
}
