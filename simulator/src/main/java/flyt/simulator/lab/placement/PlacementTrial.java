package flyt.simulator.lab.placement;

import flyt.domain.placement.Sex;
import flyt.domain.stay.StayId;
import flyt.proposal.Ceiling;
import flyt.proposal.Plan;
import flyt.proposal.Search;
import flyt.proposal.Waiting;
import flyt.simulator.hospital.Witness;
import flyt.simulator.replica.Replica;
import flyt.simulator.traffic.Faults;
import flyt.simulator.traffic.HospitalFile;
import flyt.simulator.traffic.Report;
import flyt.simulator.traffic.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Each hour of some simulated days: all who wait placed anew in the beds that are ready, or in all that may be had today, by the longest
 * waiting first and by the solver.
 *
 * @param seed of the hospital
 * @param moments the hours at which two or more waited
 */
record PlacementTrial(long seed, List<Moment> moments) {
    private static final int HOURS_OF_A_DAY = 24;
    /** Reports of systems that have just been connected tell of nobody who is on the way. */
    private static final int FIRST_DAY = 1;

    private static final Duration MOST = Duration.ofSeconds(2);

    /** One hour. {@code ceiling}: what no plan can be worth more than; {@code millis}: that the search took. */
    record Moment(Instant at, int waiting, Plan greedy, Plan solved, long ceiling, long millis) {}

    PlacementTrial {
        moments = List.copyOf(moments);
    }

    /** {@code hours}: that count, after the first day; {@code today}: in beds to be cleaned or left today too. */
    static PlacementTrial of(HospitalFile file, LocalDate firstDay, int hours, long seed, int moves, boolean today) {
        Traffic traffic = new Traffic(file, firstDay, seed, Faults.NONE, new Witness() {});
        Replica replica = new Replica(file, new byte[Long.BYTES], traffic.now(), events -> {});
        List<Moment> moments = new ArrayList<>();
        Instant opening = traffic.now();
        for (int hour = 0; hour <= FIRST_DAY * HOURS_OF_A_DAY + hours; hour++) {
            Instant now = opening.plus(Duration.ofHours(hour));
            for (Report report : traffic.until(now)) {
                replica.take(report);
            }
            Waiting all = Waiting.anew(replica.hospital(), now, PlacementTrial::sex);
            Waiting waiting = today ? all : all.atOnce(now);
            if (hour >= FIRST_DAY * HOURS_OF_A_DAY && waiting.size() > 1) {
                moments.add(moment(waiting, now, moves));
            }
        }
        return new PlacementTrial(seed, moments);
    }

    private static Moment moment(Waiting waiting, Instant now, int moves) {
        long begun = System.nanoTime();
        Plan solved = Search.of(waiting, moves, MOST);
        long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        return new Moment(now, waiting.size(), Plan.greedy(waiting), solved, Ceiling.of(waiting), millis);
    }

    /** No report of the simulator's tells it: half of all by their key, always the same. */
    private static Sex sex(StayId stay) {
        return stay.value().hashCode() % 2 == 0 ? Sex.FEMALE : Sex.MALE;
    }

    /** At how many hours the solver's plan is worth more. */
    long better() {
        return moments.stream()
                .filter(one -> one.solved().worth() > one.greedy().worth())
                .count();
    }

    /** By how much of the greedy plan's worth the solver's is worth more, over all hours. */
    double margin() {
        long greedy = moments.stream().mapToLong(one -> one.greedy().worth()).sum();
        long solved = moments.stream().mapToLong(one -> one.solved().worth()).sum();
        return greedy == 0 ? 0 : (double) (solved - greedy) / greedy;
    }

    /** By how much any plan whatever could at most be worth more than the greedy one, over all hours. */
    double most() {
        long greedy = moments.stream().mapToLong(one -> one.greedy().worth()).sum();
        long ceiling = moments.stream().mapToLong(Moment::ceiling).sum();
        return greedy == 0 ? 0 : (double) (ceiling - greedy) / greedy;
    }

    int waiting() {
        return moments.stream().mapToInt(Moment::waiting).sum();
    }

    int placedGreedily() {
        return moments.stream().mapToInt(one -> one.greedy().places().size()).sum();
    }

    int placed() {
        return moments.stream().mapToInt(one -> one.solved().places().size()).sum();
    }

    /** The longest that one search took. */
    long longestMillis() {
        return moments.stream().mapToLong(Moment::millis).max().orElse(0);
    }
}
