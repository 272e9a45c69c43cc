package flyt.domain.threshold;

import static flyt.domain.threshold.StandardThresholdSet.SET;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.threshold.Pressure.Action;
import flyt.domain.threshold.Pressure.ActionCard;
import flyt.domain.threshold.Pressure.Steps;
import flyt.domain.threshold.Threshold.Hours;
import flyt.domain.threshold.Threshold.Limit;
import flyt.domain.threshold.Threshold.Severity;
import flyt.domain.threshold.ThresholdSetCheck.Fault;
import flyt.domain.threshold.ThresholdSetCheck.What;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ThresholdSetCheckTest {

    @Test
    void theOneThatHospitalsMayBeginWithHasNoFaults() {
        assertThat(ThresholdSetCheck.faults(SET)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void whatCannotBeIsSaid(ThresholdSet set, String path, What what) {
        assertThat(ThresholdSetCheck.faults(set)).containsExactly(new Fault(path, what));
    }

    static Stream<Arguments> nonsense() {
        Pressure usual = SET.pressure();
        return Stream.of(
                of(new ThresholdSet("a", 0, SET.every(), SET.rules(), usual), "version", What.NOT_POSITIVE),
                of(with(Duration.ofSeconds(90)), "every", What.NOT_FULL_MINUTES),
                of(with(Duration.ofHours(2)), "every", What.TOO_LONG),
                of(with(Duration.ZERO), "every", What.NOT_POSITIVE),
                of(with(rule("nedocs", Figure.NEDOCS, 60, 70)), "rules.nedocs.clear", What.OUT_OF_ORDER),
                of(with(rule("ready-beds", Figure.READY_BEDS, 5, 4)), "rules.ready-beds.clear", What.OUT_OF_ORDER),
                of(with(rule("nedocs", Figure.NEDOCS, Double.NaN, 4)), "rules.nedocs", What.NOT_A_NUMBER),
                of(with(rule("level-red", Figure.NEDOCS, 60, 50, "n", "a")), "rules.level-red", What.RESERVED),
                of(with(rule("ours", Figure.NEDOCS, 60, 50, null, "a")), "rules.ours.name", What.WORDS_MISSING),
                of(with(rule("ours", Figure.NEDOCS, 60, 50, "n", " ")), "rules.ours.action", What.WORDS_MISSING),
                of(
                        with(rule("nedocs", Figure.NEDOCS, 60, 50), rule("nedocs", Figure.NEDOCS, 70, 50)),
                        "rules.nedocs",
                        What.TWICE),
                of(with(ofWards()), "rules.nedocs.eachWard", What.NOT_OF_WARDS),
                of(with(byHour(24, 7)), "rules.nedocs.hours", What.NOT_AN_HOUR),
                of(with(pressure(new Steps(97, 92, 102), 1)), "pressure.triggers.OCCUPANCY", What.OUT_OF_ORDER),
                of(with(pressure(new Steps(92, 97, 102), 2)), "pressure.together", What.TOO_MANY),
                of(with(pressure(new Steps(92, 97, 102), 0)), "pressure.together", What.NOT_POSITIVE),
                of(with(carded(Level.NORMAL, "x", "words")), "pressure.cards", What.NOTHING_TO_DO),
                of(with(carded(Level.RED, "x", null)), "pressure.cards.x.words", What.WORDS_MISSING));
    }

    private static Arguments of(ThresholdSet set, String path, What what) {
        return Arguments.of(set, path, what);
    }

    private static ThresholdSet with(Duration every) {
        return new ThresholdSet("a", 1, every, SET.rules(), SET.pressure());
    }

    private static ThresholdSet with(Threshold... rules) {
        return new ThresholdSet("a", 1, SET.every(), List.of(rules), SET.pressure());
    }

    private static ThresholdSet with(Pressure pressure) {
        return new ThresholdSet("a", 1, SET.every(), SET.rules(), pressure);
    }

    private static Pressure pressure(Steps steps, int together) {
        return new Pressure(
                new TreeMap<>(Map.of(Figure.OCCUPANCY, steps)), together, Duration.ZERO, Duration.ZERO, List.of());
    }

    private static Pressure carded(Level level, String action, @Nullable String words) {
        Pressure usual = SET.pressure();
        ActionCard card =
                new ActionCard(level, Owner.DUTY_LEADER, List.of(new Action(action, words, Duration.ofMinutes(5))));
        return new Pressure(usual.triggers(), usual.together(), usual.enterAfter(), usual.leaveAfter(), List.of(card));
    }

    private static Threshold rule(String id, Figure figure, double passed, double clear) {
        return rule(id, figure, passed, clear, null, null);
    }

    private static Threshold rule(
            String id, Figure figure, double passed, double clear, @Nullable String name, @Nullable String action) {
        return rule(id, figure, false, new Limit(passed, clear), List.of(), name, action);
    }

    private static Threshold ofWards() {
        return rule("nedocs", Figure.NEDOCS, true, new Limit(60, 50), List.of(), null, null);
    }

    private static Threshold byHour(int from, int to) {
        Limit limit = new Limit(60, 50);
        return rule("nedocs", Figure.NEDOCS, false, limit, List.of(new Hours(from, to, limit)), null, null);
    }

    private static Threshold rule(
            String id,
            Figure figure,
            boolean eachWard,
            Limit limit,
            List<Hours> hours,
            @Nullable String name,
            @Nullable String action) {
        return new Threshold(
                id,
                figure,
                eachWard,
                limit,
                hours,
                Duration.ZERO,
                Duration.ZERO,
                Severity.ATTENTION,
                Owner.BED_MANAGER,
                null,
                name,
                action);
    }
}
