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
    private final InAndOut house = new InAndOut();
    private final Map<Fates, Map<Odds.Of, Odds>> odds = new IdentityHashMap<>();
    private final List<Elsewhere> elsewhere = new ArrayList<>();

    /** Sums of one place: those who lie there now and still will, and those who do not and will. */
    private static final class InAndOut {
        private final Chances staying = new Chances();
        private final Chances expected = new Chances();
        private Spread known = Spread.NONE;
        private double others;
        private double variance;

        void add(boolean liesHere, Odds odds) {
            (liesHere ? staying : expected).add(odds);
        }

        void look() {
            known = expected.spread();
            others = 0;
            variance = 0;
        }

        /** So many more will come as a mean, besides those who are known to be on their way here, independently of each other. */
        void add(double mean) {
            others += mean;
            variance += mean;
        }

        /** The same, where it is not sure how many as a mean. */
        void add(Spread rate) {
            others += rate.mean();
            variance += rate.mean() + rate.variance();
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
            Spread stay = staying.spread();
            Spread coming = coming();
            Spread patients = stay.plus(coming);
            return new Outcome(
                    patients,
                    stay.from(now.patients()),
                    coming,
                    patients.plus(unready).from(now.open()));
        }
    }

    /** Those of one home who will lie in other wards, and in which such people have lain how often, of all times. */
    private record Elsewhere(List<Odds> people, List<Way> ways, double all) {}

    private record Way(InAndOut to, int times) {}

    /** {@code alike}: of each at the roll call, those who once stood so. */
    Flows(RollCall now, List<Fates> alike, Moves moves) {
        now.wards().keySet().forEach(ward -> wards.put(ward, new InAndOut()));
        Map<@Nullable WardId, List<Odds>> others = new HashMap<>();
        for (int i = 0; i < alike.size(); i++) {
            add(now.people().get(i), alike.get(i), others);
        }
        others.forEach((home, people) -> {
            Map<WardId, Integer> to = moves.from(home);
            elsewhere.add(new Elsewhere(
                    people,
                    to.entrySet().stream()
                            .map(ward -> new Way(ward(ward.getKey()), ward.getValue()))
                            .toList(),
                    to.values().stream().mapToInt(Integer::intValue).sum()));
        });
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

    /** From here on it is about so many hours later, by the clock, and about nobody but those who are known. */
    void look(int hours) {
        odds.values().forEach(alike -> alike.values().forEach(one -> one.look(hours)));
        house.look();
        wards.values().forEach(InAndOut::look);
        for (Elsewhere from : elsewhere) {
            double number = from.people.stream().mapToDouble(Odds::chance).reduce(0, Double::sum);
            from.ways.forEach(way -> way.to.add(number * way.times / from.all));
        }
    }

    /** So many whom nobody knows of yet, and the share of them that each ward has had. */
    void add(Spread rate, Newcomers newcomers, int hours) {
        house.add(rate);
        wards.forEach((ward, there) -> there.add(rate.share(newcomers.share(ward, hours))));
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
