package flyt.domain.alert;

import flyt.domain.event.EventHeader;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An early-warning score as another system reported it; this system computes none.
 *
 * @param scale {@code NEWS2}, or the name of what is used instead
 * @param score 0 to 20, or null when the set was incomplete
 * @param singleThree whether one parameter alone scored 3
 * @param dueAt when it is to be measured again
 * @param teamToldAt when the rapid response team was told, or null
 * @param notApplicable whether NEWS2 does not apply: under 16 years, or pregnant
 */
public record Score(
        String scale,
        @Nullable Integer score,
        boolean singleThree,
        @Nullable Instant dueAt,
        @Nullable Instant teamToldAt,
        boolean notApplicable,
        EventHeader told) {

    /** When it was measured. */
    public Instant measuredAt() {
        return told.effectiveAt();
    }
}
