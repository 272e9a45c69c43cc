package flyt.domain.forecast;

import flyt.domain.forecast.ForecastEvent.ForecastMade;
import flyt.domain.forecast.RollCall.InWard;
import flyt.domain.place.WardId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The forecast that stands, and how the full hours of the last day turned out. Older forecasts are in the journal. Immutable.
 *
 * @param newest null: none was made yet
 * @param past oldest first; an hour at which no roll call was held is not there
 */
public record Forecasts(@Nullable ForecastMade newest, List<Headcount> past) {
    /** Nothing yet. */
    public static final Forecasts NONE = new Forecasts(null, List.of());

    /** What was forecast longer ago says nothing of the hours to come. */
    static final Duration FRESH = Duration.ofMinutes(90);

    /** How far back the hours are kept. */
    public static final Duration KEPT = Duration.ofHours(24);

    /** How the wards stood at a full hour. */
    public record Headcount(Instant at, SortedMap<WardId, InWard> wards) {
        public Headcount {
            wards = Collections.unmodifiableSortedMap(new TreeMap<>(wards));
        }

        /** All of the wards together. */
        public InWard house() {
            return InWard.sum(wards.values());
        }
    }

    public Forecasts {
        past = List.copyOf(past);
    }

    /**
     * Open beds less those who will lie there, as the newest forecast has it for the hour nearest to that time ahead; below 0: more
     * patients than beds. Null: none was made lately.
     *
     * @param ward null: all wards together
     */
    public @Nullable Double freeBeds(@Nullable WardId ward, Duration ahead, Instant now) {
        if (newest == null) {
            return null;
        }
        Forecast forecast = newest.forecast();
        Duration age = Duration.between(forecast.madeAt(), now);
        if (age.compareTo(FRESH) > 0 || (ward != null && !newest.now().containsKey(ward))) {
            return null;
        }
        int hours = (int) StrictMath.rint(ahead.plus(age).toMinutes() / 60.0);
        return ward == null
                ? newest.house().open() - forecast.house(hours).patients().mean()
                : newest.now().get(ward).open()
                        - forecast.ward(ward, hours).patients().mean();
    }

    Forecasts with(ForecastMade made) {
        Instant at = made.forecast().madeAt();
        List<Headcount> hours = new ArrayList<>(past);
        hours.removeIf(hour -> hour.at().isBefore(at.minus(KEPT)) || !hour.at().isBefore(at));
        if (at.equals(at.truncatedTo(ChronoUnit.HOURS))) {
            hours.add(new Headcount(at, made.now()));
        }
        return new Forecasts(made, hours);
    }
}
