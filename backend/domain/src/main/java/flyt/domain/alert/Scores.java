package flyt.domain.alert;

import flyt.domain.event.EventHeader;
import flyt.domain.stay.StayId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/** The latest early-warning score of each stay and the one before it, by the time of measuring. Immutable. */
public final class Scores {

    /** No scores. */
    public static final Scores NONE = new Scores(TreePMap.empty());

    /** How a score compares with the one before it. */
    public enum Trend {
        UP,
        SAME,
        DOWN
    }

    /** The latest score and the one before it, where there is one. */
    public record Series(Score latest, @Nullable Score previous) {

        /** Up is worse; null without two numbers of the same scale. */
        public @Nullable Trend trend() {
            if (previous == null || previous.score() == null || latest.score() == null) {
                return null;
            }
            if (!previous.scale().equals(latest.scale())) {
                return null;
            }
            int change = latest.score().compareTo(previous.score());
            return change > 0 ? Trend.UP : change < 0 ? Trend.DOWN : Trend.SAME;
        }

        Series with(Score score) {
            if (same(score, latest)) {
                return new Series(score, previous);
            }
            if (before(latest.told(), score.told())) {
                return new Series(score, latest);
            }
            return previous == null || !before(score.told(), previous.told()) ? new Series(latest, score) : this;
        }

        /** Whether both were told by one message about one moment: then the later word corrects, it is no second score. */
        private static boolean same(Score one, Score other) {
            return one.measuredAt().equals(other.measuredAt())
                    && one.told().message().equals(other.told().message());
        }

        private static boolean before(EventHeader one, EventHeader other) {
            int byTime = one.effectiveAt().compareTo(other.effectiveAt());
            return byTime != 0 ? byTime < 0 : one.message().compareTo(other.message()) < 0;
        }
    }

    private final TreePMap<StayId, Series> series;

    private Scores(TreePMap<StayId, Series> series) {
        this.series = series;
    }

    /** These scores. */
    public static Scores of(Map<StayId, Series> series) {
        return new Scores(TreePMap.from(series));
    }

    /** All scores in memory, by visit number. */
    public SortedMap<StayId, Series> all() {
        return series;
    }

    /** The scores told under this visit number, or null. */
    public @Nullable Series of(StayId stay) {
        return series.get(stay);
    }

    /** The scores without those of these visit numbers. */
    public Scores without(List<StayId> stays) {
        return new Scores(series.minusAll(stays));
    }

    Scores with(StayId stay, Score score) {
        Series before = series.get(stay);
        return new Scores(series.plus(stay, before == null ? new Series(score, null) : before.with(score)));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Scores that && Objects.equals(series, that.series);
    }

    @Override
    public int hashCode() {
        return Objects.hash(series);
    }

    @Override
    public String toString() {
        return "series " + series;
    }
}
