package flyt.simulator.lab;

import flyt.domain.priority.Team;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * A recorded demand: what there was to do in some days of a hospital.
 *
 * @param run its number: of a simulated recording the seed
 * @param zone by whose wall clock shifts change
 * @param begins when the recording begins
 * @param counts from when on its jobs are counted: before, the queue only fills to what is usual
 * @param ends when it ends
 * @param jobs by the moment of their order
 */
record Demand(long run, ZoneId zone, Instant begins, Instant counts, Instant ends, List<Job> jobs) {

    Demand {
        jobs = List.copyOf(jobs);
    }

    /** What of it is one team's. */
    Demand of(Team team) {
        return new Demand(
                run,
                zone,
                begins,
                counts,
                ends,
                jobs.stream().filter(job -> job.team() == team).toList());
    }

    /** Whether this job's figures count. */
    boolean counted(Job job) {
        return !job.ordered().isBefore(counts) && job.ordered().isBefore(ends);
    }

    double countedDays() {
        return Duration.between(counts, ends).toSeconds() / 86_400.0;
    }
}
