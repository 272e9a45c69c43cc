package flyt.domain.priority;

import flyt.domain.priority.RuleSet.HandingOut;
import flyt.domain.priority.RuleSet.Kind;
import flyt.domain.priority.RuleSet.TeamTimes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is wrong with a rule set. One that has faults is refused whole. */
public final class RuleSetCheck {
    private static final Duration LONGEST = Duration.ofDays(31);

    private final RuleSet rules;
    private final List<Fault> faults = new ArrayList<>();

    private RuleSetCheck(RuleSet rules) {
        this.rules = rules;
    }

    /**
     * Something that cannot be.
     *
     * @param path where in the rule set, {@code within.cleaning.now}
     */
    public record Fault(String path, What what) {}

    /** What can be wrong. */
    public enum What {
        MISSING,
        NOT_POSITIVE,
        TOO_LONG,
        /** A more urgent class has more time than a less urgent one. */
        OUT_OF_ORDER,
        NOT_AN_HOUR,
        /** A kind that the system itself orders is not there. */
        KIND_MISSING,
        KIND_OF_ANOTHER_TEAM
    }

    /** The faults, in the order of the set's fields; none: it may come into force. */
    public static List<Fault> faults(RuleSet rules) {
        RuleSetCheck check = new RuleSetCheck(rules);
        check.times();
        check.dispatch();
        check.walks();
        check.kinds();
        check.limits();
        return List.copyOf(check.faults);
    }

    private void times() {
        if (rules.version() < 1) {
            fault("version", What.NOT_POSITIVE);
        }
        for (Team team : Team.values()) {
            TeamTimes times = rules.within().get(team);
            if (times == null) {
                fault("within." + name(team), What.MISSING);
            } else {
                team("within." + name(team), times);
            }
        }
        positive("comesNow", rules.comesNow());
        positive("comesSoon", rules.comesSoon());
        ordered("comesSoon", rules.comesNow(), rules.comesSoon());
        if (!(rules.ageFactor() >= 1) || rules.ageFactor() > 100) {
            fault("ageFactor", rules.ageFactor() > 100 ? What.TOO_LONG : What.NOT_POSITIVE);
        }
        positive("longestWait", rules.longestWait());
        notNegative("nearWithin", rules.nearWithin());
    }

    private void team(String path, TeamTimes times) {
        Duration before = null;
        for (Urgency urgency : Urgency.values()) {
            Duration within = times.within().get(urgency);
            String here = path + "." + name(urgency);
            if (within == null) {
                fault(here, What.MISSING);
                continue;
            }
            positive(here, within);
            if (before != null) {
                ordered(here, before, within);
            }
            before = within;
        }
        if (times.liftedAfter() != null) {
            positive(path + ".liftedAfter", times.liftedAfter());
            if (times.liftedAfter().compareTo(rules.longestWait()) > 0) {
                fault(path + ".liftedAfter", What.TOO_LONG);
            }
        }
    }

    private void dispatch() {
        rules.borrowAfter().forEach((urgency, after) -> notNegative("borrowAfter." + name(urgency), after));
        positive("receiptWithin", rules.receiptWithin());
        positive("answerWithin", rules.answerWithin());
        for (HandingOut shift : rules.shifts()) {
            if (shift.from() < 0 || shift.from() > 23 || shift.to() < 0 || shift.to() > 24) {
                fault("shifts", What.NOT_AN_HOUR);
            }
        }
    }

    private void walks() {
        Walks walks = rules.walks();
        notNegative("walks.cluster", walks.cluster());
        notNegative("walks.ward", walks.ward());
        notNegative("walks.floor", walks.floor());
        notNegative("walks.building", walks.building());
        notNegative("walks.elsewhere", walks.elsewhere());
    }

    private void kinds() {
        Set<String> needed = StandardRuleSet.SET.kinds().keySet();
        for (String kind : needed) {
            Kind said = rules.kinds().get(kind);
            if (said == null) {
                fault("kinds." + kind, What.KIND_MISSING);
            } else if (said.team() != StandardRuleSet.SET.kinds().get(kind).team()) {
                fault("kinds." + kind + ".team", What.KIND_OF_ANOTHER_TEAM);
            }
        }
        for (Map.Entry<String, Kind> kind : rules.kinds().entrySet()) {
            positive("kinds." + kind.getKey() + ".service", kind.getValue().service());
            if (!needed.contains(kind.getKey()) && kind.getValue().name() == null) {
                fault("kinds." + kind.getKey() + ".name", What.MISSING);
            }
        }
    }

    private void limits() {
        positive("limits.untold", rules.limits().untold());
        notNegative("limits.untaken", rules.limits().untaken());
        positive("limits.notBegun", rules.limits().notBegun());
        positive("limits.paused", rules.limits().paused());
        positive("limits.unattended", rules.limits().unattended());
        positive("limits.shortage", rules.limits().shortage());
        positive("limits.messages", rules.limits().messages());
    }

    private void positive(String path, Duration value) {
        if (value.isNegative() || value.isZero()) {
            fault(path, What.NOT_POSITIVE);
        } else if (value.compareTo(LONGEST) > 0) {
            fault(path, What.TOO_LONG);
        }
    }

    private void notNegative(String path, Duration value) {
        if (!value.isZero()) {
            positive(path, value);
        }
    }

    private void ordered(String path, Duration shorter, Duration longer) {
        if (shorter.compareTo(longer) > 0) {
            fault(path, What.OUT_OF_ORDER);
        }
    }

    private void fault(String path, What what) {
        faults.add(new Fault(path, what));
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT);
    }
}
