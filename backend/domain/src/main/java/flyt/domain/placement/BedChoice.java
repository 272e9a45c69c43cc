package flyt.domain.placement;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Which bed suits whom (domain 3.10): what must hold, and what speaks for and against. A proposal; a person decides. */
public final class BedChoice {

    private BedChoice() {}

    /** The best of these that suit, best first. */
    public static List<Fit> best(Wish wish, Collection<Offer> offers, int most) {
        return offers.stream()
                .map(offer -> fit(wish, offer))
                .filter(Fit::suits)
                .sorted(Fit.BEST_FIRST)
                .limit(most)
                .toList();
    }

    /** How this bed suits. */
    public static Fit fit(Wish wish, Offer offer) {
        return Fit.of(
                offer,
                Stream.concat(Demands.unmet(wish, offer), Preferences.of(wish, offer))
                        .filter(Objects::nonNull));
    }
}
