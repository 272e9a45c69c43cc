package flyt.intake.http;

import flyt.domain.priority.Limits;
import flyt.domain.priority.RuleSet;
import flyt.domain.priority.RuleSet.Counted;
import flyt.domain.priority.RuleSet.HandingOut;
import flyt.domain.priority.RuleSet.Kind;
import flyt.domain.priority.RuleSet.Mode;
import flyt.domain.priority.RuleSet.Order;
import flyt.domain.priority.RuleSet.TeamTimes;
import flyt.domain.priority.RuleSetCheck;
import flyt.domain.priority.Skill;
import flyt.domain.priority.Team;
import flyt.domain.priority.Urgency;
import flyt.domain.priority.Walks;
import flyt.journal.WireNames;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rule sets as hospitals write them ({@code rule-set.schema.json}): times in minutes, those of an offer in seconds. */
public final class RuleSetReader {
    /** The field that holds the set: of the command, of the answer about the rules in force, and of a file. */
    static final String FIELD = "rules";

    private static final int MINUTES_MAX = 31 * 24 * 60;
    private static final int SECONDS_MAX = 3_600;

    private RuleSetReader() {}

    /** The rule set in this field; null after a fault. What no rule set may say is a fault too. */
    static @Nullable RuleSet read(Fields fields, String name) {
        RuleSet rules = fields.object(name, RuleSetReader::rules);
        if (fields.faultless() && rules != null) {
            RuleSetCheck.faults(rules).forEach(fault -> fields.fault(name + "." + fault.path(), words(fault.what())));
        }
        return rules;
    }

    /**
     * The rule set of a file: an object with the field {@code rules}, as the route about the rules in force answers it and {@code
     * AdoptRules} takes it. What else the object says is not about the rules and is not looked at.
     */
    public static Reading<RuleSet> file(byte[] json) {
        try {
            Fields fields = Fields.of(StrictJson.read(json));
            RuleSet rules = read(fields, FIELD);
            return fields.faultless() && rules != null
                    ? new Reading.Read<>(rules)
                    : new Reading.Faulty<>(fields.faults());
        } catch (StrictJson.Malformed e) {
            return new Reading.Faulty<>(List.of(new Fault("", String.valueOf(e.getMessage()))));
        }
    }

    private static String words(RuleSetCheck.What what) {
        return switch (what) {
            case MISSING -> "is missing";
            case NOT_POSITIVE -> "must be more than nothing";
            case TOO_LONG -> "is too long";
            case OUT_OF_ORDER -> "must not be shorter than that of a more urgent class";
            case NOT_AN_HOUR -> "must begin at an hour from 0 to 23 and end at one from 0 to 24";
            case KIND_MISSING -> "is a kind that the system itself orders, and must be there";
            case KIND_OF_ANOTHER_TEAM -> "must be of the team that does this";
        };
    }

    private static @Nullable RuleSet rules(Fields fields) {
        String name = fields.id("name", id -> id);
        Integer version = fields.number("version", 1, Integer.MAX_VALUE);
        Order order = fields.choice("order", Order.class);
        SortedMap<Team, TeamTimes> within = fields.object("within", RuleSetReader::teams);
        Duration comesNow = minutes(fields, "comesNow");
        Duration comesSoon = minutes(fields, "comesSoon");
        double ageFactor = fields.decimal("ageFactor", 1, 100);
        Duration longestWait = minutes(fields, "longestWait");
        Duration nearWithin = minutes(fields, "nearWithin");
        SortedMap<Urgency, Duration> borrowAfter =
                fields.object("borrowAfter", inner -> times(inner, Urgency.class, false));
        boolean infectionLast = fields.maybeFlag("infectionLast", true);
        Duration receipt = seconds(fields, "receiptWithin");
        Duration answer = seconds(fields, "answerWithin");
        Walks walks = fields.object("walks", RuleSetReader::walks);
        Limits limits = fields.has("limits") ? fields.object("limits", RuleSetReader::limits) : Limits.USUAL;
        List<HandingOut> shifts = fields.objects("shifts", RuleSetReader::shift);
        List<Map.Entry<String, Kind>> listed = fields.objects("kinds", RuleSetReader::kind);
        if (!fields.faultless()) {
            return null;
        }
        SortedMap<String, Kind> kinds = new TreeMap<>();
        listed.forEach(kind -> kinds.put(kind.getKey(), kind.getValue()));
        return new RuleSet(
                name,
                version,
                order,
                within,
                comesNow,
                comesSoon,
                ageFactor,
                longestWait,
                nearWithin,
                borrowAfter,
                infectionLast,
                receipt,
                answer,
                walks,
                shifts,
                kinds,
                limits);
    }

    private static SortedMap<Team, TeamTimes> teams(Fields fields) {
        SortedMap<Team, TeamTimes> teams = new TreeMap<>();
        for (Team team : Team.values()) {
            TeamTimes times = fields.object(WireNames.of(team), inner -> {
                Counted counted = inner.choice("counted", Counted.class);
                SortedMap<Urgency, Duration> within = times(inner, Urgency.class, true);
                Duration liftedAfter = inner.has("liftedAfter") ? minutes(inner, "liftedAfter") : null;
                return counted == null ? null : new TeamTimes(counted, within, liftedAfter);
            });
            if (times != null) {
                teams.put(team, times);
            }
        }
        return teams;
    }

    private static <E extends Enum<E>> SortedMap<E, Duration> times(Fields fields, Class<E> keys, boolean all) {
        SortedMap<E, Duration> times = new TreeMap<>();
        for (E key : keys.getEnumConstants()) {
            String name = WireNames.of(key);
            if (all || fields.has(name)) {
                times.put(key, minutes(fields, name));
            }
        }
        return times;
    }

    private static Walks walks(Fields fields) {
        return new Walks(
                minutes(fields, "cluster"),
                minutes(fields, "ward"),
                minutes(fields, "floor"),
                minutes(fields, "building"),
                minutes(fields, "elsewhere"));
    }

    private static Limits limits(Fields fields) {
        return new Limits(
                minutes(fields, "untold"),
                minutes(fields, "untaken"),
                minutes(fields, "notBegun"),
                minutes(fields, "paused"),
                minutes(fields, "unattended"),
                minutes(fields, "shortage"),
                minutes(fields, "messages"));
    }

    private static @Nullable HandingOut shift(Fields fields) {
        Team team = fields.choice("team", Team.class);
        Integer from = fields.number("from", 0, 23);
        Integer to = fields.number("to", 0, 24);
        Mode mode = fields.choice("mode", Mode.class);
        return fields.faultless() ? new HandingOut(team, from, to, mode) : null;
    }

    private static Map.@Nullable Entry<String, Kind> kind(Fields fields) {
        String id = fields.id("kind", text -> text);
        String name = fields.maybeText("name");
        Team team = fields.choice("team", Team.class);
        Urgency urgency = fields.choice("urgency", Urgency.class);
        Duration service = minutes(fields, "minutes");
        Skill skill = fields.maybeChoice("skill", Skill.class);
        return fields.faultless() ? Map.entry(id, new Kind(name, team, urgency, service, skill)) : null;
    }

    private static Duration minutes(Fields fields, String name) {
        return Duration.ofMillis(Math.round(fields.decimal(name, 0, MINUTES_MAX) * 60_000));
    }

    private static Duration seconds(Fields fields, String name) {
        return Duration.ofMillis(Math.round(fields.decimal(name, 0, SECONDS_MAX) * 1_000));
    }
}
