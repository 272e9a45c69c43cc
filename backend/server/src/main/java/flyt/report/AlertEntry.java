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
 * @param help what was proposed for a queue; null: it is about something else
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
        @Nullable Help help,
        int repeated,
        List<Said> said) {

    public AlertEntry {
        said = List.copyOf(said);
    }

    /** The same, over at that moment. */
    AlertEntry over(Instant at) {
        return new AlertEntry(kind, what, ward, this.at, at, value, help, repeated, said);
    }

    /** The same, told once more. */
    AlertEntry toldAgain() {
        return new AlertEntry(kind, what, ward, at, until, value, help, repeated + 1, said);
    }

    /** The same with these answers. */
    AlertEntry with(List<Said> answers) {
        return new AlertEntry(kind, what, ward, at, until, value, help, repeated, answers);
    }

    /** So many who draw blood go from one station to another. */
    public record Help(int staff, String from, String to) {}

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
     * @param person whether a person said it; else another system did, by itself
     * @param answer done, not done, accepted, declined; null: they took it on
     * @param words why, or what was done
     */
    public record Said(
            Instant at, @Nullable String by, boolean person, @Nullable String answer, @Nullable String words) {
        /** As the journal has it: {@code by} and the words are keys. */
        static Said of(Instant at, @Nullable String by, @Nullable String answer, @Nullable String words) {
            return new Said(at, by, by != null, answer, words);
        }
    }
}
