package flyt.domain.stay;

import flyt.domain.lab.OrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing a discharge waits for, as last told.
 *
 * @param since when its state was told to have begun
 * @param dueAt when it is expected, where known
 * @param order the laboratory order it waits for, where it is one
 */
public record Milestone(Kind kind, State state, Instant since, @Nullable Instant dueAt, @Nullable OrderId order) {

    /** What a discharge can wait for, in the order in which a board names them (domain 2.5). */
    public enum Kind {
        LAB,
        IMAGING,
        ROUND,
        LETTER,
        MEDICINES,
        TRANSPORT,
        MUNICIPALITY,
        RELATIVES
    }

    /** Only the doctor's yes closes a milestone; an answer alone does not. */
    public enum State {
        WAITING,
        ANSWER_READY,
        CLOSED
    }
}
