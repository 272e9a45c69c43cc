package flyt.simulator.lab;

import flyt.domain.priority.Team;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Trials on the same runs of demand, and what was measured.
 *
 * @param days that count, of each run
 * @param jobs of the team that count, over all runs
 * @param results by trial, in the order asked for; last the bound
 * @param relief what it would take that none waits longer than the maximum, or null where that was not looked for
 */
record Study(Team team, List<Long> runs, double days, long jobs, List<Result> results, @Nullable Relief relief) {

    /** The name under which the bound stands among the results. */
    static final String BOUND = "bound";

    Study {
        runs = List.copyOf(runs);
        results = List.copyOf(results);
    }

    /**
     * What one trial gave.
     *
     * @param figures of each run, in the order of the runs
     * @param minutes how many jobs of all runs were done within that minute; the last is for all that took longer
     */
    record Result(String name, String meaning, List<Map<Figure, Double>> figures, long[] minutes) {

        Interval interval(Figure figure) {
            return Interval.of(values(figure));
        }

        double mean(Figure figure) {
            return interval(figure).mean();
        }

        /** How much more than in another result, run by run. */
        Interval beyond(Result other, Figure figure) {
            double[] mine = values(figure);
            double[] theirs = other.values(figure);
            double[] differences = new double[mine.length];
            for (int i = 0; i < mine.length; i++) {
                differences[i] = mine[i] - theirs[i];
            }
            return Interval.of(differences);
        }

        private double[] values(Figure figure) {
            return figures.stream()
                    .mapToDouble(run -> run.getOrDefault(figure, Double.NaN))
                    .toArray();
        }
    }

    /** How long the longest time is that the distribution tells apart, in minutes. */
    static final int LONGEST = 300;

    private record Run(double days, int jobs, Map<String, Map<Figure, Double>> figures, Map<String, long[]> minutes) {}

    /**
     * Runs all trials on each demand.
     *
     * @param demand gives the demand of a run; asked once for each, from several threads
     * @param progress hears how many runs are finished
     */
    static Study of(Team team, List<Long> runs, LongFunction<Demand> demand, List<Trial> trials, IntConsumer progress) {
        AtomicInteger finished = new AtomicInteger();
        List<Run> done = runs.parallelStream()
                .map(run -> {
                    Run result = run(demand.apply(run).of(team), trials);
                    progress.accept(finished.incrementAndGet());
                    return result;
                })
                .toList();
        List<Result> results = new ArrayList<>();
        for (Trial trial : trials) {
            results.add(result(trial.name(), meaning(trial), done));
        }
        results.add(result(BOUND, "each job at once by somebody who stands at the door: no policy can beat it", done));
        long jobs = done.stream().mapToLong(Run::jobs).sum();
        double days = done.stream().mapToDouble(Run::days).average().orElse(0);
        return new Study(team, runs, days, jobs, results, null);
    }

    /** The same with what it would take. */
    Study with(Relief found) {
        return new Study(team, runs, days, jobs, results, found);
    }

    private static String meaning(Trial trial) {
        boolean reference = trial.roster() == ReferenceRosters.of(trial.roster().team());
        return trial.policy().meaning()
                + (reference ? "" : "; roster " + trial.roster().name());
    }

    private static Run run(Demand demand, List<Trial> trials) {
        Map<Integer, Yardstick> yardsticks = new HashMap<>();
        demand.jobs().forEach(job -> yardsticks.put(job.id(), Yardstick.of(job)));
        Map<String, Map<Figure, Double>> figures = new LinkedHashMap<>();
        Map<String, long[]> minutes = new LinkedHashMap<>();
        for (Trial trial : trials) {
            Work work = Shop.run(demand, trial.policy(), trial.roster());
            Map<Figure, Double> measured = Figures.of(demand, work, yardsticks, Policy.MAXIMUM);
            measured.put(Figure.UNAVOIDABLE, (double) Overload.of(demand, trial.roster(), Policy.MAXIMUM));
            figures.put(trial.name(), measured);
            minutes.put(trial.name(), distribution(demand, work));
        }
        Work bound = Bound.of(demand.jobs());
        figures.put(BOUND, Figures.of(demand, bound, yardsticks, Duration.ofDays(1)));
        minutes.put(BOUND, distribution(demand, bound));
        int jobs = (int) demand.jobs().stream().filter(demand::counted).count();
        return new Run(demand.countedDays(), jobs, figures, minutes);
    }

    private static long[] distribution(Demand demand, Work work) {
        long[] minutes = new long[LONGEST + 1];
        Stream<Outcome> counted = work.done().stream().filter(outcome -> demand.counted(outcome.job()));
        counted.filter(Figures::headline)
                .forEach(outcome -> minutes[(int) Math.min(LONGEST, StrictMath.ceil(outcome.minutesToDone()))]++);
        return minutes;
    }

    private static Result result(String name, String meaning, List<Run> runs) {
        long[] minutes = new long[LONGEST + 1];
        for (Run run : runs) {
            long[] more = run.minutes.get(name);
            for (int i = 0; more != null && i < minutes.length; i++) {
                minutes[i] += more[i];
            }
        }
        return new Result(
                name,
                meaning,
                runs.stream()
                        .map(run -> run.figures.getOrDefault(name, Map.of()))
                        .toList(),
                minutes);
    }

    /** The result of this name. */
    Result result(String name) {
        return results.stream()
                .filter(result -> result.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no result " + name));
    }

    boolean has(String name) {
        return results.stream().anyMatch(result -> result.name().equals(name));
    }
}
