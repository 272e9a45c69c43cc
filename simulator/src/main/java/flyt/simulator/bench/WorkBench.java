package flyt.simulator.bench;

import flyt.domain.Command;
import flyt.domain.Decider;
import flyt.domain.Decision.Accepted;
import flyt.domain.Hospital;
import flyt.domain.Input;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Source;
import flyt.domain.event.StaffKey;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.Places.BedPlace;
import flyt.domain.priority.RuleSet;
import flyt.domain.priority.RuleSet.HandingOut;
import flyt.domain.priority.RuleSet.Mode;
import flyt.domain.priority.StandardRuleSet;
import flyt.domain.priority.Team;
import flyt.domain.task.Point;
import flyt.domain.task.TaskId;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/**
 * What one new fact costs to re-sort and re-offer, at few and at many open tasks, in processor time of the writer. Work is
 * offered, five hundred people are on duty and busy; each round one of them ends a task and is offered the best of what waits,
 * and one new task is ordered in its place, so that as many stay open.
 */
final class WorkBench {
    private static final int WORKERS = 500;
    private static final int ROUNDS = 2_000;
    private static final int WARM_UP = 1_000;
    private static final List<Integer> OPEN = List.of(50, 500, 5_000);
    private static final Instant START = Instant.parse("2026-11-12T08:00:00Z");
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private final Figures figures;
    private final List<Point> places;
    private final Random random;
    private Hospital hospital;
    private Instant now = START;
    private int messages;

    private WorkBench(HospitalDefinition definition, long seed, Figures figures) {
        this.figures = figures;
        this.random = new Random(seed);
        hospital = ((Accepted) Decider.decide(null, new Input.Define(message(), definition), now)).after();
        places = hospital.places().beds().stream()
                .map(BedPlace::bed)
                .map(Point::bed)
                .toList();
    }

    /** Prints the cost at each number of open tasks, and each beside the one at the fewest. */
    static boolean run(HospitalDefinition definition, long seed, Figures figures) {
        double few = 0;
        for (int open : OPEN) {
            double micros = new WorkBench(definition, seed, figures).at(open);
            few = few == 0 ? micros : few;
            figures.say(String.format(
                    "  %,6d open tasks, %d workers: %,7.1f us for one task done and one ordered, %.2f of that at %d",
                    open, WORKERS, micros, micros / few, OPEN.get(0)));
        }
        return true;
    }

    private double at(int open) {
        say("coordinator", new Command.AdoptRules(offered()));
        for (int i = 0; i < WORKERS; i++) {
            say("w" + i, new Command.StartDuty(Team.PORTERS, new TreeSet<>(), new TreeSet<>(), null));
            order();
            begin("w" + i);
        }
        for (int i = 0; i < open; i++) {
            order();
        }
        for (int i = 0; i < WARM_UP; i++) {
            round();
        }
        long begun = CLOCK.getCurrentThreadCpuTime();
        for (int i = 0; i < ROUNDS; i++) {
            round();
        }
        return (CLOCK.getCurrentThreadCpuTime() - begun) / 1e3 / ROUNDS;
    }

    /** Somebody ends a task, is offered another, takes and begins it; one more is ordered. */
    private void round() {
        // so slowly that nobody passes a limit by waiting, which would be a fact of its own
        now = now.plusMillis(100);
        String worker = "w" + random.nextInt(WORKERS);
        TaskId task = hospital.tasks().of(new StaffKey(worker)).first();
        say(worker, new Command.FinishTask(task, false));
        begin(worker);
        order();
    }

    private void begin(String worker) {
        TaskId task = hospital.tasks().of(new StaffKey(worker)).first();
        say(worker, new Command.TakeTask(task));
        say(worker, new Command.StartTask(task));
    }

    private void order() {
        Point from = places.get(random.nextInt(places.size()));
        // each somewhere else, so that it is looked for among what is ordered from there, and not found
        Point to = Point.stop("S-" + messages);
        say(
                "ward",
                new Command.OrderTask(
                        "equipment", from, to, null, null, null, null, List.of(), new TreeSet<>(), false, false));
    }

    private void say(String by, Command wish) {
        if (Decider.decide(hospital, new Input.Wish(message(), now, new StaffKey(by), wish), now)
                instanceof Accepted accepted) {
            hospital = accepted.after();
        } else {
            throw new IllegalStateException("refused: " + wish);
        }
    }

    private MessageKey message() {
        return new MessageKey(Source.FLYT, "m" + messages++);
    }

    private static RuleSet offered() {
        RuleSet standard = StandardRuleSet.SET;
        return standard.handedOut(standard.version() + 1, List.of(new HandingOut(Team.PORTERS, 0, 24, Mode.PUSH)));
    }
}
