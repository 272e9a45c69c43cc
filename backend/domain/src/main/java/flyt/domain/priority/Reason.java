package flyt.domain.priority;

import java.time.Instant;

/**
 * Why a task stands where it stands; the screen has a sentence for each cause.
 *
 * @param at the moment that belongs to the cause
 */
public record Reason(Cause cause, Instant at) implements Comparable<Reason> {

    @Override
    public int compareTo(Reason other) {
        int byCause = cause.compareTo(other.cause);
        return byCause != 0 ? byCause : at.compareTo(other.at);
    }
}
