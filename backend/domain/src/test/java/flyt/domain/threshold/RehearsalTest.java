package flyt.domain.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import flyt.domain.place.WardId;
import flyt.domain.threshold.Pressure.Steps;
import flyt.domain.threshold.Threshold.Limit;
import flyt.domain.threshold.Threshold.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a set would have done with figures that were measured under another one. */
class RehearsalTest {
    private static final Instant START = Instant.parse("2026-11-12T08:00:00Z");
    private static final Threshold CORRIDOR = new Threshold(
            "corridor",
            Figure.CORRIDOR,
            false,
            null,
            new Limit(4, 2),
            List.of(),
            Duration.ofMinutes(10),
            Duration.ofMinutes(10),
            Severity.ATTENTION,
            Owner.BED_MANAGER,
            false,
            null,
            "Corridor",
            "Look");

    @Test
    void itIsJudgedMinuteByMinuteAsItWouldHaveBeen() {
        Rehearsal rehearsal = rehearse(0);
        // beyond from 20 to 40 and from 50 to 55: once for long enough
        assertThat(rehearsal.alerts(CORRIDOR)).isEqualTo(1);
        assertThat(rehearsal.measured()).isEqualTo(100);
        // green is called for from minute 20 until the corridor has been empty enough for as long as it takes
        assertThat(rehearsal.share(Level.GREEN)).isCloseTo(0.25, within(1e-9));
        assertThat(rehearsal.share(Level.NORMAL)).isCloseTo(0.75, within(1e-9));
        assertThat(rehearsal.share(Level.RED)).isZero();
        assertThat(rehearsal.unknown()).containsExactly(Figure.STAFF_PRESENT);
    }

    @Test
    void whatFiredBeforeThePeriodIsNotCounted() {
        Rehearsal rehearsal = rehearse(60);
        assertThat(rehearsal.alerts(CORRIDOR)).isZero();
        assertThat(rehearsal.measured()).isEqualTo(40);
        assertThat(rehearsal.share(Level.NORMAL)).isEqualTo(1);
    }

    @Test
    void whatWasMeasuredElsewhereIsNotKnownHere() {
        Rehearsal rehearsal = rehearse(0);
        assertThat(rehearsal.knows(CORRIDOR)).isTrue();
        assertThat(rehearsal.knows(of(new WardId("LUN")))).isFalse();
        rehearsal.measured(List.of(new Reading(Figure.CORRIDOR, new WardId("NEV"), 1.0)), START.plusSeconds(6_000));
        assertThat(rehearsal.knows(of(new WardId("LUN")))).isFalse();
        rehearsal.measured(List.of(new Reading(Figure.CORRIDOR, new WardId("LUN"), 1.0)), START.plusSeconds(6_060));
        assertThat(rehearsal.knows(of(new WardId("LUN")))).isTrue();
    }

    private static Threshold of(WardId ward) {
        return new Threshold(
                "ours",
                Figure.CORRIDOR,
                false,
                ward,
                CORRIDOR.limit(),
                List.of(),
                CORRIDOR.after(),
                CORRIDOR.clearAfter(),
                CORRIDOR.severity(),
                CORRIDOR.owner(),
                false,
                null,
                "Ours",
                "Look");
    }

    private static Rehearsal rehearse(int fromMinute) {
        Map<Figure, Steps> triggers = Map.of(
                Figure.CORRIDOR, new Steps(4, 8, 16),
                Figure.STAFF_PRESENT, new Steps(92, 85, 75));
        Pressure pressure = new Pressure(new TreeMap<>(triggers), 1, Duration.ZERO, Duration.ZERO, List.of());
        ThresholdSet set = new ThresholdSet("t", 1, Duration.ofMinutes(1), List.of(CORRIDOR), pressure);
        Rehearsal rehearsal = new Rehearsal(set, ZoneOffset.UTC, at(fromMinute));
        for (int minute = 0; minute < 100; minute++) {
            boolean changes = List.of(0, 20, 40, 50, 55).contains(minute);
            double corridor = minute >= 20 && minute < 40 || minute >= 50 && minute < 55 ? 5 : 1;
            rehearsal.measured(changes ? List.of(new Reading(Figure.CORRIDOR, null, corridor)) : List.of(), at(minute));
        }
        return rehearsal;
    }

    private static Instant at(int minute) {
        return START.plusSeconds(minute * 60L);
    }
}
