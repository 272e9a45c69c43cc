package flyt.domain.threshold;

import flyt.domain.event.EventHeader;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Source;
import flyt.domain.place.WardId;
import flyt.domain.threshold.ThresholdEvent.ThresholdMoved;
import flyt.domain.threshold.Watch.Step;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a set of thresholds would have done: figures as they were measured under another one are judged by it. A figure that was not
 * measured then triggers nothing, and is said to be {@linkplain #unknown() unknown}.
 */
public final class Rehearsal {
    private static final MessageKey REHEARSED = new MessageKey(new Source("flyt"), "rehearsal");

    private final ThresholdSet set;
    private final ZoneId zone;
    private final Instant from;
    private final Set<Figure> ofHospital = EnumSet.noneOf(Figure.class);
    private final Map<Figure, Set<WardId>> ofWards = new EnumMap<>(Figure.class);
    private final Map<String, Integer> alerts = new TreeMap<>();
    private final Map<Level, Integer> levels = new EnumMap<>(Level.class);
    private Watching watching;
    private int measured;

    /** {@code from}: what fires before then is not counted, since it is not known since when it held. */
    public Rehearsal(ThresholdSet set, ZoneId zone, Instant from) {
        this.set = set;
        this.zone = zone;
        this.from = from;
        this.watching = Watching.NONE.adopting(set);
    }

    /** Figures that became another value at that time, or none: all were as before. */
    public void measured(List<Reading> changed, Instant at) {
        watching = watching.measured(changed, at);
        changed.forEach(this::known);
        EventHeader header = new EventHeader(at, at, REHEARSED, null);
        for (ThresholdMoved move : Judging.due(watching, at, LocalTime.ofInstant(at, zone))) {
            watching = move.applyTo(watching, header);
            if (move.step() == Step.FIRED && !at.isBefore(from)) {
                alerts.merge(move.rule(), 1, Integer::sum);
            }
        }
        if (!at.isBefore(from)) {
            measured++;
            levels.merge(watching.proposed(), 1, Integer::sum);
        }
    }

    /** How often the figures were measured. */
    public int measured() {
        return measured;
    }

    /** How many alerts this rule gave. */
    public int alerts(Threshold rule) {
        return alerts.getOrDefault(rule.id(), 0);
    }

    /** The share of the measurings at which this level was called for; 0 where there were none. */
    public double share(Level level) {
        return measured == 0 ? 0 : (double) levels.getOrDefault(level, 0) / measured;
    }

    private void known(Reading reading) {
        boolean first = reading.ward() == null
                ? ofHospital.add(reading.figure())
                : ofWards.computeIfAbsent(reading.figure(), figure -> new HashSet<>())
                        .add(reading.ward());
    }

    /** Whether what the rule watches was measured at all: where it was not, no alert says nothing. */
    public boolean knows(Threshold rule) {
        return rule.ofWards()
                ? ofWards.getOrDefault(rule.figure(), Set.of()).stream().anyMatch(rule::watches)
                : ofHospital.contains(rule.figure());
    }

    /** Figures that the set looks at and nobody has measured where it does. */
    public Set<Figure> unknown() {
        Set<Figure> unknown = EnumSet.noneOf(Figure.class);
        unknown.addAll(set.pressure().triggers().keySet());
        unknown.removeAll(ofHospital);
        set.rules().stream()
                .filter(rule -> !rule.off() && !knows(rule))
                .map(Threshold::figure)
                .forEach(unknown::add);
        return unknown;
    }

    public ThresholdSet set() {
        return set;
    }
}
