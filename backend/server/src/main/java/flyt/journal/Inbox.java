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
            + " i.message_id, i.type, i.outcome, i.reasons, i.visits, i.seq, i.replay_of, i.settled_at";

    private static final String KEEP =
            """
            WITH row AS (
                INSERT INTO inbox (id, hospital, received_at, source, sender, profile, message_id, type, outcome, reasons,
                                   visits, seq, replay_of, sealed)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
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
                .addBuffer(Buffer.buffer(database.keys().wrap(key)));
    }

    /** A message without its bytes; empty when there is none. */
    public Future<Optional<InboxRow>> one(String hospital, UUID id) {
        return database.query(COLUMNS + " FROM inbox i WHERE i.id = $1 AND i.hospital = $2", Tuple.of(id, hospital))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Inbox::row)
                        .findFirst());
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

    /** Forgets what came before; answers how many. */
    public Future<Integer> forget(Instant before) {
        return database.query("DELETE FROM inbox WHERE received_at < $1", Tuple.of(AppendStatement.utc(before)))
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
                row.getLong("seq"),
                row.getUUID("replay_of"),
                instant(row.getOffsetDateTime("settled_at")));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static byte[] place(UUID id) {
        return ("inbox" + '\0' + id).getBytes(StandardCharsets.UTF_8);
    }
}
