package flyt.domain.forecast;

import flyt.domain.forecast.Forecast.Outcome;
import flyt.domain.forecast.Memory.OfAlike;
import flyt.domain.forecast.Memory.OfDay;
import flyt.domain.forecast.Memory.OfMoves;
import flyt.domain.forecast.Memory.OfNewcomers;
import flyt.domain.forecast.Memory.OfUnready;
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

    /** What has come of a roll call so many hours later. */
    void learn(RollCall then, RollCall now, int elapsed) {
        int hours = then.byTheClock(elapsed);
        Map<StayId, WardId> lying = new HashMap<>();
        now.people().forEach(one -> {
            if (one.lies() != null) {
                lying.put(one.stay(), one.lies());
            }
        });
        for (Known one : then.people()) {
            WardId ward = lying.remove(one.stay());
            boolean atHome = ward != null && ward.equals(one.home());
            for (Alike alike = Alike.at(one.standing(), then.hourOfWeek()); alike != null; alike = alike.less()) {
                fates(alike).saw(hours, ward != null, atHome);
            }
            if (ward != null && !atHome) {
                moves.saw(one.home(), ward);
            }
        }
        if (newcomers.knows(then.hourOfWeek(), hours)) {
            season.saw(now.day(0), hours, newcomers.expected(then.hourOfWeek(), hours).mean(), lying.size());
        }
        newcomers.saw(then.hourOfWeek(), hours, lying.values());
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
        List<Fates> alike = now.people().stream()
                .map(one -> fates(Alike.at(one.standing(), now.hourOfWeek())))
                .toList();
        List<Outcome> house = new ArrayList<>();
        SortedMap<WardId, List<Outcome>> wards = new TreeMap<>();
        for (int elapsed = 1; elapsed <= Forecast.HOURS; elapsed++) {
            int hours = now.byTheClock(elapsed);
            Flows flows = new Flows(now.wards().keySet(), hours);
            for (int i = 0; i < alike.size(); i++) {
                flows.add(now.people().get(i), alike.get(i));
            }
            flows.add(
                    moves, newcomers, now.hourOfWeek(), assumed.arrivals() * season.factor(now.day(elapsed), hours));
            flows.divert(assumed.shut());
            int hourOfDay = (now.hourOfWeek() + hours) % Newcomers.HOURS_OF_A_DAY;
            Spread unreadyInAll = Spread.NONE;
            for (var ward : now.wards().entrySet()) {
                Spread unreadyThere = unready(ward.getKey())
                        .expected(hourOfDay)
                        .times(assumed.unready().applyAsDouble(elapsed));
                unreadyInAll = unreadyInAll.plus(unreadyThere);
                wards.computeIfAbsent(ward.getKey(), first -> new ArrayList<>())
                        .add(flows.ward(ward.getKey(), ward.getValue(), unreadyThere));
            }
            house.add(flows.house(now.house(), unreadyInAll));
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
