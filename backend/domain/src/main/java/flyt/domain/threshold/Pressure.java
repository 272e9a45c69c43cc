package flyt.domain.threshold;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What calls for a level, and who does what at it (domain 3.2). A level is called for when enough triggers hold together for long
 * enough, and no longer when none has held for long enough. It is proposed, and declared by a person.
 *
 * @param triggers the limits of each figure of the whole hospital
 * @param together so many triggers must hold
 * @param enterAfter for so long
 * @param leaveAfter how long none may hold before the level is not called for any more
 */
public record Pressure(
        SortedMap<Figure, Steps> triggers,
        int together,
        Duration enterAfter,
        Duration leaveAfter,
        List<ActionCard> cards) {

    public Pressure {
        triggers = Collections.unmodifiableSortedMap(new TreeMap<>(triggers));
        cards = List.copyOf(cards);
    }

    /** From which value on a figure speaks for each level. */
    public record Steps(double green, double yellow, double red) {
        /** The limit for this level; there is none for the normal one. */
        public double of(Level level) {
            return switch (level) {
                case NORMAL -> throw new IllegalArgumentException("nothing triggers the normal level");
                case GREEN -> green;
                case YELLOW -> yellow;
                case RED -> red;
            };
        }
    }

    /** What one role does when a level is declared. */
    public record ActionCard(Level level, Owner role, List<Action> actions) {
        public ActionCard {
            actions = List.copyOf(actions);
        }
    }

    /**
     * One thing to do.
     *
     * @param id no other action of any card has it
     * @param words in a hospital's own words; null: the languages have some
     * @param within how long after the level was declared
     */
    public record Action(String id, @Nullable String words, Duration within) {}

    /** The levels that can be called for, the mildest first. */
    public static List<Level> levels() {
        return List.of(Level.GREEN, Level.YELLOW, Level.RED);
    }

    /** The highest level that a figure of this value speaks for. */
    public Level levelOf(Figure figure, double value) {
        Steps steps = Objects.requireNonNull(triggers.get(figure));
        Level reached = Level.NORMAL;
        for (Level level : levels()) {
            reached = figure.isBeyond(value, steps.of(level)) ? level : reached;
        }
        return reached;
    }

    /** How many triggers speak for this level or a higher one; a figure that is not known ({@code NaN}) speaks for none. */
    public int holding(Level level, ToDoubleFunction<Figure> value) {
        return (int) triggers.keySet().stream()
                .filter(figure -> {
                    double now = value.applyAsDouble(figure);
                    return !Double.isNaN(now) && levelOf(figure, now).compareTo(level) >= 0;
                })
                .count();
    }

    /** The cards of a level. */
    public Stream<ActionCard> cards(Level level) {
        return cards.stream().filter(card -> card.level() == level);
    }
}
