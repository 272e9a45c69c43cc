package flyt.domain.forecast;

import flyt.domain.place.WardId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
        /** This outcome, moved as far as one moves that goes from {@code sums} to {@code imagined}. */
        private Outcome movedAs(Outcome sums, Outcome imagined) {
            return new Outcome(
                    patients.movedAs(sums.patients, imagined.patients),
                    imagined.leaving,
                    imagined.coming,
                    ready.movedAs(sums.ready, imagined.ready));
        }

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

    /** This one for the hours before that one hour ahead, the other one from then on. */
    Forecast until(int hour, Forecast later) {
        SortedMap<WardId, List<Outcome>> ofWards = new TreeMap<>();
        wards.forEach((ward, hours) -> ofWards.put(ward, joined(hours, later.wards.getOrDefault(ward, hours), hour)));
        return new Forecast(madeAt, joined(house, later.house, hour), ofWards);
    }

    private static List<Outcome> joined(List<Outcome> early, List<Outcome> late, int hour) {
        List<Outcome> joined = new ArrayList<>(early.subList(0, StrictMath.min(early.size(), hour - 1)));
        joined.addAll(late.subList(joined.size(), late.size()));
        return joined;
    }

    /** This forecast, moved as far as one that goes from {@code sums} to {@code imagined}: what corrected it does so still. */
    Forecast movedAs(Forecast sums, Forecast imagined) {
        SortedMap<WardId, List<Outcome>> ofWards = new TreeMap<>();
        wards.forEach((ward, hours) -> ofWards.put(
                ward, moved(hours, sums.wards.getOrDefault(ward, hours), imagined.wards.getOrDefault(ward, hours))));
        return new Forecast(madeAt, moved(house, sums.house, imagined.house), ofWards);
    }

    private static List<Outcome> moved(List<Outcome> said, List<Outcome> sums, List<Outcome> imagined) {
        List<Outcome> moved = new ArrayList<>();
        for (int hour = 0; hour < said.size(); hour++) {
            moved.add(said.get(hour).movedAs(sums.get(hour), imagined.get(hour)));
        }
        return moved;
    }

    /** The same with no bed of these wards ready for anybody. */
    Forecast withNoneReady(Set<WardId> shut) {
        SortedMap<WardId, List<Outcome>> ofWards = new TreeMap<>(wards);
        shut.forEach(ward -> ofWards.computeIfPresent(ward, (id, hours) -> hours.stream()
                .map(hour -> new Outcome(hour.patients(), hour.leaving(), hour.coming(), Spread.NONE))
                .toList()));
        return new Forecast(madeAt, house, ofWards);
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
