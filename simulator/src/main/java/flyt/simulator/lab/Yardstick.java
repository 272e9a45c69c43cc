package flyt.simulator.lab;

import flyt.domain.priority.Cause;
import flyt.domain.priority.Rank;
import flyt.domain.priority.RuleSet;
import flyt.domain.priority.RuleSet.Counted;
import flyt.domain.priority.Urgency;
import flyt.simulator.lab.Job.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By when a job should have been done, and in which class: the same for all policies, whatever rules they work by.
 *
 * <p>It is the earliest deadline that the standard rules ever give the job, as if it stayed open until then; that it has waited
 * gives it no other. Of a team whose times count the beginning that is when somebody sets out, as in the domain's roster check.
 *
 * @param urgency the class that gives it
 */
record Yardstick(Urgency urgency, Instant due) {

    private static final RuleSet UNAGED = Policy.STANDARD.liftedAfter(Duration.ofDays(365));

    /** How much later than its appointment a job may begin (domain 3.9: due ± 5 to 10 min). */
    private static final Duration LEEWAY = Duration.ofMinutes(10);

    static Yardstick of(Job job) {
        Needs needs = new Needs(UNAGED);
        Wish taker = job.taker();
        Job settled = new Job(
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
                job.causes(),
                taker == null ? List.of() : List.of(taker));
        Yardstick yardstick = null;
        Instant at = job.possible();
        while (at != null && (yardstick == null || at.isBefore(yardstick.due))) {
            Rank rank = needs.rank(settled, at);
            if (yardstick == null || rank.due().isBefore(yardstick.due)) {
                yardstick = new Yardstick(rank.urgency(), rank.due());
            }
            Instant known = taker == null || !taker.known().isAfter(at) ? null : taker.known();
            at = earlier(known, rank.changesAt());
        }
        if (yardstick == null) {
            throw new IllegalStateException("no deadline for job " + job.id());
        }
        boolean timed = yardstick.due.equals(job.causes().get(Cause.APPOINTMENT));
        return timed ? new Yardstick(Urgency.PLAN, yardstick.due.plus(LEEWAY)) : yardstick;
    }

    boolean late(Outcome outcome) {
        Counted counted = UNAGED.within().get(outcome.job().team()).counted();
        return (counted == Counted.DONE ? outcome.done() : outcome.taken()).isAfter(due);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
