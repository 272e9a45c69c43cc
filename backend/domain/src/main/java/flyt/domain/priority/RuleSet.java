package flyt.domain.priority;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * By which rules work is put in order and handed out: every number of domain 3.8 and 3.9, under a name and a version. Given whole
 * each time; checked by {@link RuleSetCheck} before it becomes an event.
 *
 * @param order by need, or by arrival as it was before
 * @param within for each team and class, by when a task is done, or begun where the team counts that
 * @param comesNow a patient who comes within this time is as good as here
 * @param comesSoon a patient who comes within this time will wait soon
 * @param ageFactor after so many times its class's time a task is one class up
 * @param longestWait nothing is to wait longer than this; a team's {@link TeamTimes#liftedAfter} sees to it in time
 * @param nearWithin of tasks of one class whose latest beginnings differ by less than this, the nearest is first
 * @param borrowAfter how long a task of a class waits before somebody from another zone may take it; absent: nobody may
 * @param infectionLast whether one who cleans does rooms of contagious patients last, where nobody waits for them
 * @param receiptWithin how long an offer waits for the phone to say that it has arrived
 * @param answerWithin how long an offer waits for the one it was made to
 * @param shifts for each team, whether work is offered or taken from a list, and when
 * @param kinds what there is to do, by the kind's id
 * @param limits when a coordinator must be told; absent in rules adopted before there were any: the usual ones
 */
public record RuleSet(
        String name,
        int version,
        Order order,
        SortedMap<Team, TeamTimes> within,
        Duration comesNow,
        Duration comesSoon,
        double ageFactor,
        Duration longestWait,
        Duration nearWithin,
        SortedMap<Urgency, Duration> borrowAfter,
        boolean infectionLast,
        Duration receiptWithin,
        Duration answerWithin,
        Walks walks,
        List<HandingOut> shifts,
        SortedMap<String, Kind> kinds,
        Limits limits) {

    public RuleSet {
        within = Collections.unmodifiableSortedMap(new TreeMap<>(within));
        borrowAfter = Collections.unmodifiableSortedMap(new TreeMap<>(borrowAfter));
        shifts = List.copyOf(shifts);
        kinds = Collections.unmodifiableSortedMap(new TreeMap<>(kinds));
        limits = Objects.requireNonNullElse(limits, Limits.USUAL);
    }

    /** What comes first. */
    public enum Order {
        NEED,
        ARRIVAL
    }

    /** What a team's times count. */
    public enum Counted {
        STARTED,
        DONE
    }

    /** Whether the system offers the best task to the best worker, or workers choose from the list. */
    public enum Mode {
        PUSH,
        PULL
    }

    /**
     * By when a task of each class is begun or done; every class has a time.
     *
     * @param liftedAfter what has waited so long is among the most urgent; null: what has waited the set's longest wait, which is
     *     when it is too late. Sooner where a queue can take longer than that to be worked off
     */
    public record TeamTimes(Counted counted, SortedMap<Urgency, Duration> within, @Nullable Duration liftedAfter) {
        public TeamTimes {
            within = Collections.unmodifiableSortedMap(new TreeMap<>(within));
        }
    }

    /**
     * How a team's work is handed out from one hour of the day to another.
     *
     * @param from the first hour, 0 to 23
     * @param to the hour at which it ends; not above {@code from}: over midnight
     */
    public record HandingOut(Team team, int from, int to, Mode mode) {
        boolean covers(LocalTime time) {
            int hour = time.getHour();
            return from < to ? from <= hour && hour < to : hour >= from || hour < to;
        }
    }

    /**
     * A kind of task.
     *
     * @param name what a hospital calls a kind of its own; null: the languages have a word for it
     * @param asked how urgent it is by itself
     * @param service how long it takes
     * @param skill what its worker must be able to do, or null
     */
    public record Kind(@Nullable String name, Team team, Urgency asked, Duration service, @Nullable Skill skill) {}

    /** How long a task of this team and class may take or wait. */
    public Duration within(Team team, Urgency urgency) {
        return within.get(team).within().get(urgency);
    }

    /** How long a task of this team waits before it is among the most urgent. */
    public Duration liftedAfter(Team team) {
        return Objects.requireNonNullElse(within.get(team).liftedAfter(), longestWait);
    }

    /** When somebody must begin so that it is in time. */
    public Instant startBy(Need need, Instant due) {
        return within.get(need.team()).counted() == Counted.DONE ? due.minus(need.service()) : due;
    }

    /** How long after its order a task of this class is one class up. */
    public Duration agesAfter(Team team, Urgency urgency) {
        return Duration.ofMillis((long) StrictMath.ceil(within(team, urgency).toMillis() * ageFactor));
    }

    /** How a team's work is handed out at that time of the day; where nothing is said, workers choose. */
    public Mode mode(Team team, LocalTime time) {
        return shifts.stream()
                .filter(shift -> shift.team() == team && shift.covers(time))
                .findFirst()
                .map(HandingOut::mode)
                .orElse(Mode.PULL);
    }

    /** The same in another order. */
    public RuleSet in(Order newOrder) {
        return with(version, newOrder, within, longestWait, shifts, limits);
    }

    /** The next version, by which work is handed out in another way. */
    public RuleSet handedOut(int newVersion, List<HandingOut> newShifts) {
        return with(newVersion, order, within, longestWait, newShifts, limits);
    }

    /** The next version, with other limits. */
    public RuleSet limited(int newVersion, Limits newLimits) {
        return with(newVersion, order, within, longestWait, shifts, newLimits);
    }

    /** The same with other times of the teams. */
    public RuleSet within(SortedMap<Team, TeamTimes> newWithin) {
        return with(version, order, newWithin, longestWait, shifts, limits);
    }

    /** The same with another longest wait, and no team's tasks lifted before that. */
    public RuleSet liftedAfter(Duration newLongestWait) {
        SortedMap<Team, TeamTimes> times = new TreeMap<>(within);
        times.replaceAll((team, of) -> new TeamTimes(of.counted(), of.within(), null));
        return with(version, order, times, newLongestWait, shifts, limits);
    }

    private RuleSet with(
            int newVersion,
            Order newOrder,
            SortedMap<Team, TeamTimes> newWithin,
            Duration newLongestWait,
            List<HandingOut> newShifts,
            Limits newLimits) {
        return new RuleSet(
                name,
                newVersion,
                newOrder,
                newWithin,
                comesNow,
                comesSoon,
                ageFactor,
                newLongestWait,
                nearWithin,
                borrowAfter,
                infectionLast,
                receiptWithin,
                answerWithin,
                walks,
                newShifts,
                kinds,
                newLimits);
    }

    static SortedMap<Urgency, Duration> minutes(int acute, int now, int soon, int today, int shift, int plan) {
        Map<Urgency, Duration> within = new EnumMap<>(Urgency.class);
        int[] minutes = {acute, now, soon, today, shift, plan};
        for (Urgency urgency : Urgency.values()) {
            within.put(urgency, Duration.ofMinutes(minutes[urgency.ordinal()]));
        }
        return new TreeMap<>(within);
    }
}
