package flyt.domain;

import static flyt.domain.SamplingTest.CLINIC;
import static flyt.domain.SamplingTest.LABORATORY;
import static flyt.domain.SamplingTest.arrives;
import static flyt.domain.SamplingTest.drawn;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.Command.AdoptThresholds;
import flyt.domain.Command.AnswerRelief;
import flyt.domain.event.Event;
import flyt.domain.sampling.Relief;
import flyt.domain.sampling.SamplingEvent.SamplingStaffReported;
import flyt.domain.threshold.Pressure;
import flyt.domain.threshold.StandardThresholdSet;
import flyt.domain.threshold.ThresholdEvent.ThresholdMoved;
import flyt.domain.threshold.ThresholdSet;
import flyt.domain.threshold.Watch.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The check of the rule in domain 2.10: 160 people a day, three chairs, six minutes each, and help that comes when it is proposed and
 * goes back when it is told to. Always the same days.
 */
class SamplingDaysTest {
    private static final int[] AN_HOUR = {14, 30, 32, 26, 20, 16, 14, 8};
    private static final int DAYS = 25;
    private static final int CHAIRS = 3;
    private static final long MINUTE = 60;
    private static final double DRAW = 6 * MINUTE;
    private static final Instant SEVEN = Facts.time("06:00");

    @Test
    void twoWhoComeToHelpMakeTheWaitsShortAndOneIsHalfAHelp() {
        Waits alone = days(1);
        Waits withOne = days(2);
        Waits withTwo = days(6);
        assertThat(alone.mean()).as("%s", alone).isBetween(7.0, 13.0);
        assertThat(alone.ninetieth()).as("%s", alone).isBetween(22.0, 36.0);
        assertThat(alone.long20()).as("%s", alone).isBetween(0.13, 0.24);
        assertThat(withOne.mean()).as("%s", withOne).isBetween(4.5, 7.0);
        assertThat(withOne.ninetieth()).as("%s", withOne).isBetween(14.0, 20.0);
        assertThat(withTwo.mean()).as("%s", withTwo).isBetween(3.5, 6.0);
        assertThat(withTwo.ninetieth()).as("%s", withTwo).isBetween(11.0, 16.0);
        assertThat(withTwo.long20())
                .as("%s", withTwo)
                .isLessThan(withOne.long20() / 2)
                .isLessThan(0.03);
        assertThat(withTwo.firings()).as("%s", withTwo).isBetween(0.7, 1.8);
    }

    /** How long people waited, in minutes, and how many alerts a day there were. */
    private record Waits(double mean, double ninetieth, double long20, double firings) {
        static Waits of(List<Double> waits, int alerts) {
            Collections.sort(waits);
            return new Waits(
                    waits.stream().mapToDouble(one -> one).average().orElseThrow(),
                    waits.get(waits.size() * 9 / 10),
                    (double) waits.stream().filter(one -> one > 20).count() / waits.size(),
                    (double) alerts / DAYS);
        }
    }

    /** With so many in the laboratory, of whom one stays there. */
    private static Waits days(int inTheLaboratory) {
        List<Double> waits = new ArrayList<>();
        int alerts = 0;
        for (int day = 0; day < DAYS; day++) {
            Clinic clinic = new Clinic(new Random(day), inTheLaboratory);
            clinic.live();
            waits.addAll(clinic.waits);
            alerts += clinic.alerts;
        }
        return Waits.of(waits, alerts);
    }

    /** One day, in seconds from 07:00. */
    private static final class Clinic {
        private final Random random;
        private final Deque<Long> arrivals = new ArrayDeque<>();
        private final Deque<Long> queue = new ArrayDeque<>();
        private final PriorityQueue<Long> busyUntil = new PriorityQueue<>();
        private final List<Double> waits = new ArrayList<>();
        private Hospital hospital;
        private int alerts;
        private int inputs;

        Clinic(Random random, int inTheLaboratory) {
            this.random = random;
            hospital = Story.given().hospital();
            wish(0, new AdoptThresholds(onlySampling()));
            tell(0, new SamplingStaffReported(CLINIC, CHAIRS));
            tell(0, new SamplingStaffReported(LABORATORY, inTheLaboratory));
            for (int hour = 0; hour < AN_HOUR.length; hour++) {
                double at = hour * 60 * MINUTE;
                for (at += gap(hour); at < (hour + 1) * 60 * MINUTE; at += gap(hour)) {
                    arrivals.add((long) at);
                }
            }
        }

        private double gap(int hour) {
            return -Math.log(1 - random.nextDouble()) * 60 * MINUTE / AN_HOUR[hour];
        }

        void live() {
            for (long now = 0; !arrivals.isEmpty() || !queue.isEmpty(); now += 5) {
                while (!arrivals.isEmpty() && arrivals.getFirst() <= now) {
                    long came = arrivals.removeFirst();
                    queue.add(came);
                    tell(now, arrives("t" + came));
                }
                if (now % MINUTE == 0) {
                    passTime(now);
                }
                while (!busyUntil.isEmpty() && busyUntil.peek() <= now) {
                    busyUntil.remove();
                }
                while (!queue.isEmpty() && busyUntil.size() < CHAIRS + helpers()) {
                    long came = queue.removeFirst();
                    tell(now, drawn("t" + came));
                    waits.add((now - came) / (double) MINUTE);
                    busyUntil.add(now + (long) (-Math.log(1 - random.nextDouble()) * DRAW));
                }
            }
        }

        private int helpers() {
            Relief relief = hospital.sampling().relief();
            return relief == null ? 0 : relief.staff();
        }

        private void passTime(long now) {
            take(new Input.TimePassed(Facts.message("t" + inputs++)), now);
            Relief relief = hospital.sampling().relief();
            if (relief != null && relief.answer() == Relief.Answer.OPEN) {
                wish(now, new AnswerRelief(true, null));
            }
        }

        private void tell(long now, Event fact) {
            take(new Input.Report(Facts.message("m" + inputs++), SEVEN.plusSeconds(now), null, fact), now);
        }

        private void wish(long now, Command wish) {
            take(new Input.Wish(Facts.command("w" + inputs++), SEVEN.plusSeconds(now), Facts.staff("kari"), wish), now);
        }

        private void take(Input input, long now) {
            Decision decision = Decider.decide(hospital, input, SEVEN.plusSeconds(now));
            var accepted = (Decision.Accepted) decision;
            hospital = accepted.after();
            alerts += (int) accepted.events().stream()
                    .filter(one -> one.event() instanceof ThresholdMoved moved && moved.step() == Step.FIRED)
                    .count();
        }

        private static ThresholdSet onlySampling() {
            var rule = Objects.requireNonNull(StandardThresholdSet.SET.rule("sampling"));
            Pressure none = new Pressure(new TreeMap<>(), 1, Duration.ZERO, Duration.ZERO, List.of());
            return new ThresholdSet("t", 1, Duration.ofMinutes(1), List.of(rule), none);
        }
    }
}
