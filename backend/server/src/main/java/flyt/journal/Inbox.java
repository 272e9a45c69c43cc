package flyt.journal;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * The messages that came in by other standards, with the bytes as they came: closed each with a key of its own, as names are.
 * Usable from any thread. Futures fail with {@link JournalAway}; opening with {@link LostKey}.
 */
public final class Inbox {
    /** Destroys what closes the messages that are about these patients. */
    static final String ERASE =
            """
            DELETE FROM inbox_key USING inbox_patient p
            WHERE p.hospital = $1 AND p.patient = ANY($2) AND inbox_key.id = p.id""";

    private static final String COLUMNS = "SELECT i.id, i.hospital, i.received_at, i.source, i.sender, i.profile,"
            + " i.message_id, i.type, i.outcome, i.reasons, i.visits, i.unmapped, i.seq, i.replay_of, i.appointment, i.starts_at,"
            + " i.settled_at";

    private static final String KEEP =
            """
            WITH row AS (
                INSERT INTO inbox (id, hospital, received_at, source, sender, profile, message_id, type, outcome, reasons,
                                   visits, seq, replay_of, sealed, appointment, starts_at, unmapped)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $17, $18, $19)
                RETURNING id, hospital
            ), about AS (
                INSERT INTO inbox_patient (hospital, patient, id)
                SELECT DISTINCT row.hospital, patient, row.id FROM row, unnest($15::text[]) AS patient
            )
            INSERT INTO inbox_key (id, wrapped) SELECT id, $16 FROM row""";

    private static final int MOST_AT_ONCE = 200;

    private final Database database;
    private final List<Waiting> waiting = new ArrayList<>();
    private boolean writing;

    private record Waiting(Tuple values, Promise<Void> kept) {}

    /** The inbox in a database whose schema is in place. */
    public Inbox(Database database) {
        this.database = database;
    }

    /** Keeps a message; done when it is on disk. Those that come while others are being written go together. */
    public Future<Void> keep(InboxRow row, byte[] bytes) {
        Waiting mine = new Waiting(values(row, bytes), Promise.promise());
        synchronized (waiting) {
            waiting.add(mine);
        }
        write();
        return mine.kept.future();
    }

    private void write() {
        List<Waiting> now;
        synchronized (waiting) {
            if (writing || waiting.isEmpty()) {
                return;
            }
            writing = true;
            List<Waiting> first = waiting.subList(0, Math.min(MOST_AT_ONCE, waiting.size()));
            now = List.copyOf(first);
            first.clear();
        }
        List<Tuple> all = now.stream().map(Waiting::values).toList();
        var unused = database.together(
                        connection -> connection.preparedQuery(KEEP).executeBatch(all))
                .onComplete(done -> {
                    synchronized (waiting) {
                        writing = false;
                    }
                    for (Waiting one : now) {
                        if (done.succeeded()) {
                            one.kept.complete();
                        } else {
                            one.kept.fail(done.cause());
                        }
                    }
                    write();
                });
    }

    private Tuple values(InboxRow row, byte[] bytes) {
        SecretKey key = MasterKeys.fresh();
        byte[] sealed;
        try {
            sealed = Sealing.seal(bytes, key, place(row.id()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a message could not be closed", e);
        }
        InboxRow.Planned planned = row.planned();
        Instant startsAt = planned == null ? null : planned.startsAt();
        return Tuple.tuple()
                .addUUID(row.id())
                .addString(row.hospital())
                .addOffsetDateTime(AppendStatement.utc(row.receivedAt()))
                .addString(row.source())
                .addString(row.sender())
                .addString(row.profile())
                .addString(row.messageId())
                .addString(row.type())
                .addString(WireNames.of(row.outcome()))
                .addArrayOfString(row.reasons().toArray(String[]::new))
                .addArrayOfString(row.visits().toArray(String[]::new))
                .addLong(row.seq())
                .addUUID(row.replayOf())
                .addBuffer(Buffer.buffer(sealed))
                .addArrayOfString(row.patients().toArray(String[]::new))
                .addBuffer(Buffer.buffer(database.keys().wrap(key)))
                .addString(planned == null ? null : planned.appointment())
                .addOffsetDateTime(startsAt == null ? null : AppendStatement.utc(startsAt))
                .addArrayOfString(row.unmapped().toArray(String[]::new));
    }

    /** A message without its bytes; empty when there is none. */
    public Future<Optional<InboxRow>> one(String hospital, UUID id) {
        return database.query(COLUMNS + " FROM inbox i WHERE i.id = $1 AND i.hospital = $2", Tuple.of(id, hospital))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Inbox::row)
                        .findFirst());
    }

    /** All messages that have this id, whoever sent them and however often they were told again, the oldest first. */
    public Future<List<InboxRow>> called(String hospital, String messageId) {
        return database.query(
                        COLUMNS + " FROM inbox i WHERE i.hospital = $1 AND i.message_id = $2"
                                + " ORDER BY i.received_at, i.id",
                        Tuple.of(hospital, messageId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Inbox::row)
                        .toList());
    }

    /** Its bytes; empty when there is none or they were erased. */
    public Future<Optional<byte[]>> bytes(String hospital, UUID id) {
        return database.query(
                        "SELECT i.sealed, k.wrapped FROM inbox i JOIN inbox_key k ON k.id = i.id"
                                + " WHERE i.id = $1 AND i.hospital = $2",
                        Tuple.of(id, hospital))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> opened(id, row))
                        .findFirst());
    }

    private byte[] opened(UUID id, Row row) {
        SecretKey key = database.keys().unwrap(row.getBuffer("wrapped").getBytes());
        try {
            return Sealing.open(row.getBuffer("sealed").getBytes(), key, place(id));
        } catch (GeneralSecurityException e) {
            // no cause: it could carry what was inside
            throw new IllegalStateException("a message does not open with its key");
        }
    }

    /** Notes that somebody saw to a message: neither it nor an earlier telling of it waits any longer. */
    public Future<Void> settle(String hospital, UUID id, Instant at) {
        return database.query(
                        "UPDATE inbox SET settled_at = coalesce(settled_at, $3) WHERE (id = $1 OR replay_of = $1) AND hospital = $2",
                        Tuple.of(id, hospital, AppendStatement.utc(at)))
                .mapEmpty();
    }

    /** How many messages of a kind there were. {@code reason} empty: without any. */
    public record Count(String source, String outcome, String reason, long messages) {}

    /** By source, outcome and reason; a message counts for each of its reasons. The most first. */
    public Future<List<Count>> counts(String hospital, Instant since) {
        return database.search(
                        """
                        SELECT source, outcome, coalesce(reason, '') AS reason, count(*) AS messages
                        FROM inbox LEFT JOIN LATERAL unnest(reasons) AS reason ON true
                        WHERE hospital = $1 AND received_at >= $2
                        GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1, 2, 3""",
                        Tuple.of(hospital, AppendStatement.utc(since)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Count(
                                row.getString("source"),
                                row.getString("outcome"),
                                row.getString("reason"),
                                row.getLong("messages")))
                        .toList());
    }

    /**
     * What to look for; null: anything.
     *
     * @param waiting only those that wait for somebody
     * @param before received before
     */
    public record Question(
            @Nullable String source,
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable String messageId,
            @Nullable String visit,
            @Nullable String appointment,
            boolean waiting,
            @Nullable Instant before,
            int limit) {}

    /** The newest first. */
    public Future<List<InboxRow>> search(String hospital, Question question) {
        Instant before = question.before();
        return database.search(
                        COLUMNS
                                + """
                                 FROM inbox i
                                WHERE i.hospital = $1
                                  AND ($2::text IS NULL OR i.source = $2)
                                  AND ($3::text IS NULL OR i.outcome = $3)
                                  AND ($4::text IS NULL OR $4 = ANY(i.reasons))
                                  AND ($5::text IS NULL OR i.message_id = $5)
                                  AND ($6::text IS NULL OR $6 = ANY(i.visits))
                                  AND ($7::text IS NULL OR i.appointment = $7)
                                  AND (NOT $8 OR (i.settled_at IS NULL
                                       AND i.outcome IN ('unreadable', 'faulty', 'stranger', 'not-allowed')))
                                  AND ($9::timestamptz IS NULL OR i.received_at < $9)
                                ORDER BY i.received_at DESC, i.id LIMIT $10""",
                        Tuple.tuple()
                                .addString(hospital)
                                .addString(question.source())
                                .addString(question.outcome())
                                .addString(question.reason())
                                .addString(question.messageId())
                                .addString(question.visit())
                                .addString(question.appointment())
                                .addBoolean(question.waiting())
                                .addOffsetDateTime(before == null ? null : AppendStatement.utc(before))
                                .addInteger(question.limit()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Inbox::row)
                        .toList());
    }

    /** Forgets what came before, but for visits that were to come then; answers how many. */
    public Future<Integer> forget(Instant before) {
        return database.query(
                        "DELETE FROM inbox WHERE received_at < $1 AND (starts_at IS NULL OR starts_at < $1)",
                        Tuple.of(AppendStatement.utc(before)))
                .map(rows -> rows.rowCount());
    }

    static InboxRow row(Row row) {
        InboxRow.Outcome outcome = WireNames.parse(InboxRow.Outcome.class, row.getString("outcome"));
        if (outcome == null) {
            throw new IllegalStateException("a message had an outcome that is unknown");
        }
        return new InboxRow(
                row.getUUID("id"),
                row.getString("hospital"),
                row.getOffsetDateTime("received_at").toInstant(),
                row.getString("source"),
                row.getString("sender"),
                row.getString("profile"),
                row.getString("message_id"),
                row.getString("type"),
                outcome,
                Arrays.asList(row.getArrayOfStrings("reasons")),
                Arrays.asList(row.getArrayOfStrings("visits")),
                List.of(),
                Arrays.asList(row.getArrayOfStrings("unmapped")),
                row.getLong("seq"),
                row.getUUID("replay_of"),
                planned(row),
                instant(row.getOffsetDateTime("settled_at")));
    }

    private static InboxRow.@Nullable Planned planned(Row row) {
        String appointment = row.getString("appointment");
        return appointment == null
                ? null
                : new InboxRow.Planned(appointment, instant(row.getOffsetDateTime("starts_at")));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static byte[] place(UUID id) {
        return ("inbox" + '\0' + id).getBytes(StandardCharsets.UTF_8);
    }
}
