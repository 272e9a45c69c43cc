package flyt.simulator.lab;

import flyt.domain.priority.RuleSet;
import flyt.domain.priority.RuleSet.HandingOut;
import flyt.domain.priority.RuleSet.Mode;
import flyt.domain.priority.RuleSet.Order;
import flyt.domain.priority.StandardRuleSet;
import flyt.domain.priority.Team;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A way to hand out a team's work.
 *
 * @param name as typed and shown, {@code need-based}
 * @param meaning in words
 * @param ownZones whether each works in zones of their own, or all everywhere
 * @param notice how long an order takes to become known
 */
record Policy(String name, String meaning, RuleSet rules, boolean ownZones, Notice notice) {

    /** How long an order takes to become known to those who do the work; minutes, log-normal. A mean of 0: at once. */
    record Notice(double meanMinutes, double variation) {
        static final Notice AT_ONCE = new Notice(0, 0);

        /** As before: a telephone, a note on the door, the next round (domain 2.8). */
        static final Notice AS_BEFORE = new Notice(20, 0.8);
    }

    /** The rules that a hospital has before it makes its own. */
    static final RuleSet STANDARD = StandardRuleSet.SET;

    /** What is to wait no longer than this, the same for all policies, whatever rules they work by. */
    static final Duration MAXIMUM = STANDARD.longestWait();

    private static final RuleSet BY_ARRIVAL = STANDARD.in(Order.ARRIVAL);

    static final Policy AS_BEFORE = new Policy(
            "as-before",
            "own zones, order of arrival, known after 20 min on average",
            BY_ARRIVAL,
            true,
            Notice.AS_BEFORE);
    static final Policy INSTANT_NOTICE = new Policy(
            "instant-notice", "own zones, order of arrival, known at once", BY_ARRIVAL, true, Notice.AT_ONCE);
    static final Policy POOLED = new Policy(
            "pooled", "all work everywhere, order of arrival, known at once", BY_ARRIVAL, false, Notice.AT_ONCE);
    static final Policy NEED_BASED = new Policy(
            "need-based", "all work everywhere, by need, taken from the list", STANDARD, false, Notice.AT_ONCE);
    static final Policy PUSH = new Policy(
            "push",
            "all work everywhere, by need, offered to the best placed",
            pushing(STANDARD),
            false,
            Notice.AT_ONCE);

    /** Each differs from the one before in one thing. */
    static final List<Policy> STEPS = List.of(AS_BEFORE, INSTANT_NOTICE, POOLED, NEED_BASED);

    static final List<Policy> NAMED =
            Stream.concat(STEPS.stream(), Stream.of(PUSH)).toList();

    /** By need under rules of one's own: zones pooled, known at once. */
    static Policy of(RuleSet rules) {
        return new Policy(
                rules.name(),
                "all work everywhere, your rules, version " + rules.version(),
                rules,
                false,
                Notice.AT_ONCE);
    }

    private static RuleSet pushing(RuleSet rules) {
        List<HandingOut> always = new ArrayList<>();
        for (Team team : Team.values()) {
            always.add(new HandingOut(team, 0, 24, Mode.PUSH));
        }
        return rules.handedOut(rules.version(), always);
    }
}
