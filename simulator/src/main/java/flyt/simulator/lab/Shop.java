package flyt.simulator.lab;

import flyt.domain.priority.Candidate;
import flyt.domain.priority.Hand;
import flyt.domain.priority.Matching;
import flyt.domain.priority.Rank;
import flyt.domain.priority.RuleSet.Mode;
import flyt.domain.priority.Spot;
import flyt.domain.priority.Team;
import flyt.simulator.hospital.Agenda;
import flyt.simulator.hospital.Chance;
import flyt.simulator.hospital.WallClock;
import flyt.simulator.lab.Roster.Shift;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One team at work on a demand, in virtual time; who does what next is asked of {@link Matching}. */
final class Shop {
    /*
     * What happens: a job becomes known, somebody comes, goes, ends a job or a break. After each the work is handed out anew.
     *
     *   pull   each who is free, longest free first, takes the best job for him or her
     *   push   with more hands than jobs each job is offered to the best hand, otherwise each hand the best job; who does not answer
     *          in time is not asked for this job again for two minutes, and the next one is
     *
     * A job that was taken is never taken back. Somebody whose shift ends with a job under way ends it first.
     */
    private static final long AFTERWARDS = Duration.ofDays(3).toSeconds();

    /** Where everybody is when a shift begins. */
    private static final Spot ENTRANCE = new Spot("A", "0", null, null, null);

    private final Demand demand;
    private final Team team;
    private final Policy policy;
    private final Needs needs;
    private final WallClock wall;
    private final Agenda agenda;
    private final Map<Integer, Job> waiting = new LinkedHashMap<>();
    private final Set<Worker> free = new LinkedHashSet<>();
    private final Map<Integer, Integer> offers = new HashMap<>();
    private final Map<Integer, Set<Worker>> refused = new HashMap<>();
    private final List<Outcome> done = new ArrayList<>();
    private boolean looksAgain;
    private long onDuty;
    private long busy;

    private Shop(Demand demand, Policy policy, Roster roster) {
        this.team = roster.team();
        this.demand = demand.of(team);
        this.policy = policy;
        this.needs = new Needs(policy.rules());
        this.wall = new WallClock(demand.zone());
        long begins = demand.begins().getEpochSecond();
        this.agenda = new Agenda(begins - Duration.ofDays(1).toSeconds());
        long ends = demand.ends().getEpochSecond() + AFTERWARDS;
        LocalDate last = wall.date(ends);
        for (LocalDate date = wall.date(begins).minusDays(1); !date.isAfter(last); date = date.plusDays(1)) {
            for (Shift shift : roster.shifts()) {
                if (shift.begins(date)) {
                    schedule(new Worker(shift, date));
                }
            }
        }
        this.demand.jobs().forEach(this::schedule);
    }

    /** All jobs of the demand, under this policy with this roster. */
    static Work run(Demand demand, Policy policy, Roster roster) {
        Shop shop = new Shop(demand, policy, roster);
        shop.agenda.runUntil(demand.ends().getEpochSecond() + AFTERWARDS);
        return new Work(shop.done, List.copyOf(shop.waiting.values()), shop.onDuty, shop.busy);
    }

    private void schedule(Job job) {
        Policy.Notice notice = policy.notice();
        long known = job.ordered().getEpochSecond();
        if (notice.meanMinutes() > 0) {
            Chance chance = Chance.of(demand.run(), "lab notice " + job.id());
            known += StrictMath.round(chance.logNormal(notice.meanMinutes(), notice.variation()) * 60);
        }
        agenda.at(Math.max(known, job.possible().getEpochSecond()), () -> {
            waiting.put(job.id(), job);
            handOut();
        });
    }

    private void schedule(Worker worker) {
        agenda.at(worker.from, () -> {
            if (counts(worker)) {
                onDuty += worker.until - worker.from - worker.shift.pauseMinutes() * 60L;
            }
            free.add(worker);
            handOut();
        });
        if (worker.pauseAt >= 0) {
            agenda.at(worker.pauseAt, () -> {
                worker.pauseDue = true;
                if (free.remove(worker)) {
                    freed(worker);
                }
            });
        }
        agenda.at(worker.until, () -> free.remove(worker));
    }

    private boolean counts(Worker worker) {
        return worker.from >= demand.counts().getEpochSecond()
                && worker.from < demand.ends().getEpochSecond();
    }

    private void handOut() {
        if (!free.isEmpty() && !waiting.isEmpty()) {
            LocalTime time = LocalTime.MIN.plusMinutes(wall.minuteOfDay(agenda.now()));
            if (policy.rules().mode(team, time) == Mode.PUSH) {
                push();
            } else {
                pull();
            }
        }
        if (!free.isEmpty() && !waiting.isEmpty() && !looksAgain) {
            looksAgain = true;
            agenda.in(60, () -> {
                looksAgain = false;
                handOut();
            });
        }
    }

    private List<Candidate<Job>> ranked() {
        Instant now = now();
        List<Candidate<Job>> candidates = new ArrayList<>();
        for (Job job : waiting.values()) {
            candidates.add(needs.candidate(job, zone(job), now));
        }
        candidates.sort(Comparator.<Candidate<Job>, Rank>comparing(Candidate::rank)
                .thenComparing(candidate -> candidate.id().id()));
        return candidates;
    }

    private @Nullable String zone(Job job) {
        if (!policy.ownZones()) {
            return null;
        }
        return needs.kind(job).skill() == null ? job.zone() : infection(job.zone());
    }

    private static @Nullable String infection(@Nullable String zone) {
        return zone == null ? null : zone + " infection";
    }

    private void pull() {
        List<Candidate<Job>> ranked = ranked();
        for (Worker worker : List.copyOf(free)) {
            Optional<Candidate<Job>> best = Matching.taskFor(hand(worker), ranked, policy.rules(), now());
            best.ifPresent(task -> {
                ranked.remove(task);
                waiting.remove(task.id().id());
                free.remove(worker);
                begin(worker, task.id());
            });
        }
    }

    private void push() {
        List<Candidate<Job>> ranked = ranked();
        if (ranked.size() <= free.size()) {
            for (Candidate<Job> task : ranked) {
                List<Hand<Worker>> hands = new ArrayList<>();
                for (Worker worker : free) {
                    if (!hasRefused(worker, task.id())) {
                        hands.add(hand(worker));
                    }
                }
                Matching.handFor(task, hands, policy.rules(), now()).ifPresent(hand -> offer(hand.id(), task.id()));
            }
            return;
        }
        for (Worker worker : List.copyOf(free)) {
            List<Candidate<Job>> notRefused = ranked.stream()
                    .filter(task -> !hasRefused(worker, task.id()))
                    .toList();
            Matching.taskFor(hand(worker), notRefused, policy.rules(), now()).ifPresent(task -> {
                ranked.remove(task);
                offer(worker, task.id());
            });
        }
    }

    private boolean hasRefused(Worker worker, Job job) {
        return refused.getOrDefault(job.id(), Set.of()).contains(worker);
    }

    /** Most answer within seconds: log-normal around 12 s; one in ten not in time. */
    private void offer(Worker worker, Job job) {
        waiting.remove(job.id());
        free.remove(worker);
        int number = offers.merge(job.id(), 1, Integer::sum);
        double seconds =
                Chance.of(demand.run(), "lab answer " + job.id() + " " + number).logNormalAround(12, 0.7);
        long patience = policy.rules().answerWithin().toSeconds();
        if (seconds <= patience) {
            agenda.in(seconds, () -> begin(worker, job));
            return;
        }
        agenda.in(patience, () -> {
            Set<Worker> silent = refused.computeIfAbsent(job.id(), id -> new LinkedHashSet<>());
            silent.add(worker);
            agenda.in(120, () -> silent.remove(worker));
            waiting.put(job.id(), job);
            freed(worker);
        });
    }

    private void begin(Worker worker, Job job) {
        refused.remove(job.id());
        Duration walk = policy.rules().walks().between(worker.spot, job.from());
        Instant taken = now();
        Instant started = taken.plus(walk);
        Instant ended = started.plus(job.service());
        long takes = walk.plus(job.service()).toSeconds();
        worker.worked = worker.worked.plusSeconds(takes);
        worker.spot = job.to();
        if (counts(worker)) {
            busy += takes;
        }
        agenda.at(ended.getEpochSecond(), () -> {
            done.add(new Outcome(job, taken, started, ended, walk));
            freed(worker);
        });
    }

    /** Takes a break that is due, goes home when the shift is over, or is free for the next job. */
    private void freed(Worker worker) {
        if (agenda.now() >= worker.until) {
            handOut();
        } else if (worker.pauseDue) {
            worker.pauseDue = false;
            agenda.in(worker.shift.pauseMinutes() * 60.0, () -> freed(worker));
        } else {
            free.add(worker);
            handOut();
        }
    }

    private Hand<Worker> hand(Worker worker) {
        return new Hand<>(
                worker,
                policy.ownZones() ? worker.zones : Set.of(),
                worker.shift.skills(),
                worker.spot,
                Instant.ofEpochSecond(worker.until),
                worker.worked);
    }

    private Instant now() {
        return Instant.ofEpochSecond(agenda.now());
    }

    /** Somebody in one shift. */
    private final class Worker {
        final Shift shift;
        final long from;
        final long until;
        final long pauseAt;
        final Set<String> zones = new LinkedHashSet<>();
        Spot spot = ENTRANCE;
        Duration worked = Duration.ZERO;
        boolean pauseDue;

        Worker(Shift shift, LocalDate date) {
            this.shift = shift;
            this.from = wall.at(date, shift.from().toSecondOfDay() / 60.0);
            LocalDate end = shift.overMidnight() ? date.plusDays(1) : date;
            this.until = wall.at(end, shift.to().toSecondOfDay() / 60.0);
            this.pauseAt =
                    shift.pauseAt() == null ? -1 : pause(date, shift.pauseAt().toSecondOfDay() / 60.0);
            zones.addAll(shift.zones());
            shift.infectionZones().forEach(zone -> zones.add(infection(zone)));
        }

        private long pause(LocalDate date, double minuteOfDay) {
            long pause = wall.at(date, minuteOfDay);
            return pause < from ? wall.at(date.plusDays(1), minuteOfDay) : pause;
        }
    }
}
