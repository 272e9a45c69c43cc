package flyt.domain.threshold;

import static flyt.domain.threshold.StandardThresholdSet.SET;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.place.WardId;
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
import java.util.stream.IntStream;
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
                of(with(rule("nedocs", Figure.NEDOCS, 60, 70)), "rules[0].clear", What.OUT_OF_ORDER),
                of(with(rule("ready-beds", Figure.READY_BEDS, 5, 4)), "rules[0].clear", What.OUT_OF_ORDER),
                of(with(rule("nedocs", Figure.NEDOCS, Double.NaN, 4)), "rules[0].limit", What.NOT_A_NUMBER),
                of(with(rule("level-red", Figure.NEDOCS, 60, 50, "n", "a")), "rules[0].id", What.RESERVED),
                of(with(rule("ours", Figure.NEDOCS, 60, 50, null, "a")), "rules[0].name", What.WORDS_MISSING),
                of(with(rule("ours", Figure.NEDOCS, 60, 50, "n", " ")), "rules[0].action", What.WORDS_MISSING),
                of(
                        with(rule("nedocs", Figure.NEDOCS, 60, 50), rule("nedocs", Figure.NEDOCS, 70, 50)),
                        "rules[1].id",
                        What.TWICE),
                of(with(ofWards()), "rules[0].eachWard", What.NOT_OF_WARDS),
                of(with(byHour(24, 7)), "rules[0].hours[0].from", What.NOT_AN_HOUR),
                of(with(byHour(21, 7, 6, 9)), "rules[0].hours[1].from", What.OVERLAPPING),
                of(with(ofWard(Figure.NEDOCS, false)), "rules[0].ward", What.NOT_OF_WARDS),
                of(with(ofWard(Figure.CORRIDOR, true)), "rules[0].ward", What.EITHER_OR),
                of(with(pressure(new Steps(97, 92, 102), 1)), "pressure.triggers.OCCUPANCY.yellow", What.OUT_OF_ORDER),
                of(with(pressure(new Steps(92, 97, 96), 1)), "pressure.triggers.OCCUPANCY.red", What.OUT_OF_ORDER),
                of(with(pressure(new Steps(92, 97, 102), 2)), "pressure.together", What.TOO_MANY),
                of(with(pressure(new Steps(92, 97, 102), 0)), "pressure.together", What.NOT_POSITIVE),
                of(with(carded(Level.GREEN, Level.GREEN)), "pressure.cards[1].role", What.TWICE),
                of(with(carded(Level.NORMAL, "x", "words")), "pressure.cards[0].level", What.NOTHING_TO_DO),
                of(with(carded(Level.RED, "x", null)), "pressure.cards[0].actions[0].words", What.WORDS_MISSING));
    }

    @Test
    void hoursThatMeetAndCardsOfOtherLevelsAreRight() {
        assertThat(ThresholdSetCheck.faults(with(byHour(21, 7, 7, 9)))).isEmpty();
        assertThat(ThresholdSetCheck.faults(with(carded(Level.GREEN, Level.RED))))
                .isEmpty();
        assertThat(ThresholdSetCheck.faults(with(ofWard(Figure.CORRIDOR, false))))
                .isEmpty();
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

    /** A card of the duty leader at each of these levels. */
    private static Pressure carded(Level one, Level other) {
        Pressure usual = SET.pressure();
        List<ActionCard> cards = Stream.of(carded(one, "x", "words"), carded(other, "y", "words"))
                .flatMap(pressure -> pressure.cards().stream())
                .toList();
        return new Pressure(usual.triggers(), usual.together(), usual.enterAfter(), usual.leaveAfter(), cards);
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

    private static Threshold ofWard(Figure figure, boolean each) {
        Threshold usual = rule("ours", figure, each, new Limit(60, 50), List.of(), "n", "a");
        return new Threshold(
                usual.id(),
                figure,
                each,
                new WardId("LUN"),
                usual.limit(),
                usual.hours(),
                usual.after(),
                usual.clearAfter(),
                usual.severity(),
                usual.owner(),
                false,
                null,
                usual.name(),
                usual.action());
    }

    /** {@code fromTo}: from, to, from, to … */
    private static Threshold byHour(int... fromTo) {
        Limit limit = new Limit(60, 50);
        List<Hours> hours = IntStream.range(0, fromTo.length / 2)
                .mapToObj(i -> new Hours(fromTo[2 * i], fromTo[2 * i + 1], limit))
                .toList();
        return rule("nedocs", Figure.NEDOCS, false, limit, hours, null, null);
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
                null,
                limit,
                hours,
                Duration.ZERO,
                Duration.ZERO,
                Severity.ATTENTION,
                Owner.BED_MANAGER,
                false,
                null,
                name,
                action);
    }
}
