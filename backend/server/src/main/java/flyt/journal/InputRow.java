package flyt.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The first outcome of one input.
 *
 * @param outcome JSON text, as the caller wants to answer a repeat with
 * @param seq number of its last event; null when it made none
 * @param recordedAt hospital time, to the microsecond
 */
public record InputRow(InputKey key, String outcome, @Nullable Long seq, Instant recordedAt) {
    public InputRow {
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
    }
}
