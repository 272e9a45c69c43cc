package flyt.report;

import flyt.domain.place.HospitalDefinition;
import flyt.domain.priority.Team;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about the work of a team in a period.
 *
 * @param hospital its definition in force, which says where its beds are and what time it is there
 * @param from first moment of the period
 * @param to first moment after it, at most {@link #LONGEST} later
 * @param zone only tasks there; null: everywhere
 * @param by what to divide the tasks by
 * @param counted which moment of a task must lie in the period, and says its hour and weekday
 */
public record Question(
        HospitalDefinition hospital,
        Team team,
        Instant from,
        Instant to,
        @Nullable String zone,
        By by,
        Counted counted) {

    /** The longest period: a leap year. */
    public static final Duration LONGEST = Duration.ofDays(366);

    /** What tasks are divided by. */
    public enum By {
        /** Not at all. */
        NONE,
        /** Hour of the hospital's day, {@code 00} to {@code 23}; the hour that autumn has twice is one. */
        HOUR,
        /** {@code 1}, Monday, to {@code 7}. */
        WEEKDAY,
        /** Where the work begins: a zone's id, or empty where that is in none. */
        ZONE,
        /** The kind's id in the rule set, {@code clean-standard}. */
        KIND
    }

    /** Which tasks are of a period. */
    public enum Counted {
        /** Those that became something to do in it, whatever came of them. */
        ORDERED,
        /** Those that were done in it: how it goes just now, since of what was just ordered only the quick ones are done. */
        DONE
    }
}
