package flyt.domain.forecast;

import flyt.domain.forecast.Forecast.Outcome;
import flyt.domain.forecast.Memory.OfAlike;
import flyt.domain.forecast.Memory.OfDay;
import flyt.domain.forecast.Memory.OfMoves;
import flyt.domain.forecast.Memory.OfNewcomers;
import flyt.domain.forecast.Memory.OfUnready;
import flyt.domain.forecast.RollCall.InWard;
import flyt.domain.forecast.RollCall.Known;
import flyt.domain.place.WardId;
import flyt.domain.stay.StayId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The forecast by sums: of each person who is known the share of those who stood alike, of those who are not known as many as
 * there were at such hours. It learns from what became of earlier roll calls. Used by one thread.
 */
final class ClosedForm {
    private final Map<Alike, Fates> fates = new HashMap<>();
    private final Newcomers newcomers = new Newcomers();
    private final Season season = new Season();
    private final Moves moves = new Moves();
    private final Map<WardId, Unready> unready = new TreeMap<>();

    /** Those who stood like that: at this hour of the week; null, of the day; both null, ever. */
    private record Alike(Standing standing, @Nullable Integer ofDay, @Nullable Integer ofWeek) {
        static Alike at(Standing standing, int hourOfWeek) {
            return new Alike(standing, hourOfWeek % Newcomers.HOURS_OF_A_DAY, hourOfWeek);
        }

        @Nullable
        Alike less() {
            if (ofWeek != null) {
                return new Alike(standing, ofDay, null);
            }
            return ofDay == null ? null : new Alike(standing, null, null);
        }
    }

    /** Everybody at a roll call, in its order, with those who once stood alike. */
    List<Fates> fates(RollCall call) {
        int hourOfWeek = call.hourOfWeek();
        return call.people().stream()
                .map(one -> fates(Alike.at(one.standing(), hourOfWeek)))
                .toList();
    }

    /**
     * What has come of a roll call so many hours later.
     *
     * @param alike its {@link #fates(RollCall)}
     * @param lying who lies where by then
     */
    void learn(RollCall then, List<Fates> alike, Map<StayId, WardId> lying, int elapsed) {
        int hours = then.byTheClock(elapsed);
        Map<StayId, WardId> others = new HashMap<>(lying);
        for (int i = 0; i < alike.size(); i++) {
            Known one = then.people().get(i);
            WardId ward = others.remove(one.stay());
            boolean atHome = ward != null && ward.equals(one.home());
            alike.get(i).saw(hours, ward != null, atHome);
            if (ward != null && !atHome) {
                moves.saw(one.home(), ward);
            }
        }
        if (newcomers.looked(then.hourOfWeek(), hours) == hours) {
            season.saw(
                    then.day(elapsed),
                    hours,
                    newcomers.expected(then.hourOfWeek(), hours).mean(),
                    others.size());
        }
        newcomers.saw(then.hourOfWeek(), hours, others.values());
    }

    /** How the beds stand now. */
    void learn(RollCall now) {
        now.wards().forEach((ward, beds) -> unready(ward).saw(now.hourOfWeek() % Newcomers.HOURS_OF_A_DAY, beds));
    }

    /** What is taken to be otherwise than it was: so many times the newcomers, no way into some wards, fewer beds that wait. */
    record Assumed(double arrivals, Set<WardId> shut, IntToDoubleFunction unready) {
        static final Assumed NOTHING = new Assumed(1, Set.of(), hours -> 1);
    }

    Forecast of(RollCall now, Assumed assumed) {
        int hourOfWeek = now.hourOfWeek();
        Flows flows = new Flows(now, fates(now), moves);
        InWard inHouse = now.house();
        List<Outcome> house = new ArrayList<>(Forecast.HOURS);
        SortedMap<WardId, List<Outcome>> wards = new TreeMap<>();
        now.wards().keySet().forEach(ward -> wards.put(ward, new ArrayList<>(Forecast.HOURS)));
        for (int elapsed = 1; elapsed <= Forecast.HOURS; elapsed++) {
            int hours = now.byTheClock(elapsed);
            flows.look(hours, newcomers.looked(hourOfWeek, hours), newcomers.looked(hours));
            flows.add(newcomers, hourOfWeek, assumed.arrivals() * season.factor(now.day(elapsed), hours));
            flows.divert(assumed.shut());
            int hourOfDay = (hourOfWeek + hours) % Newcomers.HOURS_OF_A_DAY;
            double stillUnready = assumed.unready().applyAsDouble(elapsed);
            Spread unreadyInAll = Spread.NONE;
            for (var ward : wards.entrySet()) {
                Spread unreadyThere = unready(ward.getKey()).expected(hourOfDay).times(stillUnready);
                unreadyInAll = unreadyInAll.plus(unreadyThere);
                ward.getValue().add(flows.ward(ward.getKey(), now.ward(ward.getKey()), unreadyThere));
            }
            house.add(flows.house(inHouse, unreadyInAll));
        }
        return new Forecast(now.at(), house, wards);
    }

    List<OfAlike> fates() {
        return fates.entrySet().stream()
                .map(of -> of.getValue()
                        .memory(
                                of.getKey().standing(),
                                of.getKey().ofDay(),
                                of.getKey().ofWeek()))
                .filter(Objects::nonNull)
                .toList();
    }

    OfNewcomers newcomers() {
        return newcomers.memory();
    }

    List<OfMoves> moves() {
        return moves.memory();
    }

    List<OfUnready> unready() {
        return unready.entrySet().stream()
                .map(of -> of.getValue().memory(of.getKey()))
                .toList();
    }

    List<OfDay> season() {
        return season.memory();
    }

    /** Takes up what was learned before. */
    void take(Memory kept) {
        kept.fates().forEach(of -> fates(new Alike(of.standing(), of.ofDay(), of.ofWeek()))
                .take(of));
        newcomers.take(kept.newcomers());
        season.take(kept.season());
        moves.take(kept.moves());
        kept.unready().forEach(of -> unready(of.ward()).take(of));
    }

    private Fates fates(Alike alike) {
        Fates known = fates.get(alike);
        if (known == null) {
            Alike less = alike.less();
            known = less == null
                    ? Fates.assumed(alike.standing().phase()::atFirst)
                    : fates(less).part();
            fates.put(alike, known);
        }
        return known;
    }

    private Unready unready(WardId ward) {
        return unready.computeIfAbsent(ward, first -> new Unready());
    }
}
