package flyt.domain.forecast;

import flyt.domain.forecast.Memory.OfAlike;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What became of those who once stood alike, for each hour after; and, where few were seen, of those who stood less alike. Used
 * by one thread.
 */
final class Fates {
    /** So many who stood less alike count as much as all who stood alike. */
    private static final double OF_OTHERS = 20;

    private static final double OF_NOBODY = 1;

    /** What is assumed at first is as sure as if so many had been seen. */
    private static final double ASSUMED = 10;

    private final @Nullable Fates lessAlike;
    private final IntToDoubleFunction atFirst;
    private final int[] seen = new int[Forecast.HOURS + 1];
    private final int[] inHouse = new int[Forecast.HOURS + 1];
    private final int[] atHome = new int[Forecast.HOURS + 1];

    private Fates(@Nullable Fates lessAlike, IntToDoubleFunction atFirst) {
        this.lessAlike = lessAlike;
        this.atFirst = atFirst;
    }

    /** Of whom nothing is known but what is assumed at first: the share that lies in its ward so many hours later. */
    static Fates assumed(IntToDoubleFunction atFirst) {
        return new Fates(null, atFirst);
    }

    /** Of some of these. */
    Fates part() {
        return new Fates(this, atFirst);
    }

    /** As {@link #memory} told it. */
    void take(OfAlike kept) {
        Counts.fill(seen, kept.seen());
        Counts.fill(inHouse, kept.inHouse());
        Counts.fill(atHome, kept.atHome());
    }

    /** What was seen; null when nothing was. */
    @Nullable
    OfAlike memory(Standing standing, @Nullable Integer ofDay, @Nullable Integer ofWeek) {
        return Arrays.stream(seen).sum() == 0
                ? null
                : new OfAlike(standing, ofDay, ofWeek, Counts.of(seen), Counts.of(inHouse), Counts.of(atHome));
    }

    /** One of them, so many hours after: whether they lay in any ward, and whether in that which was theirs. All less alike see it. */
    void saw(int hours, boolean inAnyWard, boolean inTheirs) {
        seen[hours]++;
        inHouse[hours] += inAnyWard ? 1 : 0;
        atHome[hours] += inTheirs ? 1 : 0;
        if (lessAlike != null) {
            lessAlike.saw(hours, inAnyWard, inTheirs);
        }
    }

    /** The share that lay in any ward. */
    double inHouse(int hours) {
        return lessAlike == null
                ? share(inHouse, hours, OF_NOBODY, atFirst.applyAsDouble(hours))
                : share(inHouse, hours, OF_OTHERS, lessAlike.inHouse(hours));
    }

    /** The share that lay in their own ward; never above {@link #inHouse}. */
    double atHome(int hours) {
        return lessAlike == null
                ? share(atHome, hours, OF_NOBODY, atFirst.applyAsDouble(hours))
                : share(atHome, hours, OF_OTHERS, lessAlike.atHome(hours));
    }

    /** How sure these shares are: as if so many had been seen. */
    double known(int hours) {
        return seen[hours] + (lessAlike == null ? ASSUMED : StrictMath.min(OF_OTHERS, lessAlike.known(hours)));
    }

    /** How much of these shares is of those who stood less alike. */
    double ofOtherDays(int hours) {
        return OF_OTHERS / (seen[hours] + OF_OTHERS);
    }

    private double share(int[] lay, int hours, double others, double ofOthers) {
        return (lay[hours] + others * ofOthers) / (seen[hours] + others);
    }
}
