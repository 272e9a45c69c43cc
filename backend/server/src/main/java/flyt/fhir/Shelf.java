package flyt.fhir;

import flyt.journal.Database;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the resources of all hospitals stand as the journal last made them. Usable from any thread. */
public final class Shelf {
    /** How resources are written now; another number makes all of them anew. */
    private static final int FORMAT = 1;

    private static final String COLUMNS = "type, id, seq, at, json, patients";

    private final Database database;

    public Shelf(Database database) {
        this.database = database;
    }

    /** A version, and the event that made it. */
    record Made(Version version, long seq, Instant at) {}

    /** Up to which event a hospital's resources are as it left them; empty: there are none, or they are written otherwise now. */
    Future<OptionalLong> reading(String hospital) {
        return database.query(
                        "SELECT seq FROM fhir_reading WHERE hospital = $1 AND format >= $2", Tuple.of(hospital, FORMAT))
                .map(rows -> rows.stream().mapToLong(row -> row.getLong(0)).findFirst());
    }

    /**
     * Puts resources in place.
     *
     * @param before up to which event they were read; empty: from now on
     * @param seq up to which event they are now
     * @param happenings for those who have subscribed to such: each gets the next number of each of these subscriptions
     * @return false: another member was quicker, and nothing was done
     */
    Future<Boolean> put(
            String hospital, OptionalLong before, long seq, Collection<Made> all, List<Happening> happenings) {
        JsonArray rows = new JsonArray(all.stream().map(Shelf::row).toList());
        return database.together(connection -> connection
                .preparedQuery(before.isPresent() ? ADVANCE : BEGIN)
                .execute(
                        before.isPresent()
                                ? Tuple.of(hospital, seq, FORMAT, before.getAsLong())
                                : Tuple.of(hospital, seq, FORMAT))
                .compose(advanced -> advanced.rowCount() == 0
                        ? Future.succeededFuture(false)
                        : connection
                                .preparedQuery(PUT)
                                .execute(Tuple.of(hospital, rows))
                                .compose(put -> Numbering.number(connection, hospital, happenings))
                                .map(true)));
    }

    /** Whether anybody is to be told of anything. */
    Future<Boolean> hasSubscriptions(String hospital) {
        return database.query(
                        "SELECT 1 FROM fhir_subscription WHERE hospital = $1 AND status <> 'off' LIMIT 1",
                        Tuple.of(hospital))
                .map(rows -> rows.size() > 0);
    }

    private static final String ADVANCE =
            "UPDATE fhir_reading SET seq = $2 WHERE hospital = $1 AND format >= $3 AND seq = $4";
    private static final String BEGIN =
            """
            INSERT INTO fhir_reading AS old (hospital, seq, format) VALUES ($1, $2, $3)
            ON CONFLICT (hospital) DO UPDATE SET seq = excluded.seq, format = excluded.format
            WHERE old.format < excluded.format
            """;

    /** One that says the same as before is the same version. */
    private static final String PUT =
            """
            INSERT INTO fhir_resource AS old (hospital, type, id, seq, at, json, terms, patients)
            SELECT $1, made.type, made.id, made.seq, made.at, made.json,
                   ARRAY(SELECT jsonb_array_elements_text(made.terms)),
                   ARRAY(SELECT jsonb_array_elements_text(made.patients))
            FROM jsonb_to_recordset($2::jsonb) AS made (
                type text, id text, seq bigint, at timestamptz, json text, terms jsonb, patients jsonb)
            ON CONFLICT (hospital, type, id) DO UPDATE SET
                seq = CASE WHEN old.json IS DISTINCT FROM excluded.json THEN excluded.seq ELSE old.seq END,
                at = CASE WHEN old.json IS DISTINCT FROM excluded.json THEN excluded.at ELSE old.at END,
                json = excluded.json, terms = excluded.terms, patients = excluded.patients
            WHERE old.json IS DISTINCT FROM excluded.json OR old.terms <> excluded.terms
               OR old.patients <> excluded.patients
            """;

    private static JsonObject row(Made made) {
        Version version = made.version();
        return new JsonObject()
                .put("type", version.type())
                .put("id", version.id())
                .put("seq", made.seq())
                .put("at", made.at().toString())
                .put("json", version.json())
                .put("terms", sorted(version.terms()))
                .put("patients", sorted(version.patients()));
    }

    private static JsonArray sorted(Set<String> words) {
        return new JsonArray(words.stream().sorted().toList());
    }

    /** One resource; empty: there never was one. */
    public Future<Optional<Stored>> read(String hospital, String type, String id) {
        return database.query(
                        "SELECT " + COLUMNS + " FROM fhir_resource WHERE hospital = $1 AND type = $2 AND id = $3",
                        Tuple.of(hospital, type, id))
                .map(rows -> rows.stream().map(Shelf::stored).findFirst());
    }

    /** What is found, by id. */
    public Future<List<Stored>> search(String hospital, Query query) {
        StringBuilder sql = new StringBuilder("SELECT " + COLUMNS
                + " FROM fhir_resource WHERE hospital = $1 AND type = $2 AND id > $3"
                + " AND ($4::timestamptz IS NULL OR at >= $4) AND ($5::timestamptz IS NULL OR at < $5)"
                + " AND ($6::text[] IS NULL OR id = ANY ($6)) AND json IS NOT NULL");
        Tuple values = Tuple.of(hospital, query.type(), query.after())
                .addOffsetDateTime(utc(query.from()))
                .addOffsetDateTime(utc(query.before()))
                .addArrayOfString(
                        query.ids() == null
                                ? null
                                : query.ids().stream().sorted().toArray(String[]::new));
        for (Set<String> terms : query.anyOf()) {
            values = values.addArrayOfString(terms.stream().sorted().toArray(String[]::new));
            sql.append(" AND terms && $").append(values.size());
        }
        values = values.addInteger(query.most());
        sql.append(" ORDER BY id LIMIT $").append(values.size());
        return database.search(sql.toString(), values)
                .map(rows -> rows.stream().map(Shelf::stored).toList());
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Stored stored(Row row) {
        return new Stored(
                row.getString(0),
                row.getString(1),
                row.getLong(2),
                row.getOffsetDateTime(3).toInstant(),
                row.getString(4),
                Set.of(row.getArrayOfStrings(5)));
    }
}
