package flyt.domain.forecast;

import flyt.domain.forecast.Forecast.Outcome;
import flyt.domain.forecast.RollCall.InWard;
import flyt.domain.forecast.RollCall.Known;
import flyt.domain.place.WardId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who stays, who comes and who leaves until one hour, summed up person by person. Used by one thread. */
final class Flows {
    private final Map<WardId, InAndOut> wards = new TreeMap<>();
    private final InAndOut house;
    private final int hours;
    private final Map<@Nullable WardId, Double> elsewhere = new HashMap<>();

    /** Sums of one place: those who lie there now and still will, and those who do not and will. */
    private static final class InAndOut {
        private final Chances staying;
        private Chances expected;
        private Spread others = Spread.NONE;

        InAndOut(int hours) {
            this.staying = new Chances(hours);
            this.expected = new Chances(hours);
        }

        void add(boolean liesHere, double chance, Fates alike) {
            (liesHere ? staying : expected).add(chance, alike);
        }

        /** More will come, besides those who are known to be on their way here. */
        void add(Spread others) {
            this.others = this.others.plus(others);
        }

        void shut(int hours) {
            expected = new Chances(hours);
            others = Spread.NONE;
        }

        Spread coming() {
            return expected.spread().plus(others);
        }

        Outcome outcome(InWard now, Spread unready) {
            Spread stay = staying.spread();
            Spread patients = stay.plus(coming());
            return new Outcome(
                    patients,
                    stay.from(now.patients()),
                    coming(),
                    patients.plus(unready).from(now.open()));
        }
    }

    /** {@code hours}: until so many hours later, by the clock. */
    Flows(Collection<WardId> ids, int hours) {
        this.hours = hours;
        this.house = new InAndOut(hours);
        ids.forEach(ward -> wards.put(ward, new InAndOut(hours)));
    }

    /** Somebody of whom it is known what became of those who stood alike. */
    void add(Known one, Fates alike) {
        double inHouse = alike.inHouse(hours);
        double atHome = StrictMath.min(inHouse, alike.atHome(hours));
        house.add(one.lies() != null, inHouse, alike);
        if (one.home() != null) {
            ward(one.home()).add(one.home().equals(one.lies()), atHome, alike);
        }
        if (one.lies() != null && !one.lies().equals(one.home())) {
            ward(one.lies()).add(true, inHouse - atHome, alike);
        } else {
            double unused = elsewhere.merge(one.home(), inHouse - atHome, Double::sum);
        }
    }

    /** Those who will lie in a ward that was not theirs, and so many times those whom nobody knows of yet. */
    void add(Moves moves, Newcomers newcomers, int hourOfWeek, double arrivals) {
        elsewhere.forEach((home, number) ->
                moves.share(home, number, (ward, there) -> ward(ward).add(Spread.poisson(there))));
        Spread rate = newcomers.expected(hourOfWeek, hours).times(arrivals);
        house.add(Spread.poisson(rate));
        wards.forEach((ward, there) -> there.add(Spread.poisson(rate.share(newcomers.share(ward, hours)))));
    }

    /** Who would have come to these wards comes to the others instead, as others do. */
    void divert(Set<WardId> shut) {
        List<InAndOut> open = new ArrayList<>();
        double diverted = 0;
        for (Map.Entry<WardId, InAndOut> ward : wards.entrySet()) {
            if (shut.contains(ward.getKey())) {
                diverted += ward.getValue().coming().mean();
                ward.getValue().shut(hours);
            } else {
                open.add(ward.getValue());
            }
        }
        double all = open.stream().mapToDouble(there -> there.coming().mean()).sum();
        for (InAndOut there : open) {
            double share = all == 0 ? 1.0 / open.size() : there.coming().mean() / all;
            there.add(Spread.poisson(diverted * share));
        }
    }

    Outcome house(InWard now, Spread unready) {
        return house.outcome(now, unready);
    }

    Outcome ward(WardId ward, InWard now, Spread unready) {
        return ward(ward).outcome(now, unready);
    }

    private InAndOut ward(WardId ward) {
        return Objects.requireNonNull(wards.get(ward), ward::value);
    }
}
