package flyt.simulator.lab;

import flyt.domain.priority.Cause;
import flyt.domain.priority.Skill;
import flyt.domain.priority.Team;
import flyt.domain.priority.Urgency;
import flyt.simulator.lab.Job.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.descriptive.Quantile;

/** The figures of one run; what there is none of is not a number. */
final class Figures {
    /*
     * The headline is of standard cleans, as the domain reads the hospital's own "one hour, 22 minutes"; of porters it is of all
     * jobs. A bed is wanted from the start when, within ten minutes of the order, it is promised to a patient who waits in the
     * emergency department or can come within half an hour of the order. Groups are the same jobs under each policy.
     */
    private static final Quantile QUANTILE = Quantile.withDefaults();
    private static final Duration SOON_KNOWN = Duration.ofMinutes(10);
    private static final Duration SOON_READY = Duration.ofMinutes(30);

    private final Demand demand;
    private final List<Outcome> outcomes;
    private final Map<Figure, Double> figures = new EnumMap<>(Figure.class);

    private Figures(Demand demand, Work work) {
        this.demand = demand;
        this.outcomes = work.done().stream()
                .filter(outcome -> demand.counted(outcome.job()))
                .toList();
    }

    static Map<Figure, Double> of(Demand demand, Work work, Map<Integer, Yardstick> yardsticks, Duration longestWait) {
        Figures figures = new Figures(demand, work);
        figures.times();
        figures.beds();
        figures.late(yardsticks);
        figures.work(work, longestWait);
        return figures.figures;
    }

    private void times() {
        double[] headline = some(Figures::headline, Outcome::minutesToDone);
        put(Figure.DONE_MEDIAN, quantile(headline, 0.5));
        put(Figure.DONE_P90, quantile(headline, 0.9));
        put(Figure.DONE_MEAN, mean(headline));
        double[] infection = some(Figures::infection, Outcome::minutesToDone);
        put(Figure.INFECTION_MEDIAN, quantile(infection, 0.5));
        put(Figure.INFECTION_P90, quantile(infection, 0.9));
        double[] all = some(outcome -> true, Outcome::minutesToDone);
        put(Figure.ALL_MEDIAN, quantile(all, 0.5));
        put(Figure.ALL_P90, quantile(all, 0.9));
        double[] start = some(outcome -> true, Outcome::minutesToStart);
        put(Figure.START_MEDIAN, quantile(start, 0.5));
        put(Figure.START_P90, quantile(start, 0.9));
    }

    /** A standard clean, or any job of the porters. */
    static boolean headline(Outcome outcome) {
        return !infection(outcome);
    }

    private static boolean infection(Outcome outcome) {
        var kind = Policy.STANDARD.kinds().get(outcome.job().kind());
        return kind != null && kind.skill() == Skill.INFECTION;
    }

    private void beds() {
        if (outcomes.stream().anyMatch(outcome -> outcome.job().team() != Team.CLEANING)) {
            return;
        }
        put(Figure.EMPTY_HOURS, sum(some(outcome -> true, Outcome::minutesToDone)) / 60 / demand.countedDays());
        double[] waits = some(outcome -> outcome.job().taker() != null, Figures::bedWait);
        put(Figure.BED_WAIT, mean(waits));
        put(Figure.BED_WAIT_P90, quantile(waits, 0.9));
        double[] wanted = some(outcome -> headline(outcome) && wanted(outcome.job()), Outcome::minutesToDone);
        double[] others = some(outcome -> headline(outcome) && unwanted(outcome.job()), Outcome::minutesToDone);
        put(Figure.WANTED_MEDIAN, quantile(wanted, 0.5));
        put(Figure.WANTED_P90, quantile(wanted, 0.9));
        put(Figure.OTHERS_MEDIAN, quantile(others, 0.5));
        put(Figure.OTHERS_P90, quantile(others, 0.9));
        put(Figure.MARGIN, mean(others) - mean(wanted));
    }

    /** How long the patient who came into the bed waited for it: ready, the last one gone, and the bed not yet done. */
    private static double bedWait(Outcome outcome) {
        Wish taker = outcome.job().taker();
        Instant ordered = outcome.job().ordered();
        Instant from = taker == null || taker.ready().isBefore(ordered) ? ordered : taker.ready();
        return Math.max(0, Outcome.minutes(from, outcome.done()));
    }

    private static boolean wanted(Job job) {
        Wish taker = job.taker();
        return taker != null
                && !taker.known().isAfter(job.ordered().plus(SOON_KNOWN))
                && (taker.emergency() || !taker.ready().isAfter(job.ordered().plus(SOON_READY)));
    }

    private static boolean unwanted(Job job) {
        return !job.causes().containsKey(Cause.INTENSIVE_CARE)
                && job.wishes().stream()
                        .noneMatch(wish -> !wish.known().isAfter(job.ordered().plus(SOON_KNOWN)));
    }

    private void late(Map<Integer, Yardstick> yardsticks) {
        put(Figure.LATE, share(outcomes, yardsticks));
        for (Urgency urgency : Urgency.values()) {
            List<Outcome> some = outcomes.stream()
                    .filter(outcome -> yardsticks.get(outcome.job().id()).urgency() == urgency)
                    .toList();
            put(Figure.valueOf("LATE_" + urgency.name()), share(some, yardsticks));
        }
    }

    private static double share(List<Outcome> outcomes, Map<Integer, Yardstick> yardsticks) {
        long late = outcomes.stream()
                .filter(outcome -> yardsticks.get(outcome.job().id()).late(outcome))
                .count();
        return outcomes.isEmpty() ? Double.NaN : 100.0 * late / outcomes.size();
    }

    private void work(Work work, Duration longestWait) {
        double[] waits =
                some(outcome -> true, outcome -> Outcome.minutes(outcome.job().possible(), outcome.started()));
        double longest = 0;
        int over = 0;
        for (double wait : waits) {
            longest = Math.max(longest, wait);
            over += wait > longestWait.toSeconds() / 60.0 ? 1 : 0;
        }
        put(Figure.LONGEST, longest);
        put(Figure.OVER_MAXIMUM, over);
        put(Figure.WALK, mean(some(outcome -> true, outcome -> outcome.walk().toSeconds() / 60.0)));
        put(
                Figure.IDLE,
                work.onDutySeconds() == 0 ? Double.NaN : 100 - 100.0 * work.busySeconds() / work.onDutySeconds());
        put(Figure.UNDONE, work.undone().stream().filter(demand::counted).count());
    }

    private double[] some(Predicate<Outcome> which, ToDoubleFunction<Outcome> what) {
        return outcomes.stream().filter(which).mapToDouble(what).toArray();
    }

    private static double quantile(double[] values, double share) {
        return QUANTILE.evaluate(values, share);
    }

    private static double mean(double[] values) {
        return sum(values) / values.length;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private void put(Figure figure, double value) {
        figures.put(figure, value);
    }
}
