package flyt.simulator.lab.levels;

import flyt.domain.Command.AdoptThresholds;
import flyt.domain.RollCalls;
import flyt.domain.event.Recorded;
import flyt.domain.forecast.Experience;
import flyt.domain.forecast.ForecastEvent.ForecastMade;
import flyt.domain.forecast.RollCall;
import flyt.domain.threshold.Figure;
import flyt.domain.threshold.Level;
import flyt.domain.threshold.ThresholdEvent.FiguresMeasured;
import flyt.domain.threshold.ThresholdEvent.ThresholdMoved;
import flyt.domain.threshold.ThresholdSet;
import flyt.domain.threshold.Watch.Step;
import flyt.domain.threshold.Watching;
import flyt.simulator.hospital.Witness;
import flyt.simulator.replica.Replica;
import flyt.simulator.traffic.Faults;
import flyt.simulator.traffic.HospitalFile;
import flyt.simulator.traffic.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Some simulated days under a set of thresholds: how long each level was called for, which figures spoke for one, and how many alerts
 * each rule gave. Measured by the product itself, minute by
 * minute, with a forecast each hour.
 *
 * @param minutes measured
 * @param proposed minutes of each level
 * @param speaking minutes in which each figure spoke for some level
 * @param alerts how many each rule gave
 */
record LevelStudy(
        long minutes,
        SortedMap<Level, Long> proposed,
        SortedMap<Figure, Long> speaking,
        SortedMap<String, Long> alerts) {
    /** Reports of systems that have just been connected tell of nobody who waits. */
    private static final Duration SETTLING = Duration.ofDays(1);

    private static final int HOURS_OF_A_DAY = 24;

    /** Counts while the replica lives. */
    private static final class Tally implements Replica.Listener {
        private final LevelStudy study = new LevelStudy(0, new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        private final Instant from;
        private @Nullable Replica replica;
        private long minutes;

        Tally(Instant from) {
            this.from = from;
        }

        @Override
        public void decided(List<Recorded> events) {
            for (Recorded recorded : events) {
                if (recorded.header().recordedAt().isBefore(from)) {
                    continue;
                } else if (recorded.event() instanceof FiguresMeasured) {
                    measured(Objects.requireNonNull(replica).hospital().watching());
                } else if (recorded.event() instanceof ThresholdMoved moved && moved.step() == Step.FIRED) {
                    add(study.alerts, moved.rule());
                }
            }
        }

        private void measured(Watching watching) {
            minutes++;
            add(study.proposed, watching.proposed());
            var pressure = Objects.requireNonNull(watching.rules()).pressure();
            for (Figure figure : pressure.triggers().keySet()) {
                Double value = watching.value(figure, null);
                if (value != null && pressure.levelOf(figure, value) != Level.NORMAL) {
                    add(study.speaking, figure);
                }
            }
        }

        private static <K> void add(Map<K, Long> counts, K key) {
            long now = counts.merge(key, 1L, Long::sum);
            assert now > 0;
        }
    }

    /** Days of a hospital under a set, after one to settle; {@code progress} hears of each day that has passed. */
    static LevelStudy of(
            HospitalFile file, LocalDate firstDay, int days, long seed, ThresholdSet set, IntConsumer progress) {
        Traffic traffic = new Traffic(file, firstDay, seed, Faults.NONE, new Witness() {});
        Instant opening = traffic.now();
        Tally tally = new Tally(opening.plus(SETTLING));
        Replica replica = new Replica(file, new byte[Long.BYTES], opening, tally);
        tally.replica = replica;
        replica.wish(new AdoptThresholds(set));
        Experience experience = new Experience();
        for (int day = 0; day <= days; day++) {
            for (int hour = 1; hour <= HOURS_OF_A_DAY; hour++) {
                Instant until = opening.plus(Duration.ofDays(day)).plus(Duration.ofHours(hour));
                traffic.until(until).forEach(replica::take);
                RollCall call = RollCalls.of(replica.hospital(), until);
                replica.know(ForecastMade.of(experience.hear(call), call, experience.heard()), until);
            }
            progress.accept(day);
        }
        LevelStudy study = tally.study;
        return new LevelStudy(tally.minutes, study.proposed, study.speaking, study.alerts);
    }

    /** The share of time in which this level was called for. */
    double share(Level level) {
        return (double) proposed.getOrDefault(level, 0L) / minutes;
    }

    /** The share of time in which this figure spoke for some level. */
    double share(Figure figure) {
        return (double) speaking.getOrDefault(figure, 0L) / minutes;
    }

    double alertsADay(String rule) {
        return alerts.getOrDefault(rule, 0L)
                / (minutes / (double) Duration.ofDays(1).toMinutes());
    }
}
