package flyt.domain.priority;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Optional;

/** Which task for which worker (domain 3.8): by class, then by need and nearness, within skills, zones and shifts. */
public final class Matching {
    private static final Duration NEVER = Duration.ofDays(365);
    /** How many may rival the first for being near: who looks for work looks at few of those that wait, however many wait. */
    private static final int RIVALS = 50;

    private Matching() {}

    /**
     * The task that this worker should do next, or none.
     *
     * @param inOrder the waiting tasks, by rank; read only as far as one can be the best, and no further than the fiftieth
     *     after the first that the worker may do
     */
    public static <T, W> Optional<Candidate<T>> taskFor(
            Hand<W> hand, Iterable<Candidate<T>> inOrder, RuleSet rules, Instant now) {
        Candidate<T> best = null;
        Candidate<T> first = null;
        Iterator<Candidate<T>> tasks = inOrder.iterator();
        for (int rivals = 0; rivals < RIVALS && tasks.hasNext(); rivals += first == null ? 0 : 1) {
            Candidate<T> task = tasks.next();
            if (first != null && !rivals(first, task, rules)) {
                break;
            }
            if (!may(hand, task, rules, now)) {
                continue;
            }
            first = first == null ? task : first;
            if (best == null || betterFor(hand, task, best, rules)) {
                best = task;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The worker for this task, or none: the nearest, of equally near ones whoever has worked least, at home before abroad. */
    public static <T, W> Optional<Hand<W>> handFor(
            Candidate<T> task, Collection<Hand<W>> free, RuleSet rules, Instant now) {
        Comparator<Hand<W>> nearest = Comparator.<Hand<W>, Boolean>comparing(hand -> !hand.isAtHome(task.zone()))
                .thenComparing(hand -> rules.walks().between(hand.spot(), task.spot()))
                .thenComparing(Hand::worked);
        return free.stream().filter(hand -> may(hand, task, rules, now)).min(nearest);
    }

    /** Whether this worker may do this task now: skill, zone, and the end of the shift. */
    public static <T, W> boolean may(Hand<W> hand, Candidate<T> task, RuleSet rules, Instant now) {
        if (task.skill() != null && !hand.skills().contains(task.skill())) {
            return false;
        }
        if (!hand.isAtHome(task.zone()) && now.isBefore(borrowedFrom(task, rules))) {
            return false;
        }
        Duration takes = rules.walks().between(hand.spot(), task.spot()).plus(task.service());
        return hand.until() == null
                || task.rank().urgency().compareTo(Urgency.NOW) <= 0
                || !now.plus(takes).isAfter(hand.until());
    }

    /** From when on somebody of another zone may take the task. */
    public static <T> Instant borrowedFrom(Candidate<T> task, RuleSet rules) {
        return task.since().plus(rules.borrowAfter().getOrDefault(task.rank().urgency(), NEVER));
    }

    /** Whether the later one, of the same class and nearly as pressing, may come first for being near. */
    private static <T> boolean rivals(Candidate<T> first, Candidate<T> other, RuleSet rules) {
        return rules.order() == RuleSet.Order.NEED
                && first.rank().sameClassAs(other.rank())
                && Duration.between(first.rank().startBy(), other.rank().startBy())
                                .compareTo(rules.nearWithin())
                        < 0;
    }

    private static <T, W> boolean betterFor(Hand<W> hand, Candidate<T> task, Candidate<T> best, RuleSet rules) {
        boolean last = rules.infectionLast() && best.rank().urgency().compareTo(Urgency.NOW) > 0;
        boolean home = hand.isAtHome(task.zone());
        if (home != hand.isAtHome(best.zone())) {
            return home;
        }
        if (last && (task.skill() == Skill.INFECTION) != (best.skill() == Skill.INFECTION)) {
            return best.skill() == Skill.INFECTION;
        }
        return rules.walks()
                        .between(hand.spot(), task.spot())
                        .compareTo(rules.walks().between(hand.spot(), best.spot()))
                < 0;
    }
}
