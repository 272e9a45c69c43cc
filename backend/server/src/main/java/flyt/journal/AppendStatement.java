package flyt.journal;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The one statement of an append, and its values: a fixed text for batches of any size, columns as
 * arrays.
 */
final class AppendStatement {
    /**
     * Answers one row, or one for each known input: standing, events, inputs, then the columns of
     * the known input.
     */
    static final String SQL =
            """
            WITH known AS (
                SELECT i.source, i.message_id, i.hash, i.outcome, i.seq, i.recorded_at
                FROM unnest($12::text[], $13::text[], $14::bytea[]) AS k (source, message_id, hash)
                CROSS JOIN LATERAL (
                    SELECT * FROM input
                    WHERE hospital = $1 AND source = k.source AND message_id = k.message_id AND hash = k.hash
                    OFFSET 0
                ) i
            ), fence AS (
                SELECT 1
                WHERE (EXISTS (SELECT FROM event WHERE hospital = $1 AND seq = $2)
                        OR ($2 = 0 AND EXISTS (SELECT FROM hospital WHERE hospital = $1)))
                    AND NOT EXISTS (SELECT FROM event WHERE hospital = $1 AND seq = $2 + 1)
            ), turn AS (
                SELECT 1 FROM fence WHERE NOT EXISTS (SELECT FROM known)
            ), events AS (
                INSERT INTO event (hospital, seq, recorded_at, occurred_at, type, source, message_id, actor, stay, body)
                SELECT $1, seq, recorded_at, occurred_at, type, source, message_id, actor, stay, body::jsonb
                FROM turn, unnest($3::bigint[], $4::timestamptz[], $5::timestamptz[], $6::text[], $7::text[],
                        $8::text[], $9::text[], $10::text[], $11::text[])
                    AS e (seq, recorded_at, occurred_at, type, source, message_id, actor, stay, body)
                RETURNING 1
            ), inputs AS (
                INSERT INTO input (hospital, source, message_id, hash, outcome, seq, recorded_at)
                SELECT $1, source, message_id, hash, outcome::jsonb, seq, recorded_at
                FROM turn, unnest($12::text[], $13::text[], $14::bytea[], $15::text[], $16::bigint[],
                        $17::timestamptz[])
                    AS i (source, message_id, hash, outcome, seq, recorded_at)
                RETURNING 1
            ), identities AS (
                INSERT INTO identity AS old
                    (hospital, key, kind, number, given, family, birth_date, protected, changed_at)
                SELECT $1, key, kind, number, given, family, birth_date, protected, changed_at
                FROM turn, unnest($18::text[], $19::text[], $20::text[], $21::text[], $22::text[], $23::date[],
                        $24::boolean[], $25::timestamptz[])
                    AS n (key, kind, number, given, family, birth_date, protected, changed_at)
                ON CONFLICT (hospital, key) DO UPDATE SET
                    (kind, number, given, family, birth_date, protected, changed_at) = (
                        SELECT newer.kind, coalesce(newer.number, older.number), coalesce(newer.given, older.given),
                            coalesce(newer.family, older.family), coalesce(newer.birth_date, older.birth_date),
                            coalesce(newer.protected, older.protected), newer.changed_at
                        FROM (SELECT excluded.*, 1 AS arrival UNION ALL SELECT old.*, 0
                                ORDER BY changed_at DESC, arrival DESC LIMIT 1) newer,
                            (SELECT excluded.*, 1 AS arrival UNION ALL SELECT old.*, 0
                                ORDER BY changed_at, arrival LIMIT 1) older)
                RETURNING 1
            )
            SELECT EXISTS (SELECT FROM fence) AS standing,
                (SELECT count(*) FROM events) AS events,
                (SELECT count(*) FROM inputs) AS inputs,
                k.source, k.message_id, k.hash, k.outcome::text, k.seq, k.recorded_at
            FROM (VALUES (1)) AS one LEFT JOIN known k ON true
            """;

    private AppendStatement() {}

    /** The values of an append. Throws {@link Unstorable}. */
    static Tuple values(
            String hospital, long head, List<EventRow> events, List<InputRow> inputs, List<IdentityRow> identities) {
        Tuple values = Tuple.tuple();
        values.addString(text("hospital").apply(hospital)).addLong(head);
        values.addArrayOfLong(column(events, EventRow::seq, Long[]::new))
                .addArrayOfOffsetDateTime(column(events, e -> utc(e.recordedAt()), OffsetDateTime[]::new))
                .addArrayOfOffsetDateTime(column(events, e -> utc(e.occurredAt()), OffsetDateTime[]::new))
                .addArrayOfString(texts(events, "type", EventRow::type))
                .addArrayOfString(texts(events, "source", EventRow::source))
                .addArrayOfString(texts(events, "messageId", EventRow::messageId))
                .addArrayOfString(texts(events, "actor", EventRow::actor))
                .addArrayOfString(texts(events, "stay", EventRow::stay))
                .addArrayOfString(texts(events, "body", EventRow::body));
        values.addArrayOfString(texts(inputs, "source", i -> i.key().source()))
                .addArrayOfString(texts(inputs, "messageId", i -> i.key().messageId()))
                .addArrayOfBuffer(column(inputs, i -> i.key().hash(), Buffer[]::new))
                .addArrayOfString(texts(inputs, "outcome", InputRow::outcome))
                .addArrayOfLong(column(inputs, InputRow::seq, Long[]::new))
                .addArrayOfOffsetDateTime(column(inputs, i -> utc(i.recordedAt()), OffsetDateTime[]::new));
        Collection<IdentityRow> people = onePerKey(identities);
        values.addArrayOfString(texts(people, "key", IdentityRow::key))
                .addArrayOfString(texts(people, "kind", IdentityRow::kind))
                .addArrayOfString(texts(people, "number", IdentityRow::number))
                .addArrayOfString(texts(people, "given", IdentityRow::given))
                .addArrayOfString(texts(people, "family", IdentityRow::family))
                .addArrayOfLocalDate(column(people, IdentityRow::birthDate, LocalDate[]::new))
                .addArrayOfBoolean(column(people, IdentityRow::isProtected, Boolean[]::new))
                .addArrayOfOffsetDateTime(column(people, i -> utc(i.changedAt()), OffsetDateTime[]::new));
        return values;
    }

    /**
     * The values of an append that no fence lets through: it only tells which of the inputs are
     * known.
     */
    static Tuple question(String hospital, List<InputRow> inputs) {
        return values(hospital, Long.MAX_VALUE - 1, List.of(), inputs, List.of());
    }

    /** An instant as the driver wants it. */
    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Two rows of one key in a single INSERT ... ON CONFLICT would be an error. */
    private static Collection<IdentityRow> onePerKey(List<IdentityRow> identities) {
        Map<String, IdentityRow> people = new LinkedHashMap<>();
        for (IdentityRow row : identities) {
            var unused = people.merge(row.key(), row, IdentityRow::with);
        }
        return people.values();
    }

    private static <R> @Nullable String[] texts(Collection<R> rows, String field, Function<R, @Nullable String> value) {
        return column(rows, value.andThen(text(field)), String[]::new);
    }

    private static Function<@Nullable String, @Nullable String> text(String field) {
        return text -> Text.storable(field, text);
    }

    private static <R, C extends @Nullable Object> C[] column(
            Collection<R> rows, Function<R, C> value, IntFunction<C[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
