package flyt.intake.http;

import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.WardId;
import flyt.domain.threshold.Figure;
import flyt.domain.threshold.Level;
import flyt.domain.threshold.Owner;
import flyt.domain.threshold.Pressure;
import flyt.domain.threshold.Pressure.Action;
import flyt.domain.threshold.Pressure.ActionCard;
import flyt.domain.threshold.Pressure.Steps;
import flyt.domain.threshold.StandardThresholdSet;
import flyt.domain.threshold.Threshold;
import flyt.domain.threshold.Threshold.Hours;
import flyt.domain.threshold.Threshold.Limit;
import flyt.domain.threshold.Threshold.Severity;
import flyt.domain.threshold.ThresholdSet;
import flyt.domain.threshold.ThresholdSetCheck;
import flyt.journal.WireNames;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sets of thresholds as hospitals write them ({@code threshold-set.schema.json}): times in minutes. */
final class ThresholdSetReader {
    /** The field that holds the set. */
    static final String FIELD = "thresholds";

    private static final int MINUTES_MAX = 24 * 60;
    private static final double FAR = 1_000_000;

    private ThresholdSetReader() {}

    /** The set in this field, or the shipped one by its name; null after a fault. What no set may say is a fault too. */
    static @Nullable ThresholdSet read(Fields fields, String name) {
        if (fields.says(name, StandardThresholdSet.SET.name())) {
            return StandardThresholdSet.SET;
        }
        ThresholdSet set = fields.object(name, ThresholdSetReader::set);
        if (fields.faultless() && set != null) {
            tell(fields, name, ThresholdSetCheck.faults(set));
        }
        return set;
    }

    /** Says what a hospital cannot have in its set. */
    static void check(Fields fields, String name, ThresholdSet set, HospitalDefinition definition) {
        tell(fields, name, ThresholdSetCheck.strangers(set, definition));
    }

    private static void tell(Fields fields, String name, List<ThresholdSetCheck.Fault> faults) {
        faults.forEach(
                fault -> fields.fault(name + "." + fault.path(), words(fault.what()), WireNames.of(fault.what())));
    }

    private static String words(ThresholdSetCheck.What what) {
        return switch (what) {
            case NOT_POSITIVE -> "must be more than nothing";
            case TOO_LONG -> "is too long";
            case NOT_FULL_MINUTES -> "must be full minutes";
            case NOT_A_NUMBER -> "must be a number";
            case OUT_OF_ORDER -> "must not be worse than the limit, nor a higher level milder than a lower one";
            case NOT_AN_HOUR -> "must begin at an hour from 0 to 23 and end at one from 0 to 24";
            case OVERLAPPING -> "has an hour that an earlier one has too";
            case TWICE -> "is there twice";
            case RESERVED -> "is a name of the system itself";
            case NOT_OF_WARDS -> "must be absent: no ward has this figure";
            case EITHER_OR -> "must be absent where each ward is watched";
            case UNKNOWN_WARD -> "must be a ward that counts in the occupancy";
            case WORDS_MISSING -> "must be there for what is not among the shipped ones";
            case TOO_MANY -> "is more than there are triggers";
            case NOTHING_TO_DO -> "must not be of the normal level";
        };
    }

    private static @Nullable ThresholdSet set(Fields fields) {
        String name = fields.id("name", id -> id);
        Integer version = fields.number("version", 1, Integer.MAX_VALUE);
        Duration every = minutes(fields, "every");
        List<Threshold> rules = fields.objects("rules", ThresholdSetReader::rule);
        Pressure pressure = fields.object("pressure", ThresholdSetReader::pressure);
        return fields.faultless() ? new ThresholdSet(name, version, every, rules, pressure) : null;
    }

    private static @Nullable Threshold rule(Fields fields) {
        String id = fields.id("id", text -> text);
        Figure figure = fields.choice("figure", Figure.class);
        boolean eachWard = fields.maybeFlag("eachWard");
        WardId ward = fields.maybeId("ward", WardId::new);
        Limit limit = limit(fields);
        List<Hours> hours = fields.has("hours") ? fields.objects("hours", ThresholdSetReader::hours) : List.of();
        Duration after = minutes(fields, "after");
        Duration clearAfter = minutes(fields, "clearAfter");
        Severity severity = fields.choice("severity", Severity.class);
        Owner owner = fields.choice("owner", Owner.class);
        boolean off = fields.maybeFlag("off");
        Duration repeat = fields.has("repeat") ? minutes(fields, "repeat") : null;
        String name = fields.maybeText("name");
        String action = fields.maybeText("action");
        return fields.faultless()
                ? new Threshold(
                        id,
                        figure,
                        eachWard,
                        ward,
                        limit,
                        hours,
                        after,
                        clearAfter,
                        severity,
                        owner,
                        off,
                        repeat,
                        name,
                        action)
                : null;
    }

    private static @Nullable Hours hours(Fields fields) {
        Integer from = fields.number("from", 0, 23);
        Integer to = fields.number("to", 0, 24);
        Limit limit = limit(fields);
        return fields.faultless() ? new Hours(from, to, limit) : null;
    }

    private static Limit limit(Fields fields) {
        return new Limit(decimal(fields, "limit"), decimal(fields, "clear"));
    }

    private static @Nullable Pressure pressure(Fields fields) {
        List<Map.Entry<Figure, Steps>> listed = fields.objects("triggers", ThresholdSetReader::trigger);
        Integer together = fields.number("together", 1, Figure.values().length);
        Duration enterAfter = minutes(fields, "enterAfter");
        Duration leaveAfter = minutes(fields, "leaveAfter");
        List<ActionCard> cards = fields.objects("cards", ThresholdSetReader::card);
        SortedMap<Figure, Steps> triggers = new TreeMap<>();
        for (Map.Entry<Figure, Steps> trigger : listed == null ? List.<Map.Entry<Figure, Steps>>of() : listed) {
            if (triggers.put(trigger.getKey(), trigger.getValue()) != null) {
                fields.fault("triggers", "must not name a figure twice");
            }
        }
        return fields.faultless() ? new Pressure(triggers, together, enterAfter, leaveAfter, cards) : null;
    }

    private static Map.@Nullable Entry<Figure, Steps> trigger(Fields fields) {
        Figure figure = fields.choice("figure", Figure.class);
        Steps steps = new Steps(decimal(fields, "green"), decimal(fields, "yellow"), decimal(fields, "red"));
        return fields.faultless() ? Map.entry(figure, steps) : null;
    }

    private static @Nullable ActionCard card(Fields fields) {
        Level level = fields.choice("level", Level.class);
        Owner role = fields.choice("role", Owner.class);
        List<Action> actions = fields.objects("actions", ThresholdSetReader::action);
        return fields.faultless() ? new ActionCard(level, role, actions) : null;
    }

    private static @Nullable Action action(Fields fields) {
        String id = fields.id("id", text -> text);
        String words = fields.maybeText("words");
        Duration within = minutes(fields, "within");
        return fields.faultless() ? new Action(id, words, within) : null;
    }

    private static double decimal(Fields fields, String name) {
        return fields.decimal(name, -FAR, FAR);
    }

    private static Duration minutes(Fields fields, String name) {
        return Duration.ofMillis(StrictMath.round(fields.decimal(name, 0, MINUTES_MAX) * 60_000));
    }
}
