package flyt.simulator.lab;

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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A rule set as JSON, with the names of {@link RuleSet}; durations are numbers of minutes, fractions allowed. What is left out is as
 * in the standard rules, so a file may be one line: {@code {"name":"patient","comesNow":45}}.
 */
final class RuleFile {

    private RuleFile() {}

    private record RulesBody(
            @Nullable String name,
            @Nullable Integer version,
            @Nullable String order,
            @Nullable Map<String, TeamBody> within,
            @Nullable Double comesNow,
            @Nullable Double comesSoon,
            @Nullable Double ageFactor,
            @Nullable Double longestWait,
            @Nullable Double nearWithin,
            @Nullable Map<String, Double> borrowAfter,
            @Nullable Boolean infectionLast,
            @Nullable Double receiptWithin,
            @Nullable Double answerWithin,
            @Nullable WalksBody walks,
            @Nullable List<ShiftBody> shifts,
            @Nullable Map<String, KindBody> kinds) {}

    private record TeamBody(@Nullable String counted, @Nullable Map<String, Double> within) {}

    private record WalksBody(
            @Nullable Double cluster,
            @Nullable Double ward,
            @Nullable Double floor,
            @Nullable Double building,
            @Nullable Double elsewhere) {}

    private record ShiftBody(
            @Nullable String team, @Nullable Integer from, @Nullable Integer to, @Nullable String mode) {}

    private record KindBody(
            @Nullable String name,
            @Nullable String team,
            @Nullable String asked,
            @Nullable Double service,
            @Nullable String skill) {}

    /** @throws IllegalArgumentException with the file and everything that is wrong in it */
    static RuleSet read(Path file) throws IOException {
        try {
            return read(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    static RuleSet read(String json) {
        RuleSet rules = rules(Words.read(json, RulesBody.class), Policy.STANDARD);
        List<RuleSetCheck.Fault> faults = RuleSetCheck.faults(rules);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(faults.stream()
                    .map(fault ->
                            fault.path() + " is " + Words.word(fault.what()).replace('-', ' '))
                    .collect(Collectors.joining(", ")));
        }
        return rules;
    }

    private static RuleSet rules(RulesBody body, RuleSet usual) {
        return new RuleSet(
                or(body.name, "your-rules"),
                or(body.version, 1),
                body.order == null ? usual.order() : Words.of(Order.class, body.order, "order"),
                within(body.within, usual),
                minutes(body.comesNow, usual.comesNow()),
                minutes(body.comesSoon, usual.comesSoon()),
                or(body.ageFactor, usual.ageFactor()),
                minutes(body.longestWait, usual.longestWait()),
                minutes(body.nearWithin, usual.nearWithin()),
                body.borrowAfter == null ? usual.borrowAfter() : classes(body.borrowAfter, "borrowAfter"),
                or(body.infectionLast, usual.infectionLast()),
                minutes(body.receiptWithin, usual.receiptWithin()),
                minutes(body.answerWithin, usual.answerWithin()),
                walks(body.walks, usual.walks()),
                body.shifts == null
                        ? usual.shifts()
                        : body.shifts.stream().map(RuleFile::shift).toList(),
                kinds(body.kinds, usual));
    }

    private static SortedMap<Team, TeamTimes> within(@Nullable Map<String, TeamBody> bodies, RuleSet usual) {
        SortedMap<Team, TeamTimes> within = new TreeMap<>(usual.within());
        if (bodies != null) {
            bodies.forEach((word, body) -> {
                Team team = Words.of(Team.class, word, "within");
                TeamTimes times = usual.within().get(team);
                SortedMap<Urgency, Duration> classes = new TreeMap<>(times.within());
                if (body.within != null) {
                    classes.putAll(classes(body.within, "within." + word));
                }
                Counted counted = body.counted == null
                        ? times.counted()
                        : Words.of(Counted.class, body.counted, "within." + word + ".counted");
                within.put(team, new TeamTimes(counted, classes));
            });
        }
        return within;
    }

    private static SortedMap<Urgency, Duration> classes(Map<String, Double> minutes, String where) {
        SortedMap<Urgency, Duration> classes = new TreeMap<>();
        minutes.forEach((word, value) -> classes.put(Words.of(Urgency.class, word, where), duration(value)));
        return classes;
    }

    private static Walks walks(@Nullable WalksBody body, Walks usual) {
        return body == null
                ? usual
                : new Walks(
                        minutes(body.cluster, usual.cluster()),
                        minutes(body.ward, usual.ward()),
                        minutes(body.floor, usual.floor()),
                        minutes(body.building, usual.building()),
                        minutes(body.elsewhere, usual.elsewhere()));
    }

    private static HandingOut shift(ShiftBody body) {
        if (body.team == null || body.from == null || body.to == null || body.mode == null) {
            throw new IllegalArgumentException("shifts: each has team, from, to and mode");
        }
        return new HandingOut(
                Words.of(Team.class, body.team, "shifts.team"),
                body.from,
                body.to,
                Words.of(Mode.class, body.mode, "shifts.mode"));
    }

    private static SortedMap<String, Kind> kinds(@Nullable Map<String, KindBody> bodies, RuleSet usual) {
        SortedMap<String, Kind> kinds = new TreeMap<>(usual.kinds());
        if (bodies != null) {
            bodies.forEach(
                    (id, body) -> kinds.put(id, kind(id, body, usual.kinds().get(id))));
        }
        return kinds;
    }

    private static Kind kind(String id, KindBody body, @Nullable Kind usual) {
        if (usual == null && (body.team == null || body.asked == null || body.service == null)) {
            throw new IllegalArgumentException(
                    "kinds." + id + ": a kind of your own has name, team, asked and service");
        }
        String where = "kinds." + id;
        return new Kind(
                body.name == null && usual != null ? usual.name() : body.name,
                body.team == null ? present(usual).team() : Words.of(Team.class, body.team, where),
                body.asked == null ? present(usual).asked() : Words.of(Urgency.class, body.asked, where),
                body.service == null ? present(usual).service() : duration(body.service),
                body.skill == null ? (usual == null ? null : usual.skill()) : Words.of(Skill.class, body.skill, where));
    }

    private static Kind present(@Nullable Kind usual) {
        if (usual == null) {
            throw new IllegalStateException("checked before");
        }
        return usual;
    }

    private static Duration minutes(@Nullable Double minutes, Duration usual) {
        return minutes == null ? usual : duration(minutes);
    }

    private static Duration duration(double minutes) {
        return Duration.ofMillis(StrictMath.round(minutes * 60_000));
    }

    private static <T> T or(@Nullable T value, T usual) {
        return value == null ? usual : value;
    }
}
