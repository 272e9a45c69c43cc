package flyt.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something in the log of alerts.
 *
 * @param what a rule, a level, an action; of rules their name and version, of help where from and to
 * @param ward null: of the whole hospital
 * @param until when it was over; null: it is not, or it was over at once
 * @param value the figure when it fired, or null
 * @param repeated how often it was told again because nobody answered
 * @param said what people said to it, in order
 */
public record AlertEntry(
        Kind kind,
        String what,
        @Nullable String ward,
        Instant at,
        @Nullable Instant until,
        @Nullable Double value,
        int repeated,
        List<Said> said) {

    public AlertEntry {
        said = List.copyOf(said);
    }

    /** What it is about. */
    public enum Kind {
        /** A figure was beyond its limit for its time. */
        ALERT,
        /** The figures spoke for a level. */
        PROPOSED,
        /** Somebody declared a level. */
        LEVEL,
        /** Somebody said whether an action is done. */
        ACTION,
        /** Help for a queue was proposed. */
        RELIEF,
        /** Somebody put rules into force. */
        RULES
    }

    /**
     * What somebody said.
     *
     * @param by their first name, while it is known
     * @param answer done, not done, accepted, declined; null: they took it on
     * @param words why, or what was done
     */
    public record Said(Instant at, @Nullable String by, @Nullable String answer, @Nullable String words) {}
}
