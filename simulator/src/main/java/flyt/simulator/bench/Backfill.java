package flyt.simulator.bench;

import flyt.domain.Hospital;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Recorded;
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
import flyt.runtime.Submission;
import flyt.simulator.replica.Replica;
import flyt.simulator.traffic.HospitalFile;
import flyt.simulator.traffic.Report;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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
    private static final String ACCEPTED = "{\"outcome\":\"accepted\"}";
    private static final int ROWS_IN_AN_APPEND = 2_000;

    private final Vertx vertx;
    private final Database database;
    private final String id;
    private final int snapshotEvery;
    private final Snapshots snapshots;
    private final JournalWriter writer;
    private final Replica replica;
    private final EventRows journal = new EventRows(new EventCodec());
    private final List<EventRow> events = new ArrayList<>();
    private final List<InputRow> inputs = new ArrayList<>();
    private final List<IdentityRow> people = new ArrayList<>();
    private Future<Void> writing = Future.succeededFuture();
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
        this.id = file.id();
        this.snapshotEvery = snapshotEvery;
        this.snapshots = new Snapshots(database);
        Journal journal = new Journal(database);
        this.writer = journal.writer(id);
        MainThread.await(journal.create(id));
        byte[] pseudonyms =
                MainThread.await(new Secrets(database).get("pseudonyms")).getBytes();
        this.replica = new Replica(file, pseudonyms, opening, new Replica.Listener() {
            @Override
            public void decided(List<Recorded> decided) {
                keep(decided);
            }

            @Override
            public void told(Submission report, Instant at) {
                keep(report, at);
            }
        });
    }

    /** Records these reports, in the order in which they were sent. */
    void take(List<Report> reports) {
        for (Report report : reports) {
            replica.take(report);
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
        return replica.hospital();
    }

    /** Waits until all of it is on disk, and closes what it has opened. */
    void finish() {
        append();
        MainThread.await(writing.eventually(writer::close).eventually(database::close));
    }

    private void keep(List<Recorded> decided) {
        decided.forEach(recorded -> events.add(journal.row(events() + 1, recorded)));
    }

    private void keep(Submission told, Instant at) {
        MessageKey message = told.input().message();
        inputs.add(new InputRow(
                new InputKey(message.source().value(), message.id(), Buffer.buffer(told.hash())),
                ACCEPTED,
                events(),
                at));
        people.addAll(told.identities());
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
}
