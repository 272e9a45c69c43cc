package flyt.simulator.lab;

import flyt.domain.priority.Skill;
import flyt.simulator.lab.Roster.Shift;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The smallest addition to a roster under which nobody waits longer than the maximum, by need: one or more of the same shift, on
 * every day, of somebody who may do everything.
 *
 * @param people how many more
 * @param more their shift; null: none that was tried is enough
 */
record Relief(int people, @Nullable Shift more) {

    private static final int PEOPLE_MAX = 3;
    private static final int HOURS_MAX = 10;
    private static final int HOURS_OF_A_DAY = 24;

    /** Of the additions of fewest hours a day, the one with fewest people, and the earliest. */
    static Relief of(Roster roster, List<Demand> runs) {
        // whatever fails mostly fails where most wait already
        List<Demand> worstFirst = runs.parallelStream()
                .map(run -> new Waited(run, waited(run, roster)))
                .sorted(Comparator.comparingLong(Waited::jobs).reversed())
                .map(Waited::run)
                .toList();
        for (int hours = 1; hours <= PEOPLE_MAX * HOURS_MAX; hours++) {
            for (int people = 1; people <= PEOPLE_MAX; people++) {
                if (hours % people != 0 || hours / people > HOURS_MAX) {
                    continue;
                }
                for (int from = 0; from < HOURS_OF_A_DAY; from++) {
                    Shift more = shift(roster, from, hours / people);
                    Roster then = with(roster, more, people);
                    if (worstFirst.stream().allMatch(run -> waited(run, then) == 0)) {
                        return new Relief(people, more);
                    }
                }
            }
        }
        return new Relief(PEOPLE_MAX, null);
    }

    private record Waited(Demand run, long jobs) {}

    private static long waited(Demand run, Roster roster) {
        return Shop.run(run, Policy.NEED_BASED, roster).done().stream()
                .filter(outcome -> run.counted(outcome.job()))
                .filter(outcome ->
                        outcome.started().isAfter(outcome.job().possible().plus(Policy.MAXIMUM)))
                .count();
    }

    private static Shift shift(Roster roster, int from, int hours) {
        String[] zones = roster.shifts().stream()
                .flatMap(shift -> shift.zones().stream())
                .distinct()
                .toArray(String[]::new);
        return Roster.daily(
                "more",
                from,
                (from + hours) % HOURS_OF_A_DAY,
                EnumSet.allOf(Skill.class),
                Roster.zones(zones),
                Set.of());
    }

    private static Roster with(Roster roster, Shift more, int people) {
        List<Shift> shifts = new ArrayList<>(roster.shifts());
        for (int i = 0; i < people; i++) {
            shifts.add(more);
        }
        return new Roster(roster.name() + " and more", roster.team(), shifts);
    }

    /** What the report says of it. */
    String sentence() {
        String none = String.format(Locale.ROOT, "That none waits above %.0f h", Policy.MAXIMUM.toMinutes() / 60.0);
        Shift shift = more;
        return shift == null
                ? none + String.format(Locale.ROOT, " takes more than %d people for %d h a day.", PEOPLE_MAX, HOURS_MAX)
                : none
                        + String.format(
                                Locale.ROOT,
                                " in any of these runs takes, by need, %d more from %s to %s each day (%.0f h a week); nothing smaller"
                                        + " of this kind does.",
                                people,
                                shift.from(),
                                shift.to(),
                                people * shift.hours() * 7);
    }
}
