package flyt.runtime;

import flyt.domain.Decision.Refusal;
import flyt.domain.Decision.Warning;
import flyt.domain.event.StaffKey;
import flyt.domain.task.TaskId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of one submission. */
public sealed interface Answer {

    /**
     * Taken, and on disk.
     *
     * @param seq number of the last event in the hospital's journal that it made, or after which it made none
     */
    record Accepted(long seq, List<Warning> warnings) implements Answer {
        public Accepted {
            warnings = List.copyOf(warnings);
        }
    }

    /** Taken before. {@code seq}: the number that the first one got. */
    record Repeated(long seq) implements Answer {}

    /**
     * Not taken; only wishes are refused.
     *
     * @param task another one that stands in the way, or null
     * @param by who was first, or null
     */
    record Refused(Refusal reason, @Nullable TaskId task, @Nullable StaffKey by) implements Answer {
        /** Nothing else stands in the way. */
        public Refused(Refusal reason) {
            this(reason, null, null);
        }
    }
}
