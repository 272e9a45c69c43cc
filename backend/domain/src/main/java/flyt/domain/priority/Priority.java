package flyt.domain.priority;

import flyt.domain.priority.RuleSet.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What comes first, and why. */
public final class Priority {
    /*
     * Each cause gives a class and the moment from which it holds; the most urgent counts, and its time runs from that moment
     * (domain 3.8: "from the order, or from when the class rose"). Ageing then lifts what has waited too long. All that can
     * change with time alone changes at one of a few moments, and the next of them is part of the answer.
     */

    private Priority() {}

    /** Where a task with this need stands at that moment. */
    public static Rank rank(Need need, RuleSet rules, Instant now) {
        if (rules.order() == Order.ARRIVAL) {
            return byArrival(need, rules);
        }
        Standing standing = new Standing(need.asked(), need.since());
        Instant changesAt = null;
        for (Map.Entry<Cause, Instant> cause : need.causes().entrySet()) {
            for (Standing possible : standings(cause.getKey(), cause.getValue(), need, rules)) {
                if (possible.from.isAfter(now)) {
                    changesAt = earlier(changesAt, possible.from);
                } else {
                    standing = standing.or(possible);
                }
            }
        }
        List<Reason> reasons = new ArrayList<>();
        Urgency urgency = standing.urgency;
        Instant waitsFrom = waitsFrom(need);
        Instant old = waitsFrom.plus(rules.agesAfter(need.team(), urgency));
        Instant tooOld = waitsFrom.plus(rules.liftedAfter(need.team()));
        if (!now.isBefore(tooOld) && urgency.compareTo(Urgency.NOW) > 0) {
            urgency = Urgency.NOW;
            reasons.add(new Reason(Cause.WAITED_TOO_LONG, waitsFrom));
        } else if (urgency.raised() != urgency) {
            if (!now.isBefore(old)) {
                urgency = urgency.raised();
                reasons.add(new Reason(Cause.WAITED_LONG, waitsFrom));
            } else {
                changesAt = earlier(changesAt, old);
            }
            changesAt = earlier(changesAt, tooOld.isAfter(now) ? tooOld : null);
        }
        Duration borrowed = rules.borrowAfter().get(urgency);
        if (borrowed != null && need.since().plus(borrowed).isAfter(now)) {
            // what others may take from then on must be offered to them then
            changesAt = earlier(changesAt, need.since().plus(borrowed));
        }
        need.causes().forEach((cause, at) -> {
            if (cause.isForetold() || !at.isAfter(now)) {
                reasons.add(new Reason(cause, at));
            }
        });
        reasons.add(new Reason(Cause.ORDERED, need.since()));
        reasons.sort(null);
        Instant pin = need.causes().get(Cause.PINNED);
        boolean pinned = pin != null && pin.isAfter(now);
        if (pin != null && !pinned) {
            reasons.removeIf(reason -> reason.cause() == Cause.PINNED);
        }
        changesAt = pinned ? earlier(changesAt, pin) : changesAt;
        Instant due = due(need, standing, rules);
        Instant startBy = rules.startBy(need, due);
        // among the most urgent it stands before what came later, also where its own time is a day
        boolean lifted = reasons.contains(new Reason(Cause.WAITED_TOO_LONG, waitsFrom));
        Instant stands = lifted && tooOld.isBefore(startBy) ? tooOld : startBy;
        return new Rank(Rank.score(pinned, urgency, stands), urgency, due, startBy, changesAt, reasons);
    }

    private static Rank byArrival(Need need, RuleSet rules) {
        Instant due = need.since().plus(rules.within(need.team(), need.asked()));
        return new Rank(
                Rank.score(false, Urgency.SHIFT, need.since()),
                Urgency.SHIFT,
                due,
                rules.startBy(need, due),
                null,
                List.of(new Reason(Cause.ORDERED, need.since())));
    }

    private static Instant due(Need need, Standing standing, RuleSet rules) {
        Instant appointment = need.causes().get(Cause.APPOINTMENT);
        Instant due = standing.from.plus(rules.within(need.team(), standing.urgency));
        if (appointment == null) {
            return due;
        }
        return standing.urgency == Urgency.PLAN || appointment.isBefore(due) ? appointment : due;
    }

    /** From when on it waits: before its appointment nothing does. */
    private static Instant waitsFrom(Need need) {
        Instant appointment = need.causes().get(Cause.APPOINTMENT);
        return appointment == null ? need.since() : later(need.since(), appointment);
    }

    /** The classes that a cause gives, each from its own moment on. */
    private static List<Standing> standings(Cause cause, Instant at, Need need, RuleSet rules) {
        Instant since = at.isAfter(need.since()) ? at : need.since();
        return switch (cause) {
            case ORDERED_ACUTE -> List.of(new Standing(Urgency.ACUTE, since));
            case EMERGENCY_PATIENT_WAITS, PATIENT_WAITS, INTENSIVE_CARE, ORDERED_URGENT ->
                List.of(new Standing(Urgency.NOW, since));
            case PATIENT_UNATTENDED ->
                List.of(
                        new Standing(need.asked(), since),
                        new Standing(Urgency.NOW, since.plus(rules.limits().unattended())));
            case PATIENT_COMES ->
                List.of(
                        new Standing(Urgency.TODAY, need.since()),
                        new Standing(Urgency.SOON, later(need.since(), at.minus(rules.comesSoon()))),
                        new Standing(Urgency.NOW, later(need.since(), at.minus(rules.comesNow()))));
            case ISOLATION_ROOM_NEEDED, NO_FREE_BED -> List.of(new Standing(Urgency.SOON, since));
            case SHORTAGE_EXPECTED -> List.of(new Standing(Urgency.TODAY, since));
            case APPOINTMENT ->
                List.of(new Standing(
                        Urgency.SOON, later(need.since(), at.minus(rules.within(need.team(), Urgency.SOON)))));
            case PINNED, WAITED_TOO_LONG, WAITED_LONG, NEAR, ORDERED -> List.of();
        };
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    /** A class and since when it holds. */
    private record Standing(Urgency urgency, Instant from) {
        Standing or(Standing other) {
            int byUrgency = urgency.compareTo(other.urgency);
            if (byUrgency != 0) {
                return byUrgency < 0 ? this : other;
            }
            return from.isAfter(other.from) ? other : this;
        }
    }
}
