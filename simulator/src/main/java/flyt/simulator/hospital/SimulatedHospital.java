package flyt.simulator.hospital;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A hospital that behaves like one: emergency department, wards with finite beds, laboratory, cleaners, rosters.
 *
 * <p>Runs in virtual time. It has run for two weeks before the first day opens at midnight, so it is full, some
 * beds are dirty and some patients wait. The same plan, first day, seed and routine give the same course.
 */
public final class SimulatedHospital {

    /** How the cleaners' work is handed out. */
    public enum CleaningRoutine {
        /** All share all jobs, known at once, the most needed first. */
        POOLED_BY_NEED,
        /** Each has zones of his own, hears of a job after 20 minutes on average and takes them as they came. */
        OWN_ZONE
    }

    private static final int DAYS_BEFORE = 14;

    private final House house;
    private final Cleaning cleaning;
    private final BedDesk desk;
    private final BloodSampling sampling;

    /**
     * @param firstDay the day at whose midnight the doors open
     * @param seed any number; printed by whoever runs it
     * @param witness hears {@link Witness#opening} and then all that happens
     */
    public SimulatedHospital(Plan plan, LocalDate firstDay, long seed, CleaningRoutine routine, Witness witness) {
        WallClock wall = new WallClock(plan.zone());
        house = new House(plan, wall.at(firstDay.minusDays(DAYS_BEFORE), 0));
        cleaning = new Cleaning(house, Chance.of(seed, "cleaning"), routine);
        desk = new BedDesk(house, Chance.of(seed, "bed desk"));
        people(seed);
        sampling = new BloodSampling(house, Chance.of(seed, "blood sampling"));
        sampling.open();
        house.agenda.runUntil(wall.at(firstDay, 0));
        house.witness = witness;
        witness.opening(house.now(), this);
        cleaning.crew().tell();
    }

    private void people(long seed) {
        People people = new People(Chance.of(seed, "people"));
        Movements movements = new Movements(house, cleaning);
        cleaning.onReady(desk::look);
        Laboratory laboratory = new Laboratory(house, Chance.of(seed, "laboratory"));
        DischargeDay dischargeDay = new DischargeDay(house.wall, Chance.of(seed, "discharge day"));
        Departure departure =
                new Departure(house, Chance.of(seed, "departure"), movements, desk, laboratory, dischargeDay);
        Course course = new Course(house, Chance.of(seed, "course"), movements, desk, dischargeDay, departure);
        Illness illness = new Illness(house, Chance.of(seed, "illness"), Chance.of(seed, "isolation"));
        AgreedAdmissions agreed = new AgreedAdmissions(
                house, Chance.of(seed, "agreed admissions"), people, movements, desk, course, illness);
        agreed.fill();
        new EmergencyDepartment(
                        house,
                        Chance.of(seed, "arrivals"),
                        Chance.of(seed, "emergency department"),
                        people,
                        movements,
                        desk,
                        course,
                        illness,
                        laboratory)
                .open();
        new Roster(house, seed).open();
        new Absences(house, Chance.of(seed, "absences"), movements).open();
        new Closures(house, Chance.of(seed, "closures")).open();
        new Rearrangements(house, Chance.of(seed, "rearrangements"), movements, desk, course).open();
        new Slips(house, Chance.of(seed, "slips"), cleaning).open();
    }

    /**
     * Leaves cleans to people who are not simulated, until told otherwise.
     *
     * @param taken the beds whose clean one of them has, or is offered
     * @param open the beds whose clean waits for anybody
     */
    public void leaveToPeople(Set<String> taken, Set<String> open) {
        cleaning.leaveToPeople(taken, open);
    }

    /** The visits of those who wait for a bed. */
    public Set<String> waitingForBed() {
        return desk.waiting();
    }

    /**
     * Keeps what people who are not simulated have promised, and leaves who waits to them for a while.
     *
     * @param beds which bed they have promised, by the visit; until told otherwise
     */
    public void placedByPeople(Map<String, String> beds) {
        desk.placedByPeople(beds);
    }

    /** So many have gone from the laboratory to where blood is drawn. */
    public void helpAtSampling(int people) {
        sampling.help(people);
    }

    /** Lets the hospital live up to and including this moment; an earlier one changes nothing. */
    public void advanceTo(Instant time) {
        house.agenda.runUntil(time.getEpochSecond());
    }

    /** Hospital time. */
    public Instant now() {
        return Instant.ofEpochSecond(house.now());
    }

    public WallClock wall() {
        return house.wall;
    }

    public List<Ward> wards() {
        return List.copyOf(house.wards.values());
    }

    /** Everybody who is in the hospital, in the order of arrival. */
    public Collection<Stay> stays() {
        return List.copyOf(house.stays);
    }
}
