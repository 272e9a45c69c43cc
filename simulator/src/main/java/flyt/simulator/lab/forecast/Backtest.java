package flyt.simulator.lab.forecast;

import flyt.domain.RollCalls;
import flyt.domain.forecast.Experience;
import flyt.domain.forecast.Forecast;
import flyt.domain.forecast.RollCall;
import flyt.domain.forecast.RollCall.InWard;
import flyt.domain.forecast.Score;
import flyt.domain.place.WardId;
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
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A forecast for every hour of some days, made by what was learned in the days before them and held against what came. During
 * those days nothing is learned any more, unless it is to go on: then as in a running hospital, each forecast before what it is of.
 *
 * @param learned days that were learned from
 * @param days days that were forecast
 * @param patients of the whole house, by hours ahead
 * @param ready ready beds of the whole house, by hours ahead
 * @param inWards patients in each of the wards, by hours ahead
 */
record Backtest(
        int learned,
        int days,
        SortedMap<Integer, Score> patients,
        SortedMap<Integer, Score> ready,
        SortedMap<Integer, Score> inWards) {
    /** How far ahead a bed manager is shown it. */
    static final List<Integer> AHEAD = List.of(4, 12, 24, 48);

    private static final int HOURS_OF_A_DAY = 24;
    private static final int HOURS_OF_A_WEEK = 168;
    private static final int MOST_DAYS_AHEAD = 2;

    /** Reports of systems that have just been connected tell of nobody who is on the way. */
    private static final int FIRST_DAY = 1;

    /**
     * A simulated hospital, as a server would know it.
     *
     * @param learn days to learn from
     * @param goOn whether learning goes on afterwards
     * @param progress hears of each day that has passed
     */
    static Backtest of(
            HospitalFile file, LocalDate firstDay, int learn, int days, long seed, boolean goOn, IntConsumer progress) {
        Traffic traffic = new Traffic(file, firstDay, seed, Faults.NONE, new Witness() {});
        Replica replica = new Replica(file, new byte[Long.BYTES], traffic.now(), events -> {});
        List<RollCall> calls = new ArrayList<>();
        Instant opening = traffic.now();
        for (int hour = 0; hour <= (FIRST_DAY + learn + days + MOST_DAYS_AHEAD) * HOURS_OF_A_DAY; hour++) {
            Instant now = opening.plus(Duration.ofHours(hour));
            for (Report report : traffic.until(now)) {
                replica.take(report);
            }
            calls.add(RollCalls.of(replica.hospital(), now));
            if (hour % HOURS_OF_A_DAY == 0) {
                progress.accept(hour / HOURS_OF_A_DAY);
            }
        }
        return of(calls.subList(FIRST_DAY * HOURS_OF_A_DAY, calls.size()), learn, days, goOn);
    }

    /** The same from roll calls of each hour, from the first day that is learned from to two days after the last. */
    static Backtest of(List<RollCall> calls, int learn, int days, boolean goOn) {
        Experience experience = new Experience();
        calls.subList(0, learn * HOURS_OF_A_DAY).forEach(call -> {
            Forecast unused = experience.hear(call);
        });
        Backtest test = new Backtest(learn, days, new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        for (int hour = learn * HOURS_OF_A_DAY; hour < (learn + days) * HOURS_OF_A_DAY; hour++) {
            RollCall now = calls.get(hour);
            Forecast said = goOn ? experience.hear(now) : experience.forecast(now);
            for (int ahead : AHEAD) {
                int weekBefore = hour + ahead - HOURS_OF_A_WEEK;
                test.score(
                        said,
                        ahead,
                        calls.get(hour),
                        calls.get(hour + ahead),
                        weekBefore < 0 ? null : calls.get(weekBefore));
            }
        }
        return test;
    }

    private void score(Forecast said, int ahead, RollCall then, RollCall came, @Nullable RollCall lastWeek) {
        Forecast.Outcome house = said.house(ahead);
        ToIntFunction<RollCall> lying = call -> call.house().patients();
        ToIntFunction<RollCall> free = call -> call.house().ready();
        of(patients, ahead).add(house.patients(), lying.applyAsInt(came), lying.applyAsInt(then), of(lastWeek, lying));
        of(ready, ahead).add(house.ready(), free.applyAsInt(came), free.applyAsInt(then), of(lastWeek, free));
        for (Map.Entry<WardId, InWard> ward : came.wards().entrySet()) {
            of(inWards, ahead)
                    .add(
                            said.ward(ward.getKey(), ahead).patients(),
                            ward.getValue().patients(),
                            then.ward(ward.getKey()).patients(),
                            of(lastWeek, call -> call.ward(ward.getKey()).patients()));
        }
    }

    private static @Nullable Integer of(@Nullable RollCall call, ToIntFunction<RollCall> count) {
        return call == null ? null : count.applyAsInt(call);
    }

    private static Score of(SortedMap<Integer, Score> scores, int ahead) {
        return scores.computeIfAbsent(ahead, first -> new Score());
    }
}
