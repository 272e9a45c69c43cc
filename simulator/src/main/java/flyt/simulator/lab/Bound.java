package flyt.simulator.lab;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What no policy can beat: each job is begun the moment it can be, by somebody who stands at the door. */
final class Bound {

    private Bound() {}

    static Outcome of(Job job) {
        Instant done = job.possible().plus(job.service());
        return new Outcome(job, job.possible(), job.possible(), done, Duration.ZERO);
    }

    /** The demand of one team, each job at its bound; nobody is idle or walks. */
    static Work of(List<Job> jobs) {
        return new Work(jobs.stream().map(Bound::of).toList(), List.of(), 0, 0);
    }
}
