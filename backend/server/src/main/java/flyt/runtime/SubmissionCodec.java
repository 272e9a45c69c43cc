package flyt.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import flyt.domain.Command;
import flyt.domain.Decision.Refusal;
import flyt.domain.Decision.Warning;
import flyt.domain.Input;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Source;
import flyt.domain.event.StaffKey;
import flyt.domain.place.PlaceEvent.ClockSet;
import flyt.domain.place.PlaceEvent.HospitalDefined;
import flyt.domain.task.TaskId;
import flyt.journal.EventCodec;
import flyt.journal.IdentityRow;
import flyt.journal.JournalJson;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Submissions and answers as they travel between members of one installation; both ends run the same version of Flyt. */
final class SubmissionCodec {
    private static final Map<String, Class<?>> COMMANDS = Arrays.stream(Command.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

    private final EventCodec events;
    private final JsonMapper json = JournalJson.mapper();

    SubmissionCodec(EventCodec events) {
        this.events = events;
    }

    JsonArray submissions(List<Submission> submissions) {
        return new JsonArray(submissions.stream().map(this::write).toList());
    }

    List<Submission> submissions(JsonArray array) {
        return array.stream().map(one -> read((JsonObject) one)).toList();
    }

    private JsonObject write(Submission submission) {
        Input input = submission.input();
        JsonObject written = new JsonObject()
                .put("source", input.message().source().value())
                .put("id", input.message().id())
                .put("hash", submission.hash())
                .put("sentAt", text(submission.sentAt()))
                .put("identities", identities(submission.identities()));
        if (input instanceof Input.Report report) {
            return written.put("kind", "report")
                    .put("at", report.occurredAt().toString())
                    .put("actor", report.actor() == null ? null : report.actor().value())
                    .put("type", events.type(report.fact()))
                    .put("body", events.encode(report.fact()));
        } else if (input instanceof Input.Wish wish) {
            return written.put("kind", "wish")
                    .put("at", wish.at().toString())
                    .put("actor", wish.actor() == null ? null : wish.actor().value())
                    .put("type", wish.command().getClass().getSimpleName())
                    .put("body", encode(wish.command()));
        } else if (input instanceof Input.Define define) {
            HospitalDefined defined = new HospitalDefined(define.definition());
            return written.put("kind", "define")
                    .put("type", events.type(defined))
                    .put("body", events.encode(defined));
        } else if (input instanceof Input.SetClock clock) {
            return written.put("kind", "clock")
                    .put("at", clock.time().toString())
                    .put("rate", clock.rate());
        }
        throw new IllegalArgumentException(
                "stays on its member: " + input.getClass().getSimpleName());
    }

    private Submission read(JsonObject written) {
        List<IdentityRow> identities = written.getJsonArray("identities").stream()
                .map(one -> identity((JsonObject) one))
                .toList();
        return new Submission(
                input(written), written.getBinary("hash"), identities, instant(written.getString("sentAt")));
    }

    private Input input(JsonObject written) {
        MessageKey message = new MessageKey(new Source(written.getString("source")), written.getString("id"));
        String actorKey = written.getString("actor");
        StaffKey actor = actorKey == null ? null : new StaffKey(actorKey);
        Instant at = instant(written.getString("at"));
        return switch (written.getString("kind")) {
            case "report" ->
                new Input.Report(
                        message, there(at), actor, events.decode(written.getString("type"), written.getString("body")));
            case "wish" ->
                new Input.Wish(
                        message, there(at), actor, command(written.getString("type"), written.getString("body")));
            case "define" ->
                new Input.Define(
                        message,
                        ((HospitalDefined) events.decode(written.getString("type"), written.getString("body")))
                                .definition());
            case "clock" ->
                new Input.SetClock(
                        message, new ClockSet(there(at), written.getDouble("rate")).time(), written.getDouble("rate"));
            default -> throw new IllegalArgumentException("unknown kind of input");
        };
    }

    private Command command(String type, String body) {
        try {
            return (Command) json.readValue(body, COMMANDS.get(type));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a command: " + type, e);
        }
    }

    private String encode(Command command) {
        try {
            return json.writeValueAsString(command);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot write a command", e);
        }
    }

    private static JsonArray identities(List<IdentityRow> identities) {
        return new JsonArray(identities.stream()
                .map(row -> new JsonObject()
                        .put("key", row.key())
                        .put("kind", row.kind())
                        .put("number", row.number())
                        .put("given", row.given())
                        .put("family", row.family())
                        .put(
                                "birthDate",
                                row.birthDate() == null ? null : row.birthDate().toString())
                        .put("protected", row.isProtected())
                        .put("text", row.text())
                        .put("changedAt", row.changedAt().toString()))
                .toList());
    }

    private static IdentityRow identity(JsonObject row) {
        String birthDate = row.getString("birthDate");
        return new IdentityRow(
                row.getString("key"),
                row.getString("kind"),
                row.getString("number"),
                row.getString("given"),
                row.getString("family"),
                birthDate == null ? null : LocalDate.parse(birthDate),
                row.getBoolean("protected"),
                row.getString("text"),
                there(instant(row.getString("changedAt"))));
    }

    static JsonArray answers(List<Answer> answers) {
        return new JsonArray(answers.stream().map(SubmissionCodec::answer).toList());
    }

    private static JsonObject answer(Answer answer) {
        if (answer instanceof Answer.Accepted accepted) {
            List<String> warnings =
                    accepted.warnings().stream().map(Warning::name).toList();
            return new JsonObject().put("accepted", accepted.seq()).put("warnings", new JsonArray(warnings));
        } else if (answer instanceof Answer.Repeated repeated) {
            return new JsonObject().put("repeated", repeated.seq());
        }
        Answer.Refused refused = (Answer.Refused) answer;
        return new JsonObject()
                .put("refused", refused.reason().name())
                .put("task", refused.task() == null ? null : refused.task().value())
                .put("by", refused.by() == null ? null : refused.by().value());
    }

    static List<Answer> answers(JsonArray array) {
        List<Answer> answers = new ArrayList<>();
        for (Object one : array) {
            JsonObject answer = (JsonObject) one;
            if (answer.containsKey("accepted")) {
                List<Warning> warnings = answer.getJsonArray("warnings").stream()
                        .map(name -> Warning.valueOf((String) name))
                        .toList();
                answers.add(new Answer.Accepted(answer.getLong("accepted"), warnings));
            } else if (answer.containsKey("repeated")) {
                answers.add(new Answer.Repeated(answer.getLong("repeated")));
            } else {
                String task = answer.getString("task");
                String by = answer.getString("by");
                answers.add(new Answer.Refused(
                        Refusal.valueOf(answer.getString("refused")),
                        task == null ? null : new TaskId(task),
                        by == null ? null : new StaffKey(by)));
            }
        }
        return answers;
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }

    private static Instant there(@Nullable Instant instant) {
        if (instant == null) {
            throw new IllegalArgumentException("a time is missing");
        }
        return instant;
    }
}
