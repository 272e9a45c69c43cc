package flyt.domain.threshold;

import flyt.domain.threshold.Pressure.Action;
import flyt.domain.threshold.Pressure.ActionCard;
import flyt.domain.threshold.Pressure.Steps;
import flyt.domain.threshold.Threshold.Hours;
import flyt.domain.threshold.Threshold.Limit;
import flyt.domain.threshold.Threshold.Severity;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The thresholds a hospital may begin with (domain 2.10, 3.2), to be tuned before they are put into force. */
public final class StandardThresholdSet {
    private static final Duration SOON = Duration.ofMinutes(30);

    /** Under this name and version. */
    public static final ThresholdSet SET = new ThresholdSet(
            "standard", 1, Duration.ofMinutes(1), rules(), new Pressure(triggers(), 2, SOON, hours(1), cards()));

    private StandardThresholdSet() {}

    static boolean hasWordsFor(String action) {
        return SET.pressure().cards().stream()
                .flatMap(card -> card.actions().stream())
                .anyMatch(one -> one.id().equals(action));
    }

    private static List<Threshold> rules() {
        return List.of(
                ward("ward-corridor", Figure.CORRIDOR, 2, 2, 60, Severity.CRITICAL, Owner.WARD_COORDINATOR),
                house("boarding", Figure.LONGEST_BOARDING, 240, 180, 0, Severity.CRITICAL, Owner.BED_MANAGER),
                house("boarders", Figure.BOARDERS, 8, 6, 15, Severity.ATTENTION, Owner.BED_MANAGER),
                house("nedocs", Figure.NEDOCS, 101, 81, 30, Severity.ATTENTION, Owner.EMERGENCY_COORDINATOR),
                house("ready-beds", Figure.READY_BEDS, 5, 8, 30, Severity.ATTENTION, Owner.BED_MANAGER),
                house("oldest-clean", Figure.OLDEST_CLEAN, 120, 90, 0, Severity.ATTENTION, Owner.CLEANING_COORDINATOR),
                cleaning(),
                house(
                        "discharges-lab",
                        Figure.DISCHARGES_WAITING_FOR_LAB,
                        5,
                        4,
                        15,
                        Severity.INFORMATION,
                        Owner.LABORATORY_COORDINATOR),
                sampling(),
                house("staff-present", Figure.STAFF_PRESENT, 85, 90, 30, Severity.ATTENTION, Owner.DUTY_LEADER));
    }

    /** By night few clean, and few beds are needed. */
    private static Threshold cleaning() {
        Limit byDay = new Limit(20, 15);
        Limit byNight = new Limit(30, 25);
        return new Threshold(
                "waiting-cleaning",
                Figure.WAITING_FOR_CLEANING,
                false,
                null,
                byDay,
                List.of(new Hours(21, 7, byNight)),
                SOON,
                SOON,
                Severity.ATTENTION,
                Owner.CLEANING_COORDINATOR,
                false,
                hours(2),
                null,
                null);
    }

    /** Whoever came to help goes back as soon as the queue is short. */
    private static Threshold sampling() {
        return new Threshold(
                "sampling",
                Figure.SAMPLING_LONGEST,
                false,
                null,
                new Limit(15, 5),
                List.of(),
                Duration.ofMinutes(5),
                Duration.ZERO,
                Severity.ATTENTION,
                Owner.LABORATORY_COORDINATOR,
                false,
                hours(2),
                null,
                null);
    }

    private static Threshold house(
            String id, Figure figure, double passed, double clear, int minutes, Severity severity, Owner owner) {
        return rule(id, figure, false, new Limit(passed, clear), minutes, severity, owner);
    }

    private static Threshold ward(
            String id, Figure figure, double passed, double clear, int minutes, Severity severity, Owner owner) {
        return rule(id, figure, true, new Limit(passed, clear), minutes, severity, owner);
    }

    private static Threshold rule(
            String id, Figure figure, boolean eachWard, Limit limit, int minutes, Severity severity, Owner owner) {
        Duration after = Duration.ofMinutes(minutes);
        return new Threshold(
                id, figure, eachWard, null, limit, List.of(), after, after, severity, owner, false, hours(2), null,
                null);
    }

    /** Those of domain 3.2 tuned on the simulator, so that ordinary weeks are normal (docs/decisions/0025). */
    private static TreeMap<Figure, Steps> triggers() {
        Map<Figure, Steps> triggers = new EnumMap<>(Figure.class);
        triggers.put(Figure.OCCUPANCY, new Steps(99, 103, 107));
        triggers.put(Figure.BOARDERS, new Steps(14, 18, 24));
        triggers.put(Figure.LONGEST_BOARDING, new Steps(720, 960, 1_200));
        triggers.put(Figure.NEDOCS, new Steps(101, 121, 141));
        triggers.put(Figure.CORRIDOR, new Steps(14, 18, 24));
        triggers.put(Figure.FREE_IN_FOUR_HOURS, new Steps(-8, -14, -20));
        triggers.put(Figure.STAFF_PRESENT, new Steps(92, 85, 75));
        return new TreeMap<>(triggers);
    }

    private static List<ActionCard> cards() {
        return List.of(
                card(Level.GREEN, Owner.DUTY_LEADER, action("set-leadership", 30), action("tell-wards", 30)),
                card(Level.GREEN, Owner.BED_MANAGER, action("review-discharges", 60), action("open-ready-beds", 60)),
                card(Level.GREEN, Owner.CLEANING_COORDINATOR, action("clean-first", 30)),
                card(Level.GREEN, Owner.LABORATORY_COORDINATOR, action("answer-discharges-first", 30)),
                card(Level.YELLOW, Owner.DUTY_LEADER, action("call-in-staff", 60), action("postpone-planned", 120)),
                card(Level.YELLOW, Owner.BED_MANAGER, action("open-surge-beds", 60), action("ask-municipalities", 60)),
                card(Level.YELLOW, Owner.EMERGENCY_COORDINATOR, action("senior-in-triage", 30)),
                card(Level.RED, Owner.DUTY_LEADER, action("full-leadership", 15), action("stop-planned", 30)),
                card(Level.RED, Owner.BED_MANAGER, action("place-on-all-wards", 30)),
                card(Level.RED, Owner.EMERGENCY_COORDINATOR, action("divert-ambulances", 15)));
    }

    private static ActionCard card(Level level, Owner role, Action... actions) {
        return new ActionCard(level, role, Arrays.asList(actions));
    }

    private static Action action(String id, int withinMinutes) {
        return new Action(id, null, Duration.ofMinutes(withinMinutes));
    }

    private static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }
}
