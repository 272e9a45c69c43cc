package flyt.simulator.lab;

import static flyt.simulator.lab.Roster.daily;
import static flyt.simulator.lab.Roster.zones;

import flyt.domain.priority.Skill;
import flyt.domain.priority.Team;
import flyt.simulator.lab.Roster.Shift;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The rosters of the reference hospital (domain 2.8 and 2.9): cleaners 8 by day, 4 in the evening, 1 at night, half of them
 * trained for infection cleans; porters 13, 7 and 3.
 */
final class ReferenceRosters {
    /*
     * Eight cleaning zones, eight cleaners by day: one each. In the evening two zones each, at night all. Infection cleans in the
     * zone of one who is not trained are the trained neighbour's. Who is trained is as in the simulated hospital.
     */
    private static final Set<Skill> TRAINED = Set.of(Skill.INFECTION);

    static final Roster CLEANERS = new Roster("8 day, 4 evening, 1 night", Team.CLEANING, cleaners());
    static final Roster PORTERS = new Roster("13 day, 7 evening, 3 night", Team.PORTERS, porters());

    private ReferenceRosters() {}

    static Roster of(Team team) {
        return team == Team.CLEANING ? CLEANERS : PORTERS;
    }

    private static List<Shift> cleaners() {
        List<Shift> shifts = new ArrayList<>();
        for (int zone = 1; zone <= 8; zone++) {
            boolean trained = zone % 2 == 0;
            shifts.add(daily(
                    "day " + zone,
                    7,
                    15,
                    trained ? TRAINED : Set.of(),
                    zones("R" + zone),
                    trained ? zones("R" + (zone - 1), "R" + zone) : Set.of()));
        }
        for (int zone = 1; zone <= 4; zone++) {
            boolean trained = zone % 2 == 0;
            shifts.add(daily(
                    "evening " + zone,
                    15,
                    22,
                    trained ? TRAINED : Set.of(),
                    zones("R" + zone, "R" + (zone + 4)),
                    trained ? zones("R" + (zone - 1), "R" + (zone + 3), "R" + zone, "R" + (zone + 4)) : Set.of()));
        }
        String[] all = {"R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8"};
        shifts.add(daily("night", 22, 7, TRAINED, zones(all), zones(all)));
        return shifts;
    }

    /** Zones of porters are the two buildings. */
    private static List<Shift> porters() {
        List<Shift> shifts = new ArrayList<>();
        porters(shifts, "day", 7, 15, 8, 5);
        porters(shifts, "evening", 15, 22, 4, 3);
        porters(shifts, "night", 22, 7, 2, 1);
        return shifts;
    }

    private static void porters(List<Shift> shifts, String name, int from, int to, int inA, int inB) {
        for (int i = 1; i <= inA + inB; i++) {
            shifts.add(daily(name + " " + i, from, to, Set.of(), zones(i <= inA ? "A" : "B"), Set.of()));
        }
    }
}
