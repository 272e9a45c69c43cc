package flyt.domain.threshold;

import flyt.domain.place.WardId;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that a hospital has watched, under a name and a version. Given whole each time; checked by {@link ThresholdSetCheck} before it
 * becomes an event.
 *
 * @param every how often the figures are measured, at full minutes
 */
public record ThresholdSet(String name, int version, Duration every, List<Threshold> rules, Pressure pressure) {

    public ThresholdSet {
        rules = List.copyOf(rules);
    }

    /** The rule of this id, or null. */
    public @Nullable Threshold rule(String id) {
        return rules.stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
    }

    /** The figures of the whole hospital that are looked at. */
    public Set<Figure> ofHospital() {
        Set<Figure> figures = EnumSet.noneOf(Figure.class);
        rules.stream().filter(rule -> !rule.ofWards()).map(Threshold::figure).forEach(figures::add);
        figures.addAll(pressure.triggers().keySet());
        return figures;
    }

    /** The figures of this ward that are looked at, those of rules that are put aside too: they may be taken up again. */
    public Set<Figure> of(WardId ward) {
        Set<Figure> figures = EnumSet.noneOf(Figure.class);
        rules.stream().filter(rule -> rule.watches(ward)).map(Threshold::figure).forEach(figures::add);
        return figures;
    }
}
