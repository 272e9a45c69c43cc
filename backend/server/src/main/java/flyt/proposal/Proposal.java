package flyt.proposal;

import flyt.domain.Hospital;
import flyt.domain.stay.StayId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * What is proposed for a hospital at one moment: a bed for each who waits, and what would help most. A person does it, or not.
 *
 * @param greedy the plan in which the longest waiting take the best bed each
 * @param ceiling what no plan can be worth more than, in points
 */
public record Proposal(Plan plan, Plan greedy, long ceiling, List<Help> helps) {
    private static final int MOVES = 100_000;
    private static final Duration MOST = Duration.ofSeconds(2);
    private static final int HELPS = 5;

    public Proposal {
        helps = List.copyOf(helps);
    }

    /**
     * Takes up to two seconds where one by one is not the best there is; not for an event loop.
     *
     * @param namesakes by stay, with whom those who wait may be mixed up by name
     */
    public static Proposal of(Hospital hospital, Instant now, Map<StayId, SortedSet<StayId>> namesakes) {
        Waiting waiting = Waiting.at(hospital, now, namesakes);
        Plan greedy = Plan.greedy(waiting);
        long ceiling = Ceiling.of(waiting);
        Plan best = greedy.worth() == ceiling ? greedy : Search.of(waiting, MOVES, MOST);
        return new Proposal(best, greedy, ceiling, Help.most(waiting, HELPS, now));
    }
}
