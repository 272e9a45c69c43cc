package flyt.domain.undo;

import flyt.domain.bed.BedEvent.ReportedStatus;
import flyt.domain.event.MessageKey;
import flyt.domain.undo.Change.Before;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The latest status that another system reported of a bed.
 *
 * @param message that told it
 * @param at when it was so
 * @param before the bed as it was before it; null: something else has happened to the bed since, so it is not put back
 */
public record StatusReport(MessageKey message, Instant at, ReportedStatus status, @Nullable Before before) {

    StatusReport overtaken() {
        return new StatusReport(message, at, status, null);
    }
}
