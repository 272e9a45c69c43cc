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
    private final InAndOut house = new InAndOut();
    private final Map<@Nullable WardId, Double> elsewhere = new HashMap<>();

    /** Sums of one place: those who lie there now and still will, and those who do not and will. */
    private static final class InAndOut {
        private Spread staying = Spread.NONE;
        private Spread coming = Spread.NONE;

        void add(boolean liesHere, double chance) {
            if (liesHere) {
                staying = staying.plus(Spread.chance(chance));
            } else {
                coming = coming.plus(Spread.chance(chance));
            }
        }

        Outcome outcome(InWard now, Spread unready) {
            Spread patients = staying.plus(coming);
            return new Outcome(
                    patients,
                    staying.from(now.patients()),
                    coming,
                    patients.plus(unready).from(now.open()));
        }
    }

    Flows(Collection<WardId> ids) {
        ids.forEach(ward -> wards.put(ward, new InAndOut()));
    }

    /** Somebody of whom it is known what became of those who stood alike. */
    void add(Known one, Fates alike, int hours) {
        double inHouse = alike.inHouse(hours);
        double atHome = StrictMath.min(inHouse, alike.atHome(hours));
        house.add(one.lies() != null, inHouse);
        if (one.home() != null) {
            ward(one.home()).add(one.home().equals(one.lies()), atHome);
        }
        if (one.lies() != null && !one.lies().equals(one.home())) {
            ward(one.lies()).add(true, inHouse - atHome);
        } else {
            double unused = elsewhere.merge(one.home(), inHouse - atHome, Double::sum);
        }
    }

    /** Those who will lie in a ward that was not theirs, and so many times those whom nobody knows of yet. */
    void add(Moves moves, Newcomers newcomers, int hourOfWeek, int hours, double arrivals) {
        elsewhere.forEach((home, number) -> moves.share(home, number, this::come));
        double unknown = arrivals * newcomers.expected(hourOfWeek, hours);
        house.coming = house.coming.plus(Spread.poisson(unknown));
        wards.keySet().forEach(ward -> come(ward, unknown * newcomers.share(ward, hours)));
    }

    /** Who would have come to these wards comes to the others instead, as others do. */
    void divert(Set<WardId> shut) {
        List<InAndOut> open = new ArrayList<>();
        double diverted = 0;
        for (Map.Entry<WardId, InAndOut> ward : wards.entrySet()) {
            if (shut.contains(ward.getKey())) {
                diverted += ward.getValue().coming.mean();
                ward.getValue().coming = Spread.NONE;
            } else {
                open.add(ward.getValue());
            }
        }
        double all = open.stream().mapToDouble(there -> there.coming.mean()).sum();
        for (InAndOut there : open) {
            double share = all == 0 ? 1.0 / open.size() : there.coming.mean() / all;
            there.coming = there.coming.plus(Spread.poisson(diverted * share));
        }
    }

    private void come(WardId ward, double number) {
        InAndOut there = ward(ward);
        there.coming = there.coming.plus(Spread.poisson(number));
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
