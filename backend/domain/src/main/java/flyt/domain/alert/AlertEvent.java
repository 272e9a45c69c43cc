package flyt.domain.alert;

import flyt.domain.event.Event;
import flyt.domain.event.EventHeader;
import flyt.domain.stay.StayId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What warns about a patient. */
public sealed interface AlertEvent extends Event {

    /** The scores after this event. */
    Scores applyTo(Scores scores, EventHeader header);

    /** An early-warning score was reported. ORU^R01. Fields as in {@link Score}. */
    record EarlyWarningReported(
            StayId stay,
            String scale,
            @Nullable Integer score,
            boolean singleParameterThree,
            @Nullable Instant dueAt,
            @Nullable Instant teamToldAt,
            boolean notApplicable)
            implements AlertEvent {
        @Override
        public Scores applyTo(Scores scores, EventHeader header) {
            return scores.with(
                    stay, new Score(scale, score, singleParameterThree, dueAt, teamToldAt, notApplicable, header));
        }
    }
}
