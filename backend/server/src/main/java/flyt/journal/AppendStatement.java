package flyt.journal;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The statement of an append, and its values: a fixed text for batches of any size, columns as
 * arrays.
 */
final class AppendStatement {
    /*
     * The head is asked for as the end of an ordered walk, not by its number: only the primary key
     * has that order. A condition on the number alone let the planner choose `event_recorded`,
     * which holds the number too, and walk all of the hospital's events for each append.
     */
    private static final String FENCE_AND_ROWS =
            """
            WITH fence AS (
                SELECT 1 WHERE $2 = coalesce(
                    (SELECT seq FROM event WHERE hospital = $1 ORDER BY seq DESC LIMIT 1),
                    (SELECT 0 FROM hospital WHERE hospital = $1))
            ), events AS (
                INSERT INTO event (hospital, seq, recorded_at, occurred_at, type, source, message_id, actor, stay, body)
                SELECT $1, seq, recorded_at, occurred_at, type, source, message_id, actor, stay, body::jsonb
                FROM fence, unnest($3::bigint[], $4::timestamptz[], $5::timestamptz[], $6::text[], $7::text[],
                        $8::text[], $9::text[], $10::text[], $11::text[])
                    AS e (seq, recorded_at, occurred_at, type, source, message_id, actor, stay, body)
                RETURNING 1
            ), inputs AS (
                INSERT INTO input (hospital, source, message_id, hash, outcome, seq, recorded_at)
                SELECT $1, source, message_id, hash, outcome::jsonb, seq, recorded_at
                FROM fence, unnest($12::text[], $13::text[], $14::bytea[], $15::text[], $16::bigint[],
                        $17::timestamptz[])
                    AS i (source, message_id, hash, outcome, seq, recorded_at)
                RETURNING source, message_id, hash, EXISTS (
                    SELECT FROM input earlier
                    WHERE earlier.hospital = $1 AND earlier.source = input.source
                        AND earlier.message_id = input.message_id AND earlier.hash <> input.hash) AS other_content
            )""";

    /*
     * A row is written over only by who has seen its last revision, and none is made anew by who believes that it is there: it
     * was erased. Each first row brings its key. The key is asked for as a value, since the planner would answer an EXISTS by
     * reading all keys of the hospital for each append.
     */
    private static final String PEOPLE =
            """
            , identities AS (
                INSERT INTO identity AS old (hospital, key, kind, sealed, revision, changed_at, seen_at)
                SELECT $1, key, kind, sealed, revision, changed_at, changed_at
                FROM fence, unnest($18::text[], $19::text[], $20::bytea[], $21::integer[], $22::timestamptz[])
                    AS n (key, kind, sealed, revision, changed_at)
                WHERE revision = 1
                    OR (SELECT true FROM identity_key there WHERE there.hospital = $1 AND there.key = n.key)
                ON CONFLICT (hospital, key) DO UPDATE SET
                    kind = excluded.kind, sealed = excluded.sealed, revision = excluded.revision,
                    changed_at = excluded.changed_at, seen_at = greatest(old.seen_at, excluded.changed_at)
                    WHERE old.revision = excluded.revision - 1
                RETURNING 1
            ), keys AS (
                INSERT INTO identity_key (hospital, key, wrapped)
                SELECT $1, key, wrapped FROM fence, unnest($23::text[], $24::bytea[]) AS k (key, wrapped)
                ON CONFLICT DO NOTHING
            )""";

    private static final String COUNTED =
            """

            SELECT EXISTS (SELECT FROM fence) AS standing,
                (SELECT count(*) FROM events) AS events,
                (SELECT count(*) FROM inputs) AS inputs,
                %s AS identities,
                i.source, i.message_id, i.hash
            FROM (VALUES (1)) AS one LEFT JOIN inputs i ON i.other_content
            """;

    /**
     * Writes an append that brings no names. Answers one row, or one for each input whose id was
     * used before for other content: standing, events, inputs, identities, then the key of that input.
     */
    static final String SQL = FENCE_AND_ROWS + COUNTED.formatted("0::bigint");

    /** As {@link #SQL}, with the names that the append brings. */
    static final String SQL_WITH_PEOPLE =
            FENCE_AND_ROWS + PEOPLE + COUNTED.formatted("(SELECT count(*) FROM identities)");

    /** Which of these inputs are known, with their first outcomes. */
    static final String KNOWN_INPUTS =
            """
            SELECT i.source, i.message_id, i.hash, i.outcome::text, i.seq, i.recorded_at
            FROM unnest($2::text[], $3::text[], $4::bytea[]) AS k (source, message_id, hash)
            CROSS JOIN LATERAL (
                SELECT * FROM input
                WHERE hospital = $1 AND source = k.source AND message_id = k.message_id AND hash = k.hash
                OFFSET 0
            ) i
            """;

    private AppendStatement() {}

    /** The values of {@link #SQL}. Throws {@link Unstorable}. */
    static Tuple values(String hospital, long head, List<EventRow> events, List<InputRow> inputs) {
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
        return values;
    }

    /** The values of {@link #SQL_WITH_PEOPLE}; each key once. Throws {@link Unstorable}. */
    static Tuple values(
            String hospital,
            long head,
            List<EventRow> events,
            List<InputRow> inputs,
            Collection<KnownIdentity> people,
            MasterKeys keys) {
        Tuple values = values(hospital, head, events, inputs);
        List<KnownIdentity> first =
                people.stream().filter(KnownIdentity::isFirst).toList();
        values.addArrayOfString(texts(people, "key", known -> known.row().key()))
                .addArrayOfString(texts(people, "kind", known -> known.row().kind()))
                .addArrayOfBuffer(column(people, known -> Buffer.buffer(known.sealed(hospital)), Buffer[]::new))
                .addArrayOfInteger(column(people, KnownIdentity::revision, Integer[]::new))
                .addArrayOfOffsetDateTime(
                        column(people, known -> utc(known.row().changedAt()), OffsetDateTime[]::new))
                .addArrayOfString(column(first, known -> known.row().key(), String[]::new))
                .addArrayOfBuffer(column(first, known -> Buffer.buffer(keys.wrap(known.dataKey())), Buffer[]::new));
        return values;
    }

    /** The values of {@link #KNOWN_INPUTS}. */
    static Tuple question(String hospital, List<InputRow> inputs) {
        Tuple values = Tuple.of(hospital);
        return values.addArrayOfString(column(inputs, i -> i.key().source(), String[]::new))
                .addArrayOfString(column(inputs, i -> i.key().messageId(), String[]::new))
                .addArrayOfBuffer(column(inputs, i -> i.key().hash(), Buffer[]::new));
    }

    /** An instant as the driver wants it. */
    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
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
