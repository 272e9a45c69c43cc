package flyt.domain.event;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When, by which message and by whom something was told.
 *
 * @param occurredAt when it happened, UTC, whole milliseconds, as the sender says (EVN-6, else EVN-2)
 * @param recordedAt when this system took it, hospital time; never goes backwards within a hospital
 * @param message the message that told it; what follows from it carries the same
 * @param actor who did it, where known
 */
public record EventHeader(Instant occurredAt, Instant recordedAt, MessageKey message, @Nullable StaffKey actor) {

    public EventHeader {
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MILLIS);
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** How far ahead of hospital time an {@code occurredAt} may lie before it is taken as "now". */
    public static final Duration FUTURE_TOLERANCE = Duration.ofMinutes(5);

    /** Whether the sender dates this further into the future than clocks differ. */
    public boolean inTheFuture() {
        return occurredAt.isAfter(recordedAt.plus(FUTURE_TOLERANCE));
    }

    /** The time that counts: {@code occurredAt}, or {@code recordedAt} where that lies in the future. */
    public Instant effectiveAt() {
        return inTheFuture() ? recordedAt : occurredAt;
    }

    /** The same message and recording, about another moment. */
    public EventHeader at(Instant moment) {
        return new EventHeader(moment, recordedAt, message, actor);
    }
}
