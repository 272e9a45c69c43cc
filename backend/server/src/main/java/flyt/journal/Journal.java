package flyt.journal;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * The ordered events of every hospital: asks and reads; a {@link JournalWriter} appends.
 *
 * <p>One per member; usable from any thread, answers on the caller's context.
 */
public final class Journal {
    /** Events in one batch of {@link #read}, at most. */
    public static final int BATCH = 5_000;

    /** Events that the writer tells of what came at once, at most. */
    private static final int CLOSE = 5_000;

    private static final String COLUMNS =
            "seq, recorded_at, occurred_at, type, source, message_id, actor, stay, body::text";

    static final String PAGE = "SELECT " + COLUMNS
            + " FROM event WHERE hospital = $1 AND seq BETWEEN $2 AND $3 ORDER BY seq LIMIT " + BATCH;

    /** The type is part of the text, so that the index of the definitions serves. */
    static final String DEFINITION = "SELECT " + COLUMNS
            + " FROM event WHERE hospital = $1 AND type = 'HospitalDefined' ORDER BY seq DESC LIMIT 1";

    private final Database database;

    /** The journal in a database whose schema is in place. */
    public Journal(Database database) {
        this.database = database;
    }

    /** Makes an empty journal for a hospital, unless it has one. */
    public Future<Void> create(String hospital) {
        return database.query("INSERT INTO hospital (hospital) VALUES ($1) ON CONFLICT DO NOTHING", Tuple.of(hospital))
                .mapEmpty();
    }

    /** The hospitals that have a journal, sorted. */
    public Future<List<String>> hospitals() {
        return database.query("SELECT hospital FROM hospital ORDER BY hospital", Tuple.tuple())
                .map(rows -> rows.stream().map(row -> row.getString(0)).toList());
    }

    /** Number of the hospital's last event; 0 before the first; empty when it has no journal. */
    public Future<OptionalLong> head(String hospital) {
        return database.query(
                        "SELECT coalesce((SELECT max(seq) FROM event WHERE hospital = $1), 0)"
                                + " FROM hospital WHERE hospital = $1",
                        Tuple.of(hospital))
                .map(Journal::number);
    }

    /**
     * A writer for a hospital; call it and use it on the context that shall get its answers.
     *
     * <p>Several for one hospital do no harm: the fence lets one win each number.
     */
    public JournalWriter writer(String hospital) {
        return new JournalWriter(hospital, database);
    }

    /**
     * Reads events in order, in batches, while the next batch is already on its way.
     *
     * @param from first number, from 1
     * @param to last number, inclusive; {@link Long#MAX_VALUE} for all there are
     * @param batches gets each batch, in order, never empty, one at a time on a worker thread; what it
     *     throws ends the reading and fails the future
     * @return number of the last event read; {@code from - 1} when there was none. Fails with
     *     {@link IllegalStateException} when a number is missing
     */
    public Future<Long> read(String hospital, long from, long to, Consumer<List<EventRow>> batches) {
        return new EventReading(database, hospital, to, batches).from(from);
    }

    /** The hospital's last definition, or empty when it has none. */
    public Future<Optional<EventRow>> definition(String hospital) {
        return database.query(DEFINITION, Tuple.of(hospital))
                .map(rows -> rows.stream().map(Journal::eventRow).findFirst());
    }

    /** All events of one stay, in order. */
    public Future<List<EventRow>> readStay(String hospital, String stay) {
        return database.query(
                        "SELECT " + COLUMNS + " FROM event WHERE hospital = $1 AND stay = $2 ORDER BY seq",
                        Tuple.of(hospital, stay))
                .map(rows -> rows.stream().map(Journal::eventRow).toList());
    }

    /**
     * Events of these types by one source, in order, up to one that a message of its made last: what a message tells goes to the
     * writer at once and stands close together, so that no more than {@value #CLOSE} are looked at.
     */
    public Future<List<EventRow>> upTo(String hospital, long seq, String source, List<String> types) {
        return database.query(
                        "SELECT " + COLUMNS
                                + " FROM event WHERE hospital = $1 AND seq BETWEEN $2 AND $3 AND source = $4"
                                + " AND type = ANY($5) ORDER BY seq",
                        Tuple.of(hospital, seq - CLOSE, seq, source, types.toArray(String[]::new)))
                .map(rows -> rows.stream().map(Journal::eventRow).toList());
    }

    /**
     * Number of the last event recorded at or before a moment of hospital time; empty when there is
     * none.
     */
    public Future<OptionalLong> seqAt(String hospital, Instant recordedAt) {
        return database.query(
                        "SELECT seq FROM event WHERE hospital = $1 AND recorded_at <= $2"
                                + " ORDER BY recorded_at DESC, seq DESC LIMIT 1",
                        Tuple.of(hospital, AppendStatement.utc(recordedAt)))
                .map(Journal::number);
    }

    /** The first outcome of an input, if there was such an input. */
    public Future<Optional<InputRow>> findInput(String hospital, InputKey key) {
        return database.query(
                        "SELECT source, message_id, hash, outcome::text, seq, recorded_at FROM input"
                                + " WHERE hospital = $1 AND source = $2 AND message_id = $3 AND hash = $4",
                        Tuple.of(hospital, key.source(), key.messageId(), key.hash()))
                .map(rows -> rows.stream().map(Journal::inputRow).findFirst());
    }

    static InputRow inputRow(Row row) {
        return new InputRow(
                new InputKey(row.getString("source"), row.getString("message_id"), row.getBuffer("hash")),
                row.getString("outcome"),
                row.getLong("seq"),
                row.getOffsetDateTime("recorded_at").toInstant());
    }

    static EventRow eventRow(Row row) {
        return new EventRow(
                row.getLong(0),
                row.getOffsetDateTime(1).toInstant(),
                row.getOffsetDateTime(2).toInstant(),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8));
    }

    private static OptionalLong number(RowSet<Row> rows) {
        for (Row row : rows) {
            return OptionalLong.of(row.getLong(0));
        }
        return OptionalLong.empty();
    }
}
