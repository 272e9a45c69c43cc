package flyt.domain.priority;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task that waits for somebody.
 *
 * @param id the task's, for whoever asks
 * @param since when it became something to do
 * @param spot where it begins
 * @param zone whose work it is, or null
 * @param skill what its worker must be able to do, or null
 */
public record Candidate<T>(
        T id, Rank rank, Instant since, Spot spot, @Nullable String zone, @Nullable Skill skill, Duration service) {}
