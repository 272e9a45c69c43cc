package flyt.domain.threshold;

import flyt.domain.threshold.Figure.Side;
import flyt.domain.threshold.Pressure.Action;
import flyt.domain.threshold.Pressure.ActionCard;
import flyt.domain.threshold.Pressure.Steps;
import flyt.domain.threshold.Threshold.Hours;
import flyt.domain.threshold.Threshold.Limit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with a set of thresholds. One that has faults is refused whole. */
public final class ThresholdSetCheck {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration EVERY_MAX = Duration.ofHours(1);
    private static final String OF_LEVELS = "level-";

    private final ThresholdSet set;
    private final List<Fault> faults = new ArrayList<>();

    private ThresholdSetCheck(ThresholdSet set) {
        this.set = set;
    }

    /**
     * Something that cannot be.
     *
     * @param path where in the set, {@code rules.corridor.clear}
     */
    public record Fault(String path, What what) {}

    /** What can be wrong. */
    public enum What {
        NOT_POSITIVE,
        TOO_LONG,
        NOT_FULL_MINUTES,
        NOT_A_NUMBER,
        /** The lower limit is on the bad side of the limit, or a higher level has a milder one. */
        OUT_OF_ORDER,
        NOT_AN_HOUR,
        TWICE,
        /** It is the system's own. */
        RESERVED,
        /** No ward has this figure. */
        NOT_OF_WARDS,
        /** A rule or an action of a hospital's own needs its words. */
        WORDS_MISSING,
        /** More than there are. */
        TOO_MANY,
        /** The normal level calls for nothing. */
        NOTHING_TO_DO
    }

    /** The faults, in the order of the set's fields; none: it may come into force. */
    public static List<Fault> faults(ThresholdSet set) {
        ThresholdSetCheck check = new ThresholdSetCheck(set);
        check.head();
        check.rules();
        check.pressure();
        return List.copyOf(check.faults);
    }

    private void head() {
        if (set.version() < 1) {
            fault("version", What.NOT_POSITIVE);
        }
        duration("every", set.every(), false);
        if (set.every().toSecondsPart() != 0 || set.every().toMillisPart() != 0) {
            fault("every", What.NOT_FULL_MINUTES);
        } else if (set.every().compareTo(EVERY_MAX) > 0) {
            fault("every", What.TOO_LONG);
        }
    }

    private void rules() {
        Set<String> ids = new HashSet<>();
        for (Threshold rule : set.rules()) {
            String path = "rules." + rule.id();
            if (!ids.add(rule.id())) {
                fault(path, What.TWICE);
            } else if (rule.id().startsWith(OF_LEVELS)) {
                fault(path, What.RESERVED);
            }
            if (rule.eachWard() && !rule.figure().ofWards()) {
                fault(path + ".eachWard", What.NOT_OF_WARDS);
            }
            limit(path, rule.figure(), rule.limit());
            for (Hours hours : rule.hours()) {
                if (hours.from() < 0 || hours.from() > 23 || hours.to() < 0 || hours.to() > 24) {
                    fault(path + ".hours", What.NOT_AN_HOUR);
                }
                limit(path + ".hours", rule.figure(), hours.limit());
            }
            duration(path + ".after", rule.after(), true);
            duration(path + ".clearAfter", rule.clearAfter(), true);
            if (rule.repeat() != null) {
                duration(path + ".repeat", rule.repeat(), false);
            }
            boolean known = StandardThresholdSet.SET.rule(rule.id()) != null;
            words(path + ".name", rule.name(), known);
            words(path + ".action", rule.action(), known);
        }
    }

    private void limit(String path, Figure figure, Limit limit) {
        if (number(path, limit.passed()) && number(path, limit.clear())) {
            boolean worse =
                    figure.bad() == Side.ABOVE ? limit.clear() > limit.passed() : limit.clear() < limit.passed();
            if (worse) {
                fault(path + ".clear", What.OUT_OF_ORDER);
            }
        }
    }

    private void pressure() {
        Pressure pressure = set.pressure();
        pressure.triggers().forEach((figure, steps) -> steps("pressure.triggers." + figure, figure, steps));
        if (pressure.together() < 1) {
            fault("pressure.together", What.NOT_POSITIVE);
        } else if (pressure.together() > pressure.triggers().size()) {
            fault("pressure.together", What.TOO_MANY);
        }
        duration("pressure.enterAfter", pressure.enterAfter(), true);
        duration("pressure.leaveAfter", pressure.leaveAfter(), true);
        Set<String> ids = new HashSet<>();
        for (ActionCard card : pressure.cards()) {
            if (card.level() == Level.NORMAL) {
                fault("pressure.cards", What.NOTHING_TO_DO);
            }
            for (Action action : card.actions()) {
                String path = "pressure.cards." + action.id();
                if (!ids.add(action.id())) {
                    fault(path, What.TWICE);
                }
                duration(path + ".within", action.within(), false);
                words(path + ".words", action.words(), StandardThresholdSet.hasWordsFor(action.id()));
            }
        }
    }

    private void steps(String path, Figure figure, Steps steps) {
        if (!number(path, steps.green()) || !number(path, steps.yellow()) || !number(path, steps.red())) {
            return;
        }
        if (!figure.isBeyond(steps.yellow(), steps.green()) || !figure.isBeyond(steps.red(), steps.yellow())) {
            fault(path, What.OUT_OF_ORDER);
        }
    }

    private boolean number(String path, double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            fault(path, What.NOT_A_NUMBER);
            return false;
        }
        return true;
    }

    private void duration(String path, Duration value, boolean mayBeNone) {
        if (value.isNegative() || (value.isZero() && !mayBeNone)) {
            fault(path, What.NOT_POSITIVE);
        } else if (value.compareTo(LONGEST) > 0) {
            fault(path, What.TOO_LONG);
        }
    }

    private void words(String path, @Nullable String words, boolean theLanguagesHaveSome) {
        if (words == null ? !theLanguagesHaveSome : words.isBlank()) {
            fault(path, What.WORDS_MISSING);
        }
    }

    private void fault(String path, What what) {
        faults.add(new Fault(path, what));
    }
}
