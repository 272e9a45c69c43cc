package flyt.simulator.lab;

import java.time.Duration;
import java.time.Instant;

/**
 * What became of a job.
 *
 * @param taken when somebody set out for it
 * @param started when they were there
 * @param walk from where they were before
 */
record Outcome(Job job, Instant taken, Instant started, Instant done, Duration walk) {

    double minutesToDone() {
        return minutes(job.ordered(), done);
    }

    double minutesToStart() {
        return minutes(job.ordered(), started);
    }

    static double minutes(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds() / 60.0;
    }
}
