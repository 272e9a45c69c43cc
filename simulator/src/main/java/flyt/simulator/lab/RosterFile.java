package flyt.simulator.lab;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import flyt.domain.priority.Skill;
import flyt.domain.priority.Team;
import flyt.simulator.lab.Roster.Shift;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A roster as JSON: {@code {"name":"ours","team":"cleaning","shifts":[{"name":"day 1","from":"07:00","to":"15:00",
 * "skills":["infection"],"zones":["R1"]}]}}. A shift without {@code days} is on each day; {@code to} not after {@code from} is on
 * the next day; {@code count} is for several alike.
 */
final class RosterFile {

    private RosterFile() {}

    @JsonInclude(Include.NON_EMPTY)
    private record RosterBody(@Nullable String name, @Nullable String team, @Nullable List<ShiftBody> shifts) {}

    @JsonInclude(Include.NON_EMPTY)
    private record ShiftBody(
            @Nullable String name,
            @Nullable String from,
            @Nullable String to,
            @Nullable Integer count,
            @Nullable List<String> days,
            @Nullable List<String> skills,
            @Nullable List<String> zones,
            @Nullable List<String> infectionZones,
            @Nullable String pauseAt,
            @Nullable Integer pauseMinutes) {}

    /** @throws IllegalArgumentException with the file and what is wrong in it */
    static Roster read(Path file) throws IOException {
        try {
            return read(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    static Roster read(String json) {
        RosterBody body = Words.read(json, RosterBody.class);
        if (body.team == null || body.shifts == null || body.shifts.isEmpty()) {
            throw new IllegalArgumentException("a roster has team and shifts");
        }
        List<Shift> shifts = new ArrayList<>();
        for (int i = 0; i < body.shifts.size(); i++) {
            ShiftBody shift = body.shifts.get(i);
            String where = "shifts[" + i + "]";
            int count = shift.count == null ? 1 : shift.count;
            if (count < 1 || count > 500) {
                throw new IllegalArgumentException(where + ".count: is 1 to 500");
            }
            for (int n = 0; n < count; n++) {
                shifts.add(shift(shift, where));
            }
        }
        String name = body.name == null ? "your roster" : body.name;
        return new Roster(name, Words.of(Team.class, body.team, "team"), shifts);
    }

    private static Shift shift(ShiftBody body, String where) {
        LocalTime from = time(body.from, where + ".from");
        LocalTime to = time(body.to, where + ".to");
        Set<DayOfWeek> days = EnumSet.allOf(DayOfWeek.class);
        if (body.days != null) {
            days.clear();
            body.days.forEach(day -> days.add(Words.of(DayOfWeek.class, day, where + ".days")));
        }
        Set<Skill> skills = new HashSet<>();
        or(body.skills).forEach(skill -> skills.add(Words.of(Skill.class, skill, where + ".skills")));
        int pause = body.pauseMinutes == null ? 0 : body.pauseMinutes;
        if (pause < 0 || pause > 120 || (pause > 0) != (body.pauseAt != null)) {
            throw new IllegalArgumentException(where + ": pauseAt and pauseMinutes, 1 to 120, go together");
        }
        return new Shift(
                body.name == null ? where : body.name,
                from,
                to,
                days,
                skills,
                Set.copyOf(or(body.zones)),
                Set.copyOf(or(body.infectionZones)),
                body.pauseAt == null ? null : time(body.pauseAt, where + ".pauseAt"),
                pause);
    }

    private static List<String> or(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }

    private static LocalTime time(@Nullable String text, String where) {
        try {
            if (text != null) {
                return LocalTime.parse(text);
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(where + ": " + text + " is not a time like 07:30", e);
        }
        throw new IllegalArgumentException(where + ": is missing");
    }

    static void write(Path file, Roster roster) throws IOException {
        Files.writeString(file, text(roster));
    }

    static String text(Roster roster) throws JsonProcessingException {
        List<ShiftBody> shifts = roster.shifts().stream()
                .map(shift -> new ShiftBody(
                        shift.name(),
                        shift.from().toString(),
                        shift.to().toString(),
                        null,
                        shift.days().size() == 7
                                ? null
                                : new TreeSet<>(shift.days())
                                        .stream().map(Words::word).toList(),
                        new TreeSet<>(shift.skills()).stream().map(Words::word).toList(),
                        List.copyOf(new TreeSet<>(shift.zones())),
                        List.copyOf(new TreeSet<>(shift.infectionZones())),
                        shift.pauseAt() == null ? null : shift.pauseAt().toString(),
                        shift.pauseMinutes() == 0 ? null : shift.pauseMinutes()))
                .toList();
        return Words.mapper()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(new RosterBody(roster.name(), Words.word(roster.team()), shifts))
                + "\n";
    }
}
