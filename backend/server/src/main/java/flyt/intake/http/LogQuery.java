package flyt.intake.http;

import flyt.access.log.LogQuestion;
import io.vertx.core.MultiMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The query of the access log, read strictly; what is wrong is collected. */
final class LogQuery {
    private static final Set<String> PARAMETERS =
            Set.of("hospital", "patient", "person", "from", "to", "after", "limit");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final int TEXT_MAX = 120;
    private static final int LIMIT = 100;

    private final MultiMap query;
    private final List<Fault> faults = new ArrayList<>();

    private LogQuery(MultiMap query) {
        this.query = query;
    }

    /** The question, or what is wrong with it. */
    static Reading<LogQuestion> read(MultiMap query) {
        return new LogQuery(query).read();
    }

    private Reading<LogQuestion> read() {
        query.names().stream()
                .filter(name -> !PARAMETERS.contains(name))
                .forEach(name -> fault(Fields.printable(name), "is not a parameter of this"));
        String hospital = query.get("hospital");
        if (hospital != null && !ID.matcher(hospital).matches()) {
            fault("hospital", "must be the id of a hospital");
        }
        String visit = text("patient");
        String person = text("person");
        if (visit != null && hospital == null) {
            fault("hospital", "must be there when a patient is asked for");
        }
        Instant from = moment("from");
        Instant to = moment("to");
        long after = number("after", 0);
        long limit = number("limit", LIMIT);
        if (limit < 1 || limit > LogQuestion.LIMIT_MAX) {
            fault("limit", "must be a whole number from 1 to " + LogQuestion.LIMIT_MAX);
        }
        return faults.isEmpty()
                ? new Reading.Read<>(new LogQuestion(hospital, visit, person, from, to, after, (int) limit))
                : new Reading.Faulty<>(faults);
    }

    private @Nullable String text(String name) {
        String text = query.get(name);
        if (text != null
                && (text.isBlank() || text.length() > TEXT_MAX || text.chars().anyMatch(LogQuery::isNoText))) {
            fault(name, "must be a text of 1 to " + TEXT_MAX + " printable characters");
        }
        return text;
    }

    private static boolean isNoText(int character) {
        return Character.isISOControl(character) || Character.isSurrogate((char) character);
    }

    private @Nullable Instant moment(String name) {
        String text = query.get(name);
        try {
            Instant moment = text == null ? null : Instant.parse(text);
            if (moment != null && (text.length() > 30 || text.startsWith("-") || text.startsWith("+"))) {
                throw new DateTimeException("of no calendar in use");
            }
            return moment;
        } catch (DateTimeException e) {
            fault(name, "must be a moment in UTC such as 2026-11-12T09:42:00Z");
            return null;
        }
    }

    private long number(String name, long otherwise) {
        String text = query.get(name);
        if (text != null && !NUMBER.matcher(text).matches()) {
            fault(name, "must be a whole number");
            return otherwise;
        }
        return text == null ? otherwise : Long.parseLong(text);
    }

    private void fault(String field, String problem) {
        faults.add(new Fault(field, problem));
    }
}
