package flyt.domain.task;

import flyt.domain.event.StaffKey;
import java.time.Instant;

/**
 * A task shown to one person, who has it if they say so.
 *
 * @param until when it goes on to the next
 * @param received whether their phone said that it has arrived
 */
public record Offer(StaffKey worker, Instant until, boolean received) {}
