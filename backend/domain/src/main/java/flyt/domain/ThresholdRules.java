package flyt.domain;

import flyt.domain.Command.AdoptThresholds;
import flyt.domain.Command.AnswerThreshold;
import flyt.domain.Command.DeclareLevel;
import flyt.domain.Command.MarkAction;
import flyt.domain.Decision.Refusal;
import flyt.domain.threshold.Judging;
import flyt.domain.threshold.Reading;
import flyt.domain.threshold.ThresholdEvent.ActionMarked;
import flyt.domain.threshold.ThresholdEvent.FiguresMeasured;
import flyt.domain.threshold.ThresholdEvent.LevelDeclared;
import flyt.domain.threshold.ThresholdEvent.ThresholdAnswered;
import flyt.domain.threshold.ThresholdEvent.ThresholdMoved;
import flyt.domain.threshold.ThresholdEvent.ThresholdsAdopted;
import flyt.domain.threshold.ThresholdSet;
import flyt.domain.threshold.ThresholdSetCheck;
import flyt.domain.threshold.Watch;
import flyt.domain.threshold.Watch.Step;
import flyt.domain.threshold.Watching;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What follows when figures pass their limits and come back, and what people say to that. */
final class ThresholdRules {
    /*
     * The figures are measured at full minutes and not at each event: a patient who moves costs nothing here. What was measured is told,
     * so that a replay sees the same, and so that it is known when to measure next.
     */

    private ThresholdRules() {}

    /** When the figures are measured next, or null: nothing is watched. */
    static @Nullable Instant nextLook(Hospital hospital) {
        ThresholdSet rules = hospital.watching().rules();
        if (rules == null) {
            return null;
        }
        Instant before = hospital.watching().measuredAt();
        return before == null
                ? hospital.recordedAt()
                : before.truncatedTo(ChronoUnit.MINUTES).plus(rules.every());
    }

    /** Measures if it is time to. {@code reached}: when the clock got round to it; what went by meanwhile is not measured any more. */
    static void look(Unfolding told, @Nullable Instant reached) {
        Instant due = nextLook(told.now());
        if (due != null && !due.isAfter(told.header().recordedAt())) {
            ThresholdSet rules = Objects.requireNonNull(told.now().watching().rules());
            boolean late = reached != null && !reached.isBefore(due.plus(rules.every()));
            measure(told, rules, late ? reached : null);
        }
    }

    private static void measure(Unfolding told, ThresholdSet rules, @Nullable Instant reached) {
        Instant now = told.header().recordedAt();
        List<Reading> readings = Gauges.read(told.now(), rules, now);
        told.tell(new FiguresMeasured(changes(told.now().watching(), readings), reached));
        LocalTime time =
                LocalTime.ofInstant(now, told.now().places().definition().timeZone());
        Judging.due(told.now().watching(), now, time).forEach(told::tell);
        ReliefRules.settle(told);
    }

    /** What is otherwise than measured before; what was known and is not any more is told with no value. */
    private static List<Reading> changes(Watching before, List<Reading> readings) {
        List<Reading> changes = new ArrayList<>();
        for (Reading reading : readings) {
            if (!Objects.equals(before.value(reading.figure(), reading.ward()), reading.value())) {
                changes.add(reading);
            }
        }
        for (Reading known : before.figures()) {
            if (readings.stream().noneMatch(one -> one.compareTo(known) == 0)) {
                changes.add(new Reading(known.figure(), known.ward(), null));
            }
        }
        return changes;
    }

    /** Under a new definition: what was watched in wards that are gone is watched no longer. */
    static void redefined(Unfolding told) {
        for (Watch watch : told.now().watching().watches()) {
            if (watch.ward() != null && told.now().places().ward(watch.ward()) == null) {
                told.tell(new ThresholdMoved(watch.rule(), watch.ward(), Step.ENDED, null));
            }
        }
    }

    static @Nullable Refusal adopt(Unfolding told, AdoptThresholds command) {
        ThresholdSet rules = command.thresholds();
        ThresholdSet inForce = told.now().watching().rules();
        if (inForce != null && rules.name().equals(inForce.name()) && rules.version() <= inForce.version()) {
            return Refusal.OLDER_RULES;
        }
        if (!ThresholdSetCheck.strangers(rules, told.now().places().definition())
                .isEmpty()) {
            return Refusal.UNKNOWN_PLACE;
        }
        for (Watch watch : told.now().watching().watches()) {
            told.tell(new ThresholdMoved(watch.rule(), watch.ward(), Step.ENDED, null));
        }
        told.tell(new ThresholdsAdopted(rules));
        measure(told, rules, null);
        return null;
    }

    static @Nullable Refusal answer(Unfolding told, AnswerThreshold command) {
        Watch watch = told.now().watching().watch(command.rule(), command.ward());
        if (watch == null || !watch.fired()) {
            return Refusal.THRESHOLD_GONE;
        }
        told.tell(new ThresholdAnswered(command.rule(), command.ward(), command.did()));
        return null;
    }

    static @Nullable Refusal declare(Unfolding told, DeclareLevel command) {
        if (told.now().watching().level() == command.level()) {
            return Refusal.LEVEL_DECLARED_ALREADY;
        }
        told.tell(new LevelDeclared(command.level(), command.reason()));
        return null;
    }

    static @Nullable Refusal mark(Unfolding told, MarkAction command) {
        Watching watching = told.now().watching();
        ThresholdSet rules = watching.rules();
        boolean known = rules != null
                && rules.pressure()
                        .cards(watching.level())
                        .flatMap(card -> card.actions().stream())
                        .anyMatch(action -> action.id().equals(command.action()));
        if (!known) {
            return Refusal.ACTION_GONE;
        }
        told.tell(new ActionMarked(command.action(), command.done(), command.reason()));
        return null;
    }
}
