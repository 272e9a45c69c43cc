package flyt.access.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the access log.
 *
 * @param hospital null: all, and what is about none
 * @param visit who saw this patient; needs a hospital
 * @param person what they saw: id of an account, a screen or a client, or the whole name of that time
 * @param from not what ended before; null: since ever
 * @param to not what began at it or later; null: until now
 * @param after id of the last line that the asker has; 0: none yet
 * @param limit lines of the answer, 1 to {@value #LIMIT_MAX}
 */
public record LogQuestion(
        @Nullable String hospital,
        @Nullable String visit,
        @Nullable String person,
        @Nullable Instant from,
        @Nullable Instant to,
        long after,
        int limit) {
    /** The most lines of one answer. */
    public static final int LIMIT_MAX = 1_000;

    public LogQuestion {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new IllegalArgumentException("limit must be 1 to " + LIMIT_MAX);
        }
        if (visit != null && hospital == null) {
            throw new IllegalArgumentException("a visit belongs to a hospital");
        }
    }

    /** The same, going on after this line. */
    public LogQuestion after(long line) {
        return new LogQuestion(hospital, visit, person, from, to, line, limit);
    }
}
