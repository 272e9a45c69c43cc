package flyt.intake.http;

import flyt.domain.place.HospitalDefinition;
import flyt.domain.priority.Team;
import flyt.journal.WireNames;
import flyt.report.Question;
import flyt.report.Question.By;
import flyt.report.Question.Counted;
import io.vertx.core.MultiMap;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The query of figures about work, read strictly; what is wrong is collected. */
final class FigureQuery {
    private static final Set<String> PARAMETERS = Set.of("team", "from", "to", "zone", "by", "counted", "format");
    private static final int MOMENT_MAX = 30;

    private final MultiMap query;
    private final List<Fault> faults = new ArrayList<>();

    private FigureQuery(MultiMap query) {
        this.query = query;
    }

    /** The question about a hospital, or what is wrong with it. */
    static Reading<Question> read(MultiMap query, HospitalDefinition hospital) {
        return new FigureQuery(query).read(hospital);
    }

    private Reading<Question> read(HospitalDefinition hospital) {
        query.names().stream()
                .filter(name -> !PARAMETERS.contains(name))
                .forEach(name -> fault(Fields.printable(name), "is not a parameter of this"));
        Team team = oneOf(Team.class, "team", null);
        Instant from = moment("from");
        Instant to = moment("to");
        if (from != null && to != null) {
            if (!from.isBefore(to)) {
                fault("to", "must be after from");
            } else if (Duration.between(from, to).compareTo(Question.LONGEST) > 0) {
                fault("to", "must be at most " + Question.LONGEST.toDays() + " days after from");
            }
        }
        String zone = query.get("zone");
        if (zone != null && hospital.zones().stream().noneMatch(one -> one.id().equals(zone))) {
            fault("zone", "must be the id of a zone of the hospital");
        }
        By by = oneOf(By.class, "by", By.NONE);
        Counted counted = oneOf(Counted.class, "counted", Counted.ORDERED);
        if (query.contains("format") && !Set.of("json", "csv").contains(query.get("format"))) {
            fault("format", "must be one of json, csv");
        }
        return faults.isEmpty() && team != null && from != null && to != null && by != null && counted != null
                ? new Reading.Read<>(new Question(hospital, team, from, to, zone, by, counted))
                : new Reading.Faulty<>(faults);
    }

    private <E extends Enum<E>> @Nullable E oneOf(Class<E> type, String name, @Nullable E otherwise) {
        String text = query.get(name);
        E value = text == null ? otherwise : WireNames.parse(type, text);
        if (value == null) {
            fault(
                    name,
                    "must be one of "
                            + Arrays.stream(type.getEnumConstants())
                                    .map(WireNames::of)
                                    .collect(Collectors.joining(", ")));
        }
        return value;
    }

    private @Nullable Instant moment(String name) {
        return moment(query, name, faults);
    }

    /** The moment in this parameter; null after a fault. */
    static @Nullable Instant moment(MultiMap query, String name, List<Fault> faults) {
        String text = query.get(name);
        try {
            if (text == null || text.length() > MOMENT_MAX || !Character.isDigit(text.charAt(0))) {
                throw new DateTimeException("of no calendar in use");
            }
            return Instant.parse(text);
        } catch (DateTimeException | StringIndexOutOfBoundsException e) {
            faults.add(new Fault(name, "must be a moment in UTC such as 2026-11-12T09:42:00Z"));
            return null;
        }
    }

    private void fault(String field, String problem) {
        faults.add(new Fault(field, problem));
    }
}
