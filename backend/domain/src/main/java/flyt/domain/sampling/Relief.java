package flyt.domain.sampling;

import flyt.domain.event.StaffKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Phlebotomists who are to help at another station while its queue is long.
 *
 * @param staff how many
 * @param proposedAt when the queue's alert called for it
 * @param answeredAt when somebody said yes or no; null: nobody has
 * @param by who did, where that is known
 */
public record Relief(
        StationId from,
        StationId to,
        int staff,
        Instant proposedAt,
        Answer answer,
        @Nullable Instant answeredAt,
        @Nullable StaffKey by) {
    /** So many help where a queue is long: with two the waits are short again, one is half a help (domain 2.10). */
    static final int HELPERS = 2;

    /** What became of the proposal. */
    public enum Answer {
        OPEN,
        ACCEPTED,
        DECLINED
    }

    Relief answered(boolean accepted, Instant at, @Nullable StaffKey who) {
        return new Relief(from, to, staff, proposedAt, accepted ? Answer.ACCEPTED : Answer.DECLINED, at, who);
    }
}
