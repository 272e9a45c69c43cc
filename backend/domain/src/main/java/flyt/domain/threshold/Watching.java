package flyt.domain.threshold;

import flyt.domain.event.StaffKey;
import flyt.domain.place.WardId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is watched in a hospital and how it stands. Immutable.
 *
 * @param rules null: nobody has adopted any, and nothing is watched
 * @param measuredAt when the figures were measured last
 * @param figures as measured last, by figure and place
 * @param told figures that others tell, each as it was told of the latest moment
 * @param watches the rules that are not at rest, by rule and place
 * @param declared the level in force; null: none was ever declared, which is normal
 * @param marks what was said about the actions of the level in force, by the action's id
 * @param counted the last count at 07:00
 */
public record Watching(
        @Nullable ThresholdSet rules,
        @Nullable Instant measuredAt,
        List<Reading> figures,
        List<Told> told,
        List<Watch> watches,
        @Nullable Declaration declared,
        SortedMap<String, Mark> marks,
        @Nullable CorridorCount counted) {

    /** Nothing watched yet. */
    public static final Watching NONE =
            new Watching(null, null, List.of(), List.of(), List.of(), null, new TreeMap<>(), null);

    public Watching {
        figures = List.copyOf(figures);
        told = List.copyOf(told);
        watches = List.copyOf(watches);
        marks = Collections.unmodifiableSortedMap(new TreeMap<>(marks));
    }

    /** Who declared which level when, and why. {@code reason}: a key, the words are stored apart from the journal. */
    public record Declaration(Level level, Instant at, @Nullable StaffKey by, @Nullable String reason) {}

    /** Whether an action was done. */
    public enum Done {
        OPEN,
        DONE,
        NOT_DONE
    }

    /** What somebody said about an action. {@code reason}: a key, the words are stored apart from the journal. */
    public record Mark(Done done, Instant at, @Nullable StaffKey by, @Nullable String reason) {}

    /** The level in force. */
    public Level level() {
        return declared == null ? Level.NORMAL : declared.level();
    }

    /** The highest level that is called for now. */
    public Level proposed() {
        Level proposed = Level.NORMAL;
        for (Level level : Pressure.levels()) {
            Watch watch = watch(level.rule(), null);
            proposed = watch != null && watch.fired() ? level : proposed;
        }
        return proposed;
    }

    /** How a rule stands in a ward, or (null) in the whole hospital; null: it is at rest. */
    public @Nullable Watch watch(String rule, @Nullable WardId ward) {
        return watches.stream().filter(one -> one.isOf(rule, ward)).findFirst().orElse(null);
    }

    /** The figure as measured last, or null where it is not known. */
    public @Nullable Double value(Figure figure, @Nullable WardId ward) {
        Reading asked = new Reading(figure, ward, null);
        return figures.stream()
                .filter(asked::isOfSame)
                .findFirst()
                .map(Reading::value)
                .orElse(null);
    }

    /** The figure as another system told it last, or null where that is too long ago. */
    public @Nullable Double told(Figure figure, @Nullable WardId ward, Instant now) {
        return told.stream()
                .filter(one -> one.isOf(figure, ward) && one.holds(now))
                .findFirst()
                .map(Told::value)
                .orElse(null);
    }

    Watching adopting(ThresholdSet others) {
        return new Watching(others, measuredAt, List.of(), told, watches, declared, marks, counted);
    }

    Watching measured(List<Reading> changed, Instant at) {
        return new Watching(rules, at, merged(figures, changed), told, watches, declared, marks, counted);
    }

    /** Of two the one told of the later moment counts. */
    Watching hearing(Told heard) {
        List<Told> others = new ArrayList<>(told);
        boolean older = others.stream()
                .anyMatch(one ->
                        one.isOf(heard.figure(), heard.ward()) && one.at().isAfter(heard.at()));
        if (older) {
            return this;
        }
        others.removeIf(one -> one.isOf(heard.figure(), heard.ward()));
        others.add(heard);
        return new Watching(rules, measuredAt, figures, others, watches, declared, marks, counted);
    }

    Watching with(Watch watch) {
        List<Watch> others = new ArrayList<>(without(watch.rule(), watch.ward()).watches);
        others.add(watch);
        Collections.sort(others);
        return watching(others);
    }

    Watching without(String rule, @Nullable WardId ward) {
        return watching(watches.stream().filter(one -> !one.isOf(rule, ward)).toList());
    }

    /** At another level what was said about the actions of the one before counts no more. */
    Watching declaring(Declaration next) {
        return new Watching(
                rules,
                measuredAt,
                figures,
                told,
                watches,
                next,
                next.level() == level() ? marks : new TreeMap<>(),
                counted);
    }

    Watching marking(String action, Mark mark) {
        SortedMap<String, Mark> others = new TreeMap<>(marks);
        Mark before = others.put(action, mark);
        return before != null && before.equals(mark)
                ? this
                : new Watching(rules, measuredAt, figures, told, watches, declared, others, counted);
    }

    Watching counting(CorridorCount count) {
        return new Watching(rules, measuredAt, figures, told, watches, declared, marks, count);
    }

    private Watching watching(List<Watch> others) {
        return new Watching(rules, measuredAt, figures, told, others, declared, marks, counted);
    }

    private static List<Reading> merged(List<Reading> before, List<Reading> changed) {
        List<Reading> all = new ArrayList<>(before);
        all.removeIf(one -> changed.stream().anyMatch(one::isOfSame));
        changed.stream().filter(one -> one.value() != null).forEach(all::add);
        Collections.sort(all);
        return all;
    }
}
