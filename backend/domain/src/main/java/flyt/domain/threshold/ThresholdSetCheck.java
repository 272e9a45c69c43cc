package flyt.domain.threshold;

import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.place.WardId;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
     * @param path where in the set, {@code rules[2].clear}: a rule by its place in the list, a trigger by its figure
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
        /** Two limits for the same hour, of which one would never count. */
        OVERLAPPING,
        TWICE,
        /** It is the system's own. */
        RESERVED,
        /** No ward has this figure. */
        NOT_OF_WARDS,
        /** There is no such ward, or it counts in no occupancy. */
        UNKNOWN_WARD,
        /** Each ward, and a single one too. */
        EITHER_OR,
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

    /** The rules of a single ward that this hospital has not, or whose beds do not count in its occupancy. */
    public static List<Fault> strangers(ThresholdSet set, HospitalDefinition definition) {
        Set<WardId> wards = definition.wards().stream()
                .filter(Ward::inOccupancy)
                .map(Ward::id)
                .collect(Collectors.toSet());
        return IntStream.range(0, set.rules().size())
                .filter(i -> set.rules().get(i).ward() != null
                        && !wards.contains(set.rules().get(i).ward()))
                .mapToObj(i -> new Fault("rules[" + i + "].ward", What.UNKNOWN_WARD))
                .toList();
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
        for (int i = 0; i < set.rules().size(); i++) {
            rule("rules[" + i + "]", set.rules().get(i), ids);
        }
    }

    private void rule(String path, Threshold rule, Set<String> ids) {
        if (!ids.add(rule.id())) {
            fault(path + ".id", What.TWICE);
        } else if (rule.id().startsWith(OF_LEVELS)) {
            fault(path + ".id", What.RESERVED);
        }
        if (rule.ofWards() && !rule.figure().ofWards()) {
            fault(path + (rule.eachWard() ? ".eachWard" : ".ward"), What.NOT_OF_WARDS);
        } else if (rule.eachWard() && rule.ward() != null) {
            fault(path + ".ward", What.EITHER_OR);
        }
        limit(path, rule.figure(), rule.limit());
        hours(path + ".hours", rule);
        duration(path + ".after", rule.after(), true);
        duration(path + ".clearAfter", rule.clearAfter(), true);
        if (rule.repeat() != null) {
            duration(path + ".repeat", rule.repeat(), false);
        }
        boolean known = StandardThresholdSet.SET.rule(rule.id()) != null;
        words(path + ".name", rule.name(), known);
        words(path + ".action", rule.action(), known);
    }

    private void hours(String path, Threshold rule) {
        Set<Integer> taken = new HashSet<>();
        for (int i = 0; i < rule.hours().size(); i++) {
            Hours hours = rule.hours().get(i);
            String here = path + "[" + i + "]";
            if (hours.from() < 0 || hours.from() > 23 || hours.to() < 0 || hours.to() > 24) {
                fault(here + ".from", What.NOT_AN_HOUR);
            } else if (!IntStream.range(0, 24).filter(hours::covers).allMatch(hour -> taken.add(hour))) {
                fault(here + ".from", What.OVERLAPPING);
            }
            limit(here, rule.figure(), hours.limit());
        }
    }

    private void limit(String path, Figure figure, Limit limit) {
        if (number(path + ".limit", limit.passed()) && number(path + ".clear", limit.clear())) {
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
        Set<String> cards = new HashSet<>();
        for (int i = 0; i < pressure.cards().size(); i++) {
            ActionCard card = pressure.cards().get(i);
            String path = "pressure.cards[" + i + "]";
            if (card.level() == Level.NORMAL) {
                fault(path + ".level", What.NOTHING_TO_DO);
            }
            if (!cards.add(card.level() + "/" + card.role())) {
                fault(path + ".role", What.TWICE);
            }
            for (int j = 0; j < card.actions().size(); j++) {
                action(path + ".actions[" + j + "]", card.actions().get(j), ids);
            }
        }
    }

    private void action(String path, Action action, Set<String> ids) {
        if (!ids.add(action.id())) {
            fault(path + ".id", What.TWICE);
        }
        duration(path + ".within", action.within(), false);
        words(path + ".words", action.words(), StandardThresholdSet.hasWordsFor(action.id()));
    }

    /** Each level at a value that is at least as bad as the one before it. */
    private void steps(String path, Figure figure, Steps steps) {
        if (number(path + ".green", steps.green())
                && number(path + ".yellow", steps.yellow())
                && number(path + ".red", steps.red())) {
            if (!figure.isBeyond(steps.yellow(), steps.green())) {
                fault(path + ".yellow", What.OUT_OF_ORDER);
            }
            if (!figure.isBeyond(steps.red(), steps.yellow())) {
                fault(path + ".red", What.OUT_OF_ORDER);
            }
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
