package flyt.simulator.lab;

import flyt.domain.priority.Candidate;
import flyt.domain.priority.Cause;
import flyt.domain.priority.Need;
import flyt.domain.priority.Priority;
import flyt.domain.priority.Rank;
import flyt.domain.priority.RuleSet;
import flyt.domain.priority.RuleSet.Kind;
import flyt.simulator.lab.Job.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Jobs as the product's rules see them: what is known of each at a moment. */
final class Needs {

    private final RuleSet rules;
    private final Map<Integer, Standing> standings = new HashMap<>();

    /** A candidate, and when it has to be asked for anew. */
    private record Standing(Candidate<Job> candidate, Instant until) {}

    Needs(RuleSet rules) {
        this.rules = rules;
    }

    /**
     * The job with its rank; the rank is asked for anew when the last one said that it changes, or when more has become known.
     *
     * @throws IllegalArgumentException when the rules do not know its kind
     */
    Candidate<Job> candidate(Job job, @Nullable String zone, Instant now) {
        Standing standing = standings.get(job.id());
        if (standing == null || !now.isBefore(standing.until)) {
            Kind kind = kind(job);
            Rank rank = rank(job, now);
            standing = new Standing(
                    new Candidate<>(job, rank, job.possible(), job.from(), zone, kind.skill(), kind.service()),
                    until(job, rank, now));
            standings.put(job.id(), standing);
        }
        return standing.candidate;
    }

    private static Instant until(Job job, Rank rank, Instant now) {
        Instant until = rank.changesAt() == null ? Instant.MAX : rank.changesAt();
        for (Wish wish : job.wishes()) {
            until = earlier(until, wish.known(), now);
            until = wish.withdrawn() == null ? until : earlier(until, wish.withdrawn(), now);
        }
        return until;
    }

    private static Instant earlier(Instant until, Instant moment, Instant now) {
        return moment.isAfter(now) && moment.isBefore(until) ? moment : until;
    }

    Rank rank(Job job, Instant now) {
        return Priority.rank(need(job, now), rules, now);
    }

    Kind kind(Job job) {
        Kind kind = rules.kinds().get(job.kind());
        if (kind == null) {
            throw new IllegalArgumentException("the rules have no kind " + job.kind());
        }
        return kind;
    }

    private Need need(Job job, Instant now) {
        Kind kind = kind(job);
        SortedMap<Cause, Instant> causes = new TreeMap<>(job.causes());
        for (Wish wish : job.wishes()) {
            if (wish.holds(now)) {
                if (wish.emergency()) {
                    causes.put(Cause.EMERGENCY_PATIENT_WAITS, wish.known());
                } else {
                    causes.put(Cause.PATIENT_COMES, wish.ready());
                    causes.put(Cause.PATIENT_WAITS, wish.ready());
                }
            }
        }
        Duration service = kind.service();
        return new Need(job.team(), job.possible(), job.asked() == null ? kind.asked() : job.asked(), service, causes);
    }
}
