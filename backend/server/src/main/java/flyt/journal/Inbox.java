package flyt.journal;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Raw inbound messages with what became of them, kept for some days; what was not understood waits
 * here.
 */
public final class Inbox {
    private final Database database;

    /** The inbox in a database whose schema is in place. */
    public Inbox(Database database) {
        this.database = database;
    }

    /**
     * One message as it came.
     *
     * @param receivedAt time of the machine, not of the hospital
     * @param source the sender, null when it could not be read
     * @param messageId the sender's id, null when it could not be read
     * @param contentType media type, e.g. {@code application/json}
     * @param body the bytes; hold names of patients
     * @param outcome {@code accepted}, {@code repeated}, {@code rejected}
     * @param reason why it was rejected, without values of patients
     */
    public record Message(
            Instant receivedAt,
            @Nullable String source,
            @Nullable String messageId,
            String contentType,
            Buffer body,
            String outcome,
            @Nullable String reason) {}

    /** Keeps a message; its number in the inbox. */
    public Future<Long> keep(String hospital, Message message) {
        return database.query(
                        """
                        INSERT INTO inbox
                            (hospital, received_at, source, message_id, content_type, body, outcome, reason)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id
                        """,
                        Tuple.tuple()
                                .addString(hospital)
                                .addOffsetDateTime(AppendStatement.utc(message.receivedAt()))
                                .addString(message.source())
                                .addString(message.messageId())
                                .addString(message.contentType())
                                .addBuffer(message.body())
                                .addString(message.outcome())
                                .addString(message.reason()))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** The newest messages with an outcome, newest first. */
    public Future<List<Message>> newest(String hospital, String outcome, int limit) {
        return database.query(
                        "SELECT received_at, source, message_id, content_type, body, outcome, reason FROM inbox"
                                + " WHERE hospital = $1 AND outcome = $2 ORDER BY id DESC LIMIT $3",
                        Tuple.of(hospital, outcome, limit))
                .map(rows -> rows.stream().map(Inbox::message).toList());
    }

    /** Removes what came before a moment, of all hospitals; how many. */
    public Future<Integer> forgetBefore(Instant moment) {
        return database.query("DELETE FROM inbox WHERE received_at < $1", Tuple.of(AppendStatement.utc(moment)))
                .map(rows -> rows.rowCount());
    }

    private static Message message(Row row) {
        return new Message(
                row.getOffsetDateTime("received_at").toInstant(),
                row.getString("source"),
                row.getString("message_id"),
                row.getString("content_type"),
                row.getBuffer("body"),
                row.getString("outcome"),
                row.getString("reason"));
    }
}
