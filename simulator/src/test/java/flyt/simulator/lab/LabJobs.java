package flyt.simulator.lab;

import flyt.domain.priority.Cause;
import flyt.domain.priority.Skill;
import flyt.domain.priority.Spot;
import flyt.domain.priority.Team;
import flyt.simulator.hospital.SimulatedHospital.CleaningRoutine;
import flyt.simulator.lab.Job.Wish;
import flyt.simulator.traffic.HospitalFile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Demand for tests: by hand, at whole minutes after eight in the morning, or recorded. */
final class LabJobs {

    static final Instant EIGHT = Instant.parse("2026-09-07T08:00:00Z");
    private static final HospitalMap MAP = new HospitalMap(HospitalFile.reference());

    private LabJobs() {}

    static Instant minute(int minute) {
        return EIGHT.plus(Duration.ofMinutes(minute));
    }

    static Spot room(String ward, String room) {
        return new Spot("A", "0", ward, "A", room);
    }

    static Job clean(int id, int minute, String kind, Spot spot, int minutes, Wish... wishes) {
        return new Job(
                id,
                Team.CLEANING,
                kind,
                minute(minute),
                minute(minute),
                spot,
                spot,
                "R1",
                Duration.ofMinutes(minutes),
                null,
                new TreeMap<>(),
                List.of(wishes));
    }

    static Job with(Job job, SortedMap<Cause, Instant> causes) {
        return new Job(
                job.id(),
                job.team(),
                job.kind(),
                job.ordered(),
                job.possible(),
                job.from(),
                job.to(),
                job.zone(),
                job.service(),
                job.asked(),
                causes,
                job.wishes());
    }

    static Demand demand(Job... jobs) {
        return new Demand(
                1,
                ZoneOffset.UTC,
                EIGHT.minus(Duration.ofHours(8)),
                EIGHT,
                EIGHT.plus(Duration.ofHours(16)),
                List.of(jobs));
    }

    static Roster oneCleaner(Set<Skill> skills) {
        return new Roster(
                "one", Team.CLEANING, List.of(Roster.daily("one", 7, 15, skills, Set.of("R1"), Set.of("R1"))));
    }

    /** Some days of the reference hospital. */
    static Demand recorded(long seed, int days) {
        return Recording.of(MAP, LocalDate.of(2026, 9, 7), days, seed, CleaningRoutine.OWN_ZONE);
    }
}
