package flyt.domain.threshold;

import flyt.domain.place.WardId;
import flyt.domain.threshold.Threshold.Limit;
import flyt.domain.threshold.ThresholdEvent.ThresholdMoved;
import flyt.domain.threshold.Watch.Judgement;
import flyt.domain.threshold.Watch.Step;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What becomes of all rules and levels once figures were measured. */
public final class Judging {
    private final Watching watching;
    private final Instant now;
    private final List<ThresholdMoved> moves = new ArrayList<>();

    private Judging(Watching watching, Instant now) {
        this.watching = watching;
        this.now = now;
    }

    /**
     * The steps that are due, in the order in which they are taken.
     *
     * @param watching as measured
     * @param time by the hospital's own clock
     */
    public static List<ThresholdMoved> due(Watching watching, Instant now, LocalTime time) {
        Judging judging = new Judging(watching, now);
        ThresholdSet set = Objects.requireNonNull(watching.rules());
        for (Threshold rule : set.rules()) {
            for (Reading reading : rule.off() ? List.<Reading>of() : watching.figures()) {
                if (reading.figure() == rule.figure() && rule.watches(reading.ward())) {
                    double value = Objects.requireNonNull(reading.value());
                    judging.move(rule.id(), reading.ward(), value, judged(rule, value, time));
                }
            }
        }
        Pressure pressure = set.pressure();
        for (Level level : Pressure.levels()) {
            int holding = pressure.holding(level, judging::value);
            Judgement judged = new Judgement(
                    holding >= pressure.together(), holding == 0, pressure.enterAfter(), pressure.leaveAfter(), null);
            judging.move(level.rule(), null, holding, judged);
        }
        return judging.moves;
    }

    private double value(Figure figure) {
        Double value = watching.value(figure, null);
        return value == null ? Double.NaN : value;
    }

    private static Judgement judged(Threshold rule, double value, LocalTime time) {
        Limit limit = rule.limitAt(time);
        return new Judgement(
                rule.figure().isBeyond(value, limit.passed()),
                !rule.figure().isBeyond(value, limit.clear()),
                rule.after(),
                rule.clearAfter(),
                rule.repeat());
    }

    private void move(String rule, @Nullable WardId ward, double value, Judgement judged) {
        Watch watch = watching.watch(rule, ward);
        for (Step step = Watch.next(watch, judged, now); step != null; step = Watch.next(watch, judged, now)) {
            moves.add(new ThresholdMoved(rule, ward, step, value));
            if (step == Step.ENDED) {
                return;
            }
            watch = (watch == null ? Watch.passed(rule, ward, now) : watch).after(step, now);
        }
    }
}
