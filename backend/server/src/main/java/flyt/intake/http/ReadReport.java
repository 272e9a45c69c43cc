package flyt.intake.http;

import flyt.access.Deed;
import flyt.domain.Input;
import flyt.domain.event.Source;
import flyt.domain.stay.StayFact.FactCancelled;
import flyt.journal.EventTypes;
import flyt.runtime.Submission;
import org.jspecify.annotations.Nullable;

/** A report that could be read. */
public sealed interface ReadReport {

    /** The type's name, for figures. */
    String type();

    /** The sender's id, for the answer. */
    String messageId();

    /** In whose name it is. */
    Source source();

    /** What telling it is; null: nothing that needs a permission of its own. */
    @Nullable
    Deed deed();

    /** A fact to tell the hospital. */
    record Fact(String type, String messageId, Submission submission) implements ReadReport {
        @Override
        public Source source() {
            return submission.input().message().source();
        }

        /** To take something back is what it was to say it. */
        @Override
        public @Nullable Deed deed() {
            return submission.input() instanceof Input.Report report && report.fact() instanceof FactCancelled cancel
                    ? Deed.ofReport(EventTypes.of(cancel.cancelsKind()))
                    : Deed.ofReport(type);
        }
    }

    /** A sign of life: {@code FeedAlive}. */
    record Alive(String type, String messageId, Source source) implements ReadReport {
        @Override
        public @Nullable Deed deed() {
            return null;
        }
    }
}
