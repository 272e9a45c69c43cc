package flyt.domain.forecast;

import flyt.domain.forecast.Forecast.Outcome;
import flyt.domain.forecast.RollCall.InWard;
import flyt.domain.forecast.RollCall.Known;
import flyt.domain.place.WardId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who stays, who comes and who leaves, summed up person by person: for one hour after the other, as who is asked about and where
 * is the same for all of them. Used by one thread.
 */
final class Flows {
    private final Map<WardId, InAndOut> wards = new TreeMap<>();
    private final InAndOut house;
    private final Map<Fates, Map<Odds.Of, Odds>> odds = new IdentityHashMap<>();
    private final List<Elsewhere> elsewhere = new ArrayList<>();
    private int hours;
    private int looked;

    /** Sums of one place: those who lie there now and still will, and those who do not and will. */
    private static final class InAndOut {
        private final Chances staying = new Chances();
        private final Chances expected = new Chances();
        private final Course course;
        private final double atFirst;
        private Spread stay = Spread.NONE;
        private Spread known = Spread.NONE;
        private double others;
        private double variance;

        /** {@code atFirst}: its share of who comes, as long as nobody was seen. */
        InAndOut(InWard now, double atFirst) {
            this.course = new Course(now.patients());
            this.atFirst = atFirst;
        }

        void add(boolean liesHere, Odds odds) {
            (liesHere ? staying : expected).add(odds);
        }

        void look() {
            stay = staying.spread();
            known = expected.spread();
            others = 0;
            variance = 0;
        }

        /** So many more will come as a mean, besides those who are known to be on their way here, independently of each other. */
        void add(double mean) {
            others += mean;
            variance += mean;
        }

        /** So many times that, where it is not sure how many as a mean; without the times it is the usual course. */
        void add(Spread rate, double times, int hours) {
            course.put(hours, stay.mean() + coming().mean() + rate.mean());
            Spread come = rate.times(times);
            others += come.mean();
            variance += come.mean() + come.variance();
        }

        /** How many more it takes to go on as it does. */
        double missing(int hours, int looked) {
            return StrictMath.max(0, course.goesOn(hours, looked) - stay.mean() - coming().mean());
        }

        /** How unsure that is, as a variance, before a whole day was looked at: who comes and goes in half a day may all do it now. */
        double unseen(int hours, int looked) {
            int half = Newcomers.HOURS_OF_A_DAY / 2;
            double turned = looked >= 2 * half
                    ? 0
                    : course.goesOn(hours, looked) * (1 - Standing.Phase.stays(StrictMath.min(half, hours - looked)));
            return turned * turned / 4;
        }

        void shut() {
            known = Spread.NONE;
            others = 0;
            variance = 0;
        }

        Spread coming() {
            return known.plus(new Spread(others, variance));
        }

        Outcome outcome(InWard now, Spread unready) {
            Spread coming = coming();
            Spread patients = stay.plus(coming);
            return new Outcome(
                    patients,
                    stay.from(now.patients()),
                    coming,
                    patients.plus(unready).from(now.open()));
        }
    }

    /** Those of one home who will lie in other wards, and the share of them that each ward has. */
    private record Elsewhere(List<Odds> people, List<Way> ways) {}

    private record Way(InAndOut to, double share) {}

    /** {@code alike}: of each at the roll call, those who once stood so. */
    Flows(RollCall now, List<Fates> alike, Moves moves) {
        house = new InAndOut(now.house(), 1);
        double each = 1.0 / now.wards().size();
        now.wards().forEach((ward, there) -> wards.put(ward, new InAndOut(there, each)));
        Map<@Nullable WardId, List<Odds>> others = new HashMap<>();
        for (int i = 0; i < alike.size(); i++) {
            add(now.people().get(i), alike.get(i), others);
        }
        others.forEach((home, people) -> elsewhere.add(new Elsewhere(people, ways(moves.from(home)))));
    }

    /** The share of each ward: of those who were seen to lie there, and the fewer they were, the same as each other. */
    private List<Way> ways(Map<WardId, Integer> seen) {
        double all = seen.values().stream().mapToInt(Integer::intValue).sum() + Newcomers.DOUBT_WHERE;
        return wards.entrySet().stream()
                .map(ward -> new Way(
                        ward.getValue(),
                        (seen.getOrDefault(ward.getKey(), 0) + Newcomers.DOUBT_WHERE * ward.getValue().atFirst) / all))
                .toList();
    }

    private void add(Known one, Fates alike, Map<@Nullable WardId, List<Odds>> others) {
        house.add(one.lies() != null, odds(alike, Odds.Of.ANY_WARD));
        if (one.home() != null) {
            ward(one.home()).add(one.home().equals(one.lies()), odds(alike, Odds.Of.THEIR_OWN));
        }
        Odds another = odds(alike, Odds.Of.ANOTHER);
        if (one.lies() != null && !one.lies().equals(one.home())) {
            ward(one.lies()).add(true, another);
        } else {
            others.computeIfAbsent(one.home(), first -> new ArrayList<>()).add(another);
        }
    }

    /**
     * From here on it is about so many hours later, by the clock, and about nobody but those who are known.
     *
     * @param looked as far ahead as somebody has looked from such an hour; 0: nobody has
     * @param anybody as far ahead as somebody has looked from any hour; 0: nobody has, and what is assumed has to do
     */
    void look(int hours, int looked, int anybody) {
        this.hours = hours;
        this.looked = looked;
        int seen = looked > 0 ? looked : anybody > 0 ? anybody : hours;
        odds.values().forEach(alike -> alike.values().forEach(one -> one.look(hours, seen)));
        house.look();
        wards.values().forEach(InAndOut::look);
        for (Elsewhere from : elsewhere) {
            double number = from.people.stream().mapToDouble(Odds::chance).reduce(0, Double::sum);
            from.ways.forEach(way -> way.to.add(number * way.share));
        }
    }

    /**
     * Those whom nobody knows of yet, so many times: as many as there were at such hours, in the wards where they were; where nobody has
     * looked so far yet, as many as it takes for each ward to go on as it does.
     */
    void add(Newcomers newcomers, int hourOfWeek, double times) {
        if (looked == hours) {
            Spread rate = newcomers.expected(hourOfWeek, hours);
            house.add(rate, times, hours);
            wards.forEach(
                    (ward, there) -> there.add(rate.share(newcomers.share(ward, hours, there.atFirst)), times, hours));
            return;
        }
        Spread rate = newcomers
                .taken(house.missing(hours, looked), hourOfWeek, looked)
                .lessSure(house.unseen(hours, looked));
        double all = wards.values().stream()
                .mapToDouble(there -> there.missing(hours, looked))
                .sum();
        house.add(rate, times, hours);
        wards.values()
                .forEach(there -> there.add(
                        rate.share(all == 0 ? there.atFirst : there.missing(hours, looked) / all), times, hours));
    }

    /** Who would have come to these wards comes to the others instead, as others do. */
    void divert(Set<WardId> shut) {
        List<InAndOut> open = new ArrayList<>();
        double diverted = 0;
        for (Map.Entry<WardId, InAndOut> ward : wards.entrySet()) {
            if (shut.contains(ward.getKey())) {
                diverted += ward.getValue().coming().mean();
                ward.getValue().shut();
            } else {
                open.add(ward.getValue());
            }
        }
        double all = open.stream().mapToDouble(there -> there.coming().mean()).sum();
        for (InAndOut there : open) {
            double share = all == 0 ? 1.0 / open.size() : there.coming().mean() / all;
            there.add(diverted * share);
        }
    }

    Outcome house(InWard now, Spread unready) {
        return house.outcome(now, unready);
    }

    Outcome ward(WardId ward, InWard now, Spread unready) {
        return ward(ward).outcome(now, unready);
    }

    private Odds odds(Fates alike, Odds.Of of) {
        return odds.computeIfAbsent(alike, first -> new EnumMap<>(Odds.Of.class))
                .computeIfAbsent(of, first -> new Odds(alike, of));
    }

    private InAndOut ward(WardId ward) {
        return Objects.requireNonNull(wards.get(ward), ward::value);
    }
}
