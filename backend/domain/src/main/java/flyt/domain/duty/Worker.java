package flyt.domain.duty;

import flyt.domain.event.StaffKey;
import flyt.domain.priority.Skill;
import flyt.domain.priority.Team;
import flyt.domain.task.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on duty for a team.
 *
 * @param zones where they work first; none: everywhere
 * @param until when they said their shift ends, or null
 * @param breakSince since when they are on a break, or null
 * @param lastAt where their last task was, or null
 * @param worked how long they have worked on tasks in this shift
 */
public record Worker(
        StaffKey key,
        Team team,
        SortedSet<String> zones,
        SortedSet<Skill> skills,
        Instant since,
        @Nullable Instant until,
        @Nullable Instant breakSince,
        @Nullable Point lastAt,
        Duration worked) {

    public Worker {
        zones = Collections.unmodifiableSortedSet(new TreeSet<>(zones));
        skills = Collections.unmodifiableSortedSet(new TreeSet<>(skills));
    }

    Worker onBreakSince(@Nullable Instant at) {
        return new Worker(key, team, zones, skills, since, until, at, lastAt, worked);
    }

    Worker in(SortedSet<String> others) {
        return new Worker(key, team, others, skills, since, until, breakSince, lastAt, worked);
    }

    Worker seenAt(Point at, Duration more) {
        return new Worker(key, team, zones, skills, since, until, breakSince, at, worked.plus(more));
    }
}
