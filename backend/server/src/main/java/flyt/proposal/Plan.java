package flyt.proposal;

import flyt.domain.placement.Fit;
import flyt.domain.placement.RequestId;
import flyt.proposal.Waiting.Seat;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bed for each of those who wait, as far as there is one.
 *
 * @param places who gets which, the longest waiting first
 * @param worth the sum of what the beds are worth, in points
 */
public record Plan(List<Place> places, long worth) {

    /** A bed for one who waits, with what speaks for it. */
    public record Place(RequestId request, Fit fit) {}

    public Plan {
        places = List.copyOf(places);
    }

    /** Whoever has waited longest takes the best bed, then the next, as one does by hand. */
    public static Plan greedy(Waiting waiting) {
        return of(waiting, oneByOne(waiting));
    }

    static @Nullable Seat[] oneByOne(Waiting waiting) {
        @Nullable Seat[] given = new Seat[waiting.size()];
        boolean[] taken = new boolean[waiting.seats().size()];
        for (int i = 0; i < given.length; i++) {
            Seat best = null;
            for (Seat seat : waiting.seats()) {
                int worth = waiting.worth(i, seat.index());
                boolean better = best == null || worth > waiting.worth(i, best.index());
                if (worth != Waiting.NEVER && better && !taken[seat.index()] && waiting.roomFits(i, seat, given)) {
                    best = seat;
                }
            }
            if (best != null) {
                given[i] = best;
                taken[best.index()] = true;
            }
        }
        return given;
    }

    static Plan of(Waiting waiting, @Nullable Seat[] given) {
        List<Place> places = new ArrayList<>();
        long worth = 0;
        for (int i = 0; i < given.length; i++) {
            Seat seat = given[i];
            if (seat != null) {
                places.add(new Place(waiting.patients().get(i).request(), waiting.fit(i, seat)));
                worth += waiting.worth(i, seat.index());
            }
        }
        return new Plan(places, worth);
    }
}
