package flyt.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One row of the journal.
 *
 * <p>Times are kept to the microsecond; a finer part is cut off here, so that what is read equals
 * what was written.
 *
 * @param seq place in the hospital's order, from 1, without gaps
 * @param recordedAt hospital time of recording; never goes back along {@code seq}
 * @param occurredAt when it happened
 * @param type stable name of the event type
 * @param source the sending system
 * @param messageId the sender's id of the message that made the event
 * @param actor opaque key of the person who did it
 * @param stay opaque key of the stay it is about
 * @param body JSON text; comes back with other spacing and order of fields than it went in
 */
public record EventRow(
        long seq,
        Instant recordedAt,
        Instant occurredAt,
        String type,
        String source,
        String messageId,
        @Nullable String actor,
        @Nullable String stay,
        String body) {
    public EventRow {
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
    }
}
