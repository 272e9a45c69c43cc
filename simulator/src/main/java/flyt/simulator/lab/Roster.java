package flyt.simulator.lab;

import flyt.domain.priority.Skill;
import flyt.domain.priority.Team;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who of a team is on duty when: places to be filled, not people.
 *
 * @param name as reports show it
 */
record Roster(String name, Team team, List<Shift> shifts) {

    Roster {
        shifts = List.copyOf(shifts);
    }

    /**
     * One worker's time on duty, on each of its days.
     *
     * @param to not after {@code from}: on the next day
     * @param days on which it begins
     * @param zones whose work it is while each has zones of their own
     * @param infectionZones whose infection cleans it is then: of zones whose own cleaner is not trained for them
     * @param pauseAt when the break is due, or null for none; who has a job under way ends it first
     */
    record Shift(
            String name,
            LocalTime from,
            LocalTime to,
            Set<DayOfWeek> days,
            Set<Skill> skills,
            Set<String> zones,
            Set<String> infectionZones,
            @Nullable LocalTime pauseAt,
            int pauseMinutes) {

        Shift {
            days = Set.copyOf(days);
            skills = Set.copyOf(skills);
            zones = Set.copyOf(zones);
            infectionZones = Set.copyOf(infectionZones);
        }

        boolean begins(LocalDate date) {
            return days.contains(date.getDayOfWeek());
        }

        boolean overMidnight() {
            return !to.isAfter(from);
        }

        /** On duty, the break included. */
        double hours() {
            int minutes = (to.toSecondOfDay() - from.toSecondOfDay()) / 60;
            return (minutes > 0 ? minutes : minutes + 1_440) / 60.0;
        }
    }

    /** Hours on duty in a week. */
    double weeklyHours() {
        return shifts.stream()
                .mapToDouble(shift -> shift.hours() * shift.days().size())
                .sum();
    }

    /** A shift every day, without a break: whom the reference counts as on duty is at work. */
    static Shift daily(
            String name, int from, int to, Set<Skill> skills, Set<String> zones, Set<String> infectionZones) {
        return new Shift(
                name,
                LocalTime.of(from, 0),
                LocalTime.of(to, 0),
                EnumSet.allOf(DayOfWeek.class),
                skills,
                zones,
                infectionZones,
                null,
                0);
    }

    /** The zones as sorted text. */
    static Set<String> zones(String... names) {
        return new TreeSet<>(List.of(names));
    }
}
