package flyt.domain.priority;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much a task is needed, without what and where it is.
 *
 * @param since when it became something to do
 * @param asked how urgent it is by itself, before anybody waits for it
 * @param service how long it takes
 * @param causes what makes it more urgent, each with its moment; {@link Cause#APPOINTMENT} gives the deadline
 */
public record Need(Team team, Instant since, Urgency asked, Duration service, SortedMap<Cause, Instant> causes) {

    public Need {
        causes = Collections.unmodifiableSortedMap(new TreeMap<>(causes));
    }

    /** A need with these causes. */
    public static Need of(Team team, Instant since, Urgency asked, Duration service, Map<Cause, Instant> causes) {
        return new Need(team, since, asked, service, new TreeMap<>(causes));
    }
}
