package flyt.simulator.bench;

import flyt.domain.Decider;
import flyt.domain.Decision;
import flyt.domain.Hospital;
import flyt.domain.Input;
import flyt.domain.TimeRules;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Source;
import flyt.domain.place.BedId;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.Places;
import flyt.domain.place.WardId;
import flyt.intake.http.DefinitionFile;
import flyt.intake.http.DefinitionReader;
import flyt.intake.http.Pseudonyms;
import flyt.intake.http.ReadReport;
import flyt.intake.http.ReportReader;
import flyt.journal.Appended;
import flyt.journal.Database;
import flyt.journal.EventCodec;
import flyt.journal.EventRow;
import flyt.journal.IdentityRow;
import flyt.journal.InputKey;
import flyt.journal.InputRow;
import flyt.journal.Journal;
import flyt.journal.JournalWriter;
import flyt.journal.MasterKeys;
import flyt.journal.Secrets;
import flyt.journal.Snapshots;
import flyt.journal.StateCodec;
import flyt.runtime.EventRows;
import flyt.runtime.FreeText;
import flyt.runtime.Submission;
import flyt.simulator.traffic.HospitalFile;
import flyt.simulator.traffic.Report;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A hospital's past written into an empty journal: what its systems reported is read, decided and
 * recorded by the product's own parts, but without a server, so that months take minutes. The
 * journal, its snapshots and its names are those that a server would have left. Used by one thread,
 * which it blocks.
 */
final class Backfill {
    /*
     * As in a server, what is decided runs ahead of what is on disk by one append at most:
     *
     *    reports ──> read ──> decide ──> rows ──┬─ enough of them: wait for the append before, append
     *                                           └─ every so many events: a snapshot after that append
     */
    private static final Source FLYT = new Source("flyt");
    private static final String ACCEPTED = "{\"outcome\":\"accepted\"}";
    private static final Duration LONGEST_CATCH_UP = Duration.ofDays(31);
    private static final int ROWS_IN_AN_APPEND = 2_000;

    private final Vertx vertx;
    private final Database database;
    private final HospitalDefinition definition;
    private final String id;
    private final int snapshotEvery;
    private final Snapshots snapshots;
    private final JournalWriter writer;
    private final ReportReader reader;
    private final Places places;
    private final EventRows journal = new EventRows(new EventCodec());
    private final List<EventRow> events = new ArrayList<>();
    private final List<InputRow> inputs = new ArrayList<>();
    private final List<IdentityRow> people = new ArrayList<>();
    private Future<Void> writing = Future.succeededFuture();
    private @Nullable Hospital hospital;
    private long head;
    private long lastSnapshot;

    /**
     * Begins a journal: defines the hospital and sets its clock.
     *
     * @param databaseUrl of a database whose schema is in place
     * @param keys what closes the names in it
     * @param opening when the reports begin
     * @param snapshotEvery events between two snapshots
     */
    Backfill(Vertx vertx, String databaseUrl, MasterKeys keys, HospitalFile file, Instant opening, int snapshotEvery) {
        this.vertx = vertx;
        this.database = Database.at(vertx, databaseUrl, keys);
        this.definition = definition(file);
        this.id = definition.id().value();
        this.snapshotEvery = snapshotEvery;
        this.snapshots = new Snapshots(database);
        this.places = Places.of(definition);
        Journal journal = new Journal(database);
        this.writer = journal.writer(id);
        MainThread.await(journal.create(id));
        this.reader = new ReportReader(new Pseudonyms(
                MainThread.await(new Secrets(database).get("pseudonyms")).getBytes()));
        decide(new Input.Define(new MessageKey(FLYT, "definition/" + id), definition), Instant.EPOCH);
        letTimePass(opening);
        decide(new Input.SetClock(new MessageKey(FLYT, "clock/" + opening), opening, 0), opening);
    }

    /** Records these reports, in the order in which they were sent. */
    void take(List<Report> reports) {
        for (Report report : reports) {
            take(report);
            if (events.size() >= ROWS_IN_AN_APPEND) {
                append();
            }
        }
    }

    /** Number of the last event decided. */
    long events() {
        return head + events.size();
    }

    /** The hospital as it is after the last report. */
    Hospital hospital() {
        return Objects.requireNonNull(hospital);
    }

    /** Waits until all of it is on disk, and closes what it has opened. */
    void finish() {
        append();
        MainThread.await(writing.eventually(writer::close).eventually(database::close));
    }

    private void take(Report report) {
        Submission read = reader.read(definition, report.body(), this::ward).fold(Backfill::fact, faults -> {
            throw new IllegalStateException("The simulator wrote a faulty report: " + faults);
        });
        Instant now = later(read.sentAt(), hospital().recordedAt());
        letTimePass(now);
        Submission told = FreeText.outOf(read, now);
        decide(told.input(), now);
        MessageKey message = told.input().message();
        inputs.add(new InputRow(
                new InputKey(message.source().value(), message.id(), Buffer.buffer(told.hash())),
                ACCEPTED,
                events(),
                now));
        people.addAll(told.identities());
    }

    private static Submission fact(ReadReport report) {
        if (report instanceof ReadReport.Fact fact) {
            return fact.submission();
        }
        throw new IllegalArgumentException("A sign of life is no fact: " + report.messageId());
    }

    /** Each deadline is recorded at its own moment, but for a leap of the clock. */
    private void letTimePass(Instant now) {
        for (Instant due = TimeRules.nextDeadline(hospital());
                !due.isAfter(now);
                due = TimeRules.nextDeadline(hospital())) {
            boolean leap = Duration.between(due, now).compareTo(LONGEST_CATCH_UP) > 0;
            Instant at = leap ? now : later(due, hospital().recordedAt());
            long before = events();
            decide(new Input.TimePassed(new MessageKey(FLYT, "time/" + at)), at);
            if (events() == before) {
                return;
            }
        }
    }

    private void decide(Input input, Instant at) {
        if (!(Decider.decide(hospital, input, at) instanceof Decision.Accepted accepted)) {
            throw new IllegalStateException("A report was refused, which no report is");
        }
        accepted.events().forEach(recorded -> events.add(journal.row(events() + 1, recorded)));
        hospital = accepted.after();
    }

    private void append() {
        MainThread.await(writing);
        long after = events();
        writing = writer.append(head, List.copyOf(events), List.copyOf(inputs), List.copyOf(people))
                .compose(outcome -> outcome instanceof Appended.Committed
                        ? Future.succeededFuture()
                        : Future.failedFuture(new IllegalStateException("Somebody else writes: " + outcome)));
        head = after;
        events.clear();
        inputs.clear();
        people.clear();
        if (head - lastSnapshot >= snapshotEvery) {
            lastSnapshot = head;
            Hospital state = hospital();
            writing = writing.compose(written -> save(state, after));
        }
    }

    private Future<Void> save(Hospital state, long seq) {
        return vertx.executeBlocking(() -> Buffer.buffer(StateCodec.encode(state)))
                .compose(body -> snapshots.save(id, seq, StateCodec.FORMAT, body))
                .compose(saved -> snapshots.prune(id, state.recordedAt()))
                .mapEmpty();
    }

    private @Nullable WardId ward(BedId bed) {
        Places.BedPlace place = places.bed(bed);
        return place == null ? null : place.ward().id();
    }

    /** The definition in the simulator's own file. */
    static HospitalDefinition definition(HospitalFile file) {
        byte[] json = file.json().toString().getBytes(StandardCharsets.UTF_8);
        return DefinitionFile.read(json, new DefinitionReader(checked -> List.of()))
                .fold(read -> read, faults -> {
                    throw new IllegalArgumentException("The hospital file has faults: " + faults);
                });
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one != null && one.isAfter(other) ? one : other;
    }
}
