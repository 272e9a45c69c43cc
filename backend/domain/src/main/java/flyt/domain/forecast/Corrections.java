package flyt.domain.forecast;

import flyt.domain.forecast.Forecast.Outcome;
import flyt.domain.forecast.Memory.OfCorrection;
import flyt.domain.forecast.RollCall.InWard;
import flyt.domain.place.WardId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What earlier forecasts of a hospital turned out to be, number by number and hour by hour. Used by one thread. */
final class Corrections {
    private final Map<What, Correction> corrections = new HashMap<>();

    /** {@code ward}: null for the house. */
    private record What(@Nullable WardId ward, Number number, int hours) {}

    private enum Number {
        PATIENTS,
        READY
    }

    /** The closed form of a moment, corrected. */
    Forecast correct(Forecast closedForm, RollCall now) {
        SortedMap<WardId, List<Outcome>> wards = new TreeMap<>();
        closedForm.wards().forEach((ward, outcomes) -> wards.put(ward, correct(ward, outcomes, now.ward(ward))));
        return new Forecast(closedForm.madeAt(), correct(null, closedForm.house(), now.house()), wards);
    }

    /** How many lie in the whole house is left as it is: there is nowhere else to lie, so the sums are right. */
    private List<Outcome> correct(@Nullable WardId ward, List<Outcome> outcomes, InWard now) {
        List<Outcome> corrected = new ArrayList<>();
        for (int hours = 1; hours <= outcomes.size(); hours++) {
            Outcome outcome = outcomes.get(hours - 1);
            corrected.add(new Outcome(
                    ward == null
                            ? outcome.patients()
                            : of(ward, Number.PATIENTS, hours).correct(outcome.patients(), now.patients()),
                    outcome.leaving(),
                    outcome.coming(),
                    of(ward, Number.READY, hours).correct(outcome.ready(), now.ready())));
        }
        return corrected;
    }

    List<OfCorrection> memory() {
        return corrections.entrySet().stream()
                .map(of -> of.getValue()
                        .memory(
                                of.getKey().ward(),
                                of.getKey().number() == Number.READY,
                                of.getKey().hours()))
                .toList();
    }

    /** As {@link #memory} told it. */
    void take(List<OfCorrection> kept) {
        kept.forEach(of -> of(of.ward(), of.ready() ? Number.READY : Number.PATIENTS, of.hours())
                .take(of));
    }

    /** What has come of a forecast so many hours later. */
    void learn(Forecast closedForm, Forecast corrected, RollCall then, RollCall now, int hours) {
        learn(null, closedForm.house(hours), corrected.house(hours), then.house(), now.house(), hours);
        then.wards().forEach((ward, before) -> {
            InWard after = now.wards().get(ward);
            if (after != null) {
                learn(ward, closedForm.ward(ward, hours), corrected.ward(ward, hours), before, after, hours);
            }
        });
    }

    private void learn(
            @Nullable WardId ward, Outcome closedForm, Outcome corrected, InWard then, InWard now, int hours) {
        of(ward, Number.PATIENTS, hours)
                .learn(closedForm.patients(), corrected.patients(), then.patients(), now.patients());
        of(ward, Number.READY, hours).learn(closedForm.ready(), corrected.ready(), then.ready(), now.ready());
    }

    private Correction of(@Nullable WardId ward, Number number, int hours) {
        return corrections.computeIfAbsent(new What(ward, number, hours), first -> new Correction(hours));
    }
}
