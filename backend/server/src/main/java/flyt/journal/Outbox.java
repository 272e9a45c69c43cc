package flyt.journal;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * How far each receiver has been told what the journal has, and what it refused. Usable from any thread. Futures fail with
 * {@link JournalAway}.
 */
public final class Outbox {
    /** As whom somebody tells a receiver: of two at once the one who began last settles, the other learns that it is over. */
    public record Holder(String hospital, String receiver, String token) {}

    /**
     * Where a receiver stands.
     *
     * @param begun whether it was told how things stood when it began
     */
    public record Position(long seq, boolean begun) {}

    /**
     * How a receiver does, as last noted by whoever tells it.
     *
     * @param waiting messages that it has not taken yet
     * @param since hospital time of the first of them, or null
     * @param trouble a code, or null
     */
    public record Progress(int waiting, @Nullable Instant since, @Nullable String trouble) {
        /** It has been told everything. */
        public static final Progress NOTHING_WAITS = new Progress(0, null, null);
    }

    /** The same with its position, and when that was noted. */
    public record Noted(long seq, Progress progress, @Nullable Instant notedAt) {}

    private static final String CLAIM =
            """
            INSERT INTO outbound (hospital, receiver, holder, seq, begun) VALUES ($1, $2, $3, $4, false)
            ON CONFLICT (hospital, receiver) DO UPDATE SET holder = excluded.holder
            RETURNING seq, begun""";

    private static final String MINE =
            """
            WITH mine AS (
                UPDATE outbound SET seq = greatest(seq, $4), begun = begun OR $5
                WHERE hospital = $1 AND receiver = $2 AND holder = $3
                RETURNING hospital, receiver
            )""";

    private static final String TAKEN = MINE
            + """
            , overtaken AS (
                UPDATE outbound_letter l SET settled_at = now(), outcome = 'overtaken' FROM mine
                WHERE l.hospital = mine.hospital AND l.receiver = mine.receiver AND l.settled_at IS NULL
                  AND l.subject = $6 AND (l.seq, l.part) < ($7, $8)
            )
            SELECT count(*) FROM mine""";

    private static final String REFUSED = MINE
            + """
            , letter AS (
                INSERT INTO outbound_letter
                    (hospital, receiver, subject, seq, part, type, recorded_at, message, code, words, tries)
                SELECT hospital, receiver, $6, $7, $8, $9, $10, $11, $12, $13, $14 FROM mine
                ON CONFLICT DO NOTHING
            )
            SELECT count(*) FROM mine""";

    private static final String LETTERS =
            """
            SELECT receiver, seq, part, subject, type, recorded_at, message, code, words, tries, refused_at, asked_at
            FROM outbound_letter WHERE hospital = $1 AND settled_at IS NULL""";

    private final Database database;

    /** The outbox in a database whose schema is in place. */
    public Outbox(Database database) {
        this.database = database;
    }

    /** Begins to tell a receiver, in the place of whoever did so far; a new one begins behind {@code head}. */
    public Future<Position> claim(Holder holder, long head) {
        return database.query(CLAIM, Tuple.of(holder.hospital, holder.receiver, holder.token, head))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return new Position(row.getLong("seq"), row.getBoolean("begun"));
                });
    }

    /** All up to an event was told, though perhaps there was nothing to tell; whether the holder still is one. */
    public Future<Boolean> passed(Holder holder, Position to) {
        return isMine(database.query(MINE + " SELECT count(*) FROM mine", first(holder, to)));
    }

    /**
     * A message was taken: what the receiver had refused about the same before is overtaken.
     *
     * @return whether the holder still is one; else nothing was settled
     */
    public Future<Boolean> taken(Holder holder, Position to, Letter message) {
        return isMine(database.query(
                TAKEN,
                first(holder, to)
                        .addString(message.subject())
                        .addLong(message.seq())
                        .addInteger(message.part())));
    }

    /** A message was refused for good; as {@link #taken}. */
    public Future<Boolean> refused(Holder holder, Position to, Letter message) {
        return isMine(database.query(
                REFUSED,
                first(holder, to)
                        .addString(message.subject())
                        .addLong(message.seq())
                        .addInteger(message.part())
                        .addString(message.type())
                        .addOffsetDateTime(AppendStatement.utc(message.recordedAt()))
                        .addString(message.message())
                        .addString(message.code())
                        .addString(message.words())
                        .addInteger(message.tries())));
    }

    private static Tuple first(Holder holder, Position to) {
        return Tuple.of(holder.hospital, holder.receiver, holder.token, to.seq, to.begun);
    }

    private static Future<Boolean> isMine(Future<RowSet<Row>> counted) {
        return counted.map(rows -> rows.iterator().next().getLong(0) == 1);
    }

    /** Notes how a receiver does, for others to see. */
    public Future<Void> note(Holder holder, Progress progress) {
        Instant since = progress.since;
        return database.query(
                        "UPDATE outbound SET waiting = $4, waiting_since = $5, trouble = $6, noted_at = now()"
                                + " WHERE hospital = $1 AND receiver = $2 AND holder = $3",
                        Tuple.of(holder.hospital, holder.receiver, holder.token)
                                .addInteger(progress.waiting)
                                .addOffsetDateTime(since == null ? null : AppendStatement.utc(since))
                                .addString(progress.trouble))
                .mapEmpty();
    }

    /** The receivers of a hospital that were ever told something, by id. */
    public Future<Map<String, Noted>> noted(String hospital) {
        return database.query(
                        "SELECT receiver, seq, waiting, waiting_since, trouble, noted_at FROM outbound"
                                + " WHERE hospital = $1",
                        Tuple.of(hospital))
                .map(rows -> {
                    Map<String, Noted> noted = new TreeMap<>();
                    rows.forEach(row -> noted.put(
                            row.getString("receiver"),
                            new Noted(
                                    row.getLong("seq"),
                                    new Progress(
                                            row.getInteger("waiting"),
                                            instant(row.getOffsetDateTime("waiting_since")),
                                            row.getString("trouble")),
                                    instant(row.getOffsetDateTime("noted_at")))));
                    return noted;
                });
    }

    /** What a receiver refused and nobody has seen to, in order, at most so many. */
    public Future<List<Letter>> letters(String hospital, String receiver, int most) {
        return letters(LETTERS + " AND receiver = $2 ORDER BY seq, part LIMIT $3", Tuple.of(hospital, receiver, most));
    }

    /** Those of them that somebody wants sent again. */
    public Future<List<Letter>> asked(String hospital, String receiver, int most) {
        return letters(
                LETTERS + " AND receiver = $2 AND asked_at IS NOT NULL ORDER BY seq, part LIMIT $3",
                Tuple.of(hospital, receiver, most));
    }

    private Future<List<Letter>> letters(String sql, Tuple values) {
        return database.query(sql, values).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(Outbox::letter)
                .toList());
    }

    /** Asks for letters to be sent again; how many there were that wait for it. */
    public Future<Integer> ask(String hospital, String receiver, List<Letter> letters) {
        return database.query(
                        """
                        UPDATE outbound_letter l SET asked_at = coalesce(asked_at, now())
                        FROM unnest($3::bigint[], $4::integer[]) AS wanted (seq, part)
                        WHERE l.hospital = $1 AND l.receiver = $2 AND l.seq = wanted.seq AND l.part = wanted.part
                          AND l.settled_at IS NULL""",
                        Tuple.of(hospital, receiver)
                                .addArrayOfLong(
                                        letters.stream().map(Letter::seq).toArray(Long[]::new))
                                .addArrayOfInteger(
                                        letters.stream().map(Letter::part).toArray(Integer[]::new)))
                .map(rows -> rows.rowCount());
    }

    /** A letter was sent again: taken. */
    public Future<Void> sent(Holder holder, Letter letter) {
        return database.query(
                        "UPDATE outbound_letter SET settled_at = now(), outcome = 'sent'"
                                + " WHERE hospital = $1 AND receiver = $2 AND seq = $3 AND part = $4",
                        Tuple.of(holder.hospital, holder.receiver, letter.seq(), letter.part()))
                .mapEmpty();
    }

    /** A letter was sent again: refused as before, with these words. */
    public Future<Void> refusedAgain(Holder holder, Letter letter, String code, String words) {
        return database.query(
                        "UPDATE outbound_letter SET asked_at = NULL, refused_at = now(), tries = tries + 1, code = $5,"
                                + " words = $6 WHERE hospital = $1 AND receiver = $2 AND seq = $3 AND part = $4",
                        Tuple.of(holder.hospital, holder.receiver, letter.seq(), letter.part(), code, words))
                .mapEmpty();
    }

    /** Forgets what was refused before; answers how many. */
    public Future<Integer> forget(Instant before) {
        return database.query(
                        "DELETE FROM outbound_letter WHERE refused_at < $1", Tuple.of(AppendStatement.utc(before)))
                .map(rows -> rows.rowCount());
    }

    private static Letter letter(Row row) {
        return new Letter(
                row.getLong("seq"),
                row.getInteger("part"),
                row.getString("subject"),
                row.getString("type"),
                row.getOffsetDateTime("recorded_at").toInstant(),
                row.getString("message"),
                row.getString("code"),
                row.getString("words"),
                row.getInteger("tries"),
                row.getOffsetDateTime("refused_at").toInstant(),
                instant(row.getOffsetDateTime("asked_at")));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
