package flyt.proposal;

import flyt.domain.placement.Fit;
import flyt.domain.placement.Offer;
import flyt.domain.placement.Offer.Standing;
import flyt.domain.placement.RequestId;
import flyt.proposal.Waiting.Seat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What would help if it were done now: a clean or a discharge, and who could then be placed at once.
 *
 * @param offer the bed as it is
 * @param gain what it is worth, in the points of {@link Fit#score()}
 * @param frees those who could not be placed at once without it
 */
public record Help(Offer offer, long gain, List<RequestId> frees) {
    private static final Comparator<Help> MOST_FIRST = Comparator.comparingLong(Help::gain)
            .reversed()
            .thenComparing(help -> help.offer().bed());

    public Help {
        frees = List.copyOf(frees);
    }

    /** What would help most, first; nothing that helps nobody. */
    static List<Help> most(Waiting waiting, int most, Instant now) {
        List<Offer> ready = waiting.ready();
        Plan without = Plan.greedy(waiting.atOnce(now));
        Set<RequestId> placed = placed(without);
        List<Help> all = new ArrayList<>();
        for (Seat seat : waiting.seats()) {
            if (seat.offer().standing() != Standing.READY) {
                List<Offer> one = new ArrayList<>(ready);
                one.add(seat.offer().ready());
                Plan with = Plan.greedy(waiting.with(one, now));
                Set<RequestId> frees = placed(with);
                frees.removeAll(placed);
                if (!frees.isEmpty()) {
                    all.add(new Help(seat.offer(), with.worth() - without.worth(), List.copyOf(frees)));
                }
            }
        }
        return all.stream().sorted(MOST_FIRST).limit(most).toList();
    }

    private static Set<RequestId> placed(Plan plan) {
        Set<RequestId> placed = new LinkedHashSet<>();
        plan.places().forEach(place -> placed.add(place.request()));
        return placed;
    }
}
