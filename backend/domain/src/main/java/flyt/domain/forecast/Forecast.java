package flyt.domain.forecast;

import flyt.domain.place.WardId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was expected at a moment for each of the {@link #HOURS} hours after it.
 *
 * @param house of all wards that count in occupancy; the first is one hour ahead
 * @param wards of each of them
 */
public record Forecast(Instant madeAt, List<Outcome> house, SortedMap<WardId, List<Outcome>> wards) {
    /** How far ahead it looks. */
    public static final int HOURS = 48;

    /**
     * What is expected at one hour.
     *
     * @param patients who will lie there
     * @param leaving of those who lie there now, who will not any more
     * @param coming who do not lie there now and will
     * @param ready beds that are open, empty and ready for somebody
     */
    public record Outcome(Spread patients, Spread leaving, Spread coming, Spread ready) {
        Outcome rounded() {
            return new Outcome(patients.rounded(), leaving.rounded(), coming.rounded(), ready.rounded());
        }
    }

    public Forecast {
        house = List.copyOf(house);
        SortedMap<WardId, List<Outcome>> copy = new TreeMap<>();
        wards.forEach((ward, hours) -> copy.put(ward, List.copyOf(hours)));
        wards = Collections.unmodifiableSortedMap(copy);
    }

    /** The same with as many digits as are kept of it. */
    public Forecast rounded() {
        SortedMap<WardId, List<Outcome>> ofWards = new TreeMap<>();
        wards.forEach((ward, hours) ->
                ofWards.put(ward, hours.stream().map(Outcome::rounded).toList()));
        return new Forecast(madeAt, house.stream().map(Outcome::rounded).toList(), ofWards);
    }

    /** Of the whole house, so many hours ahead, 1 to {@link #HOURS}. */
    public Outcome house(int hours) {
        return house.get(hours - 1);
    }

    /** Of one ward, likewise. */
    public Outcome ward(WardId ward, int hours) {
        return Objects.requireNonNull(wards.get(ward), ward::value).get(hours - 1);
    }
}
