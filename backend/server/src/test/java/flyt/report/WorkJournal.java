package flyt.report;

import flyt.domain.place.HospitalDefinition;
import flyt.intake.http.DefinitionFile;
import flyt.intake.http.DefinitionReader;
import flyt.journal.Appended.Committed;
import flyt.journal.Database;
import flyt.journal.EventRow;
import flyt.journal.IdentityRow;
import flyt.journal.Journal;
import flyt.journal.JournalWriter;
import flyt.journal.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A journal of the reference hospital in which a test writes what happened, in any order; it is recorded when it happened. */
public final class WorkJournal implements AutoCloseable {
    private static final String HOSPITAL = "FJO";

    private final TestDatabase postgres = TestDatabase.fresh();
    private final Vertx vertx = Vertx.vertx();
    private final Database database = postgres.open(vertx);
    private final List<EventRow> events = new ArrayList<>();
    private final List<IdentityRow> people = new ArrayList<>();
    private int messages;

    /** The reference hospital, in Oslo: beds LUN-… are in zone R4, OBS-… in R1. */
    public static HospitalDefinition fjordvik() {
        try (var file = WorkJournal.class.getResourceAsStream("/flyt/protocol/hospitals/fjordvik.json")) {
            return DefinitionFile.read(file.readAllBytes(), new DefinitionReader(definition -> List.of()))
                    .fold(definition -> definition, faults -> {
                        throw new AssertionError(faults.toString());
                    });
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A clean was ordered. */
    public void ordered(String task, String at, String bed) {
        tell("CleaningOrdered", at, null, about(task).put("bed", bed).put("cleaning", "standard"));
    }

    /** A job of the porters was ordered; {@code point}: where it begins, as the journal has it. */
    void porterOrdered(String task, String at, JsonObject point, String scheduledUntil) {
        JsonObject job = new JsonObject()
                .put("kind", "patient-bed")
                .put("team", "porters")
                .put("at", point);
        JsonObject body = about(task).put("job", job);
        tell("TaskOrdered", at, null, scheduledUntil == null ? body : body.put("scheduledUntil", scheduledUntil));
    }

    void accepted(String task, String at, String worker) {
        tell("TaskAccepted", at, worker, about(task).put("worker", worker));
    }

    void started(String task, String at, String worker) {
        tell("CleaningStarted", at, worker, about(task).put("bed", "LUN-301").put("worker", worker));
    }

    void done(String task, String at, String worker) {
        tell("CleaningDone", at, worker, about(task).put("bed", "LUN-301").put("made", false));
    }

    /** A clean from order to done by one worker: minutes until taken, started, done. */
    public void clean(String task, String at, String bed, String worker, int accepted, int started, int done) {
        ordered(task, at, bed);
        Instant order = Instant.parse(at);
        accepted(task, order.plusSeconds(60L * accepted).toString(), worker);
        started(task, order.plusSeconds(60L * started).toString(), worker);
        done(task, order.plusSeconds(60L * done).toString(), worker);
    }

    void onDuty(String worker, String team, String from, String to) {
        tell("DutyStarted", from, worker, new JsonObject().put("worker", worker).put("team", team));
        if (to != null) {
            tell("DutyEnded", to, worker, new JsonObject().put("worker", worker));
        }
    }

    /** The command that told the last event is taken back. */
    void undone(String at) {
        EventRow last = events.get(events.size() - 1);
        JsonObject command = new JsonObject().put("source", last.source()).put("id", last.messageId());
        tell("Undone", at, last.actor(), new JsonObject().put("command", command));
    }

    /** Who is behind a key can still be told. */
    void known(String key, String number) {
        people.add(new IdentityRow(key, IdentityRow.STAFF, number, "Ada", null, null, null, Instant.EPOCH));
    }

    void tell(String type, String at, String actor, JsonObject body) {
        tell(type, at, at, actor, body);
    }

    void tell(String type, String at, String recordedAt, String actor, JsonObject body) {
        events.add(new EventRow(
                0,
                Instant.parse(recordedAt),
                Instant.parse(at),
                type,
                "flyt",
                "m" + ++messages,
                actor,
                null,
                body.encode()));
    }

    static JsonObject about(String task) {
        return new JsonObject().put("task", task);
    }

    /** Writes it all; nothing is told afterwards. */
    public WorkJournal written() {
        Journal journal = new Journal(database);
        within(journal.create(HOSPITAL));
        events.sort(Comparator.comparing(EventRow::recordedAt));
        List<EventRow> numbered = new ArrayList<>();
        for (EventRow one : events) {
            numbered.add(new EventRow(
                    numbered.size() + 1,
                    one.recordedAt(),
                    one.occurredAt(),
                    one.type(),
                    one.source(),
                    one.messageId(),
                    one.actor(),
                    null,
                    one.body()));
        }
        JournalWriter writer = journal.writer(HOSPITAL);
        if (!within(writer.append(0, numbered, List.of(), people)).equals(new Committed(numbered.size()))) {
            throw new AssertionError("not written");
        }
        within(writer.close());
        return this;
    }

    /** Where it is. */
    public Database database() {
        return database;
    }

    Sheet answer(Question question) {
        return within(new Figures(database, 5).of(question));
    }

    static <T> T within(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    @Override
    public void close() {
        within(database.close());
        within(vertx.close());
        postgres.close();
    }
}
