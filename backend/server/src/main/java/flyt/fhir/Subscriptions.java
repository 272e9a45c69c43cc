package flyt.fhir;

import flyt.access.SecretToken;
import flyt.fhir.Subscribed.Status;
import flyt.journal.Database;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is told of what, and how far each has been told. Usable from any thread. */
public final class Subscriptions {
    private static final String COLUMNS =
            "hospital, id, client, base, topic, filters, json, status, error, events, delivered, changed_at";

    private final Database database;

    public Subscriptions(Database database) {
        this.database = database;
    }

    /** Something that a receiver is told, or was. */
    public record Event(long number, Instant at, String focus) {}

    /** Begins one. What happens from now on has its numbers. */
    public Future<Void> add(Subscribed one) {
        return database.query(
                        "INSERT INTO fhir_subscription (hospital, id, client, base, topic, filters, json, status)"
                                + " VALUES ($1, $2, $3, $4, $5, $6, $7, 'requested')",
                        Tuple.of(one.hospital(), one.id(), one.client(), one.base())
                                .addString(one.topic().canonical())
                                .addValue(one.filters())
                                .addString(one.json().encode()))
                .mapEmpty();
    }

    /** Those of a client. */
    public Future<List<Subscribed>> of(String hospital, String client) {
        return several(
                "SELECT " + COLUMNS + " FROM fhir_subscription WHERE hospital = $1 AND client = $2 ORDER BY id",
                Tuple.of(hospital, client));
    }

    /** One of them. */
    public Future<Optional<Subscribed>> one(String hospital, String client, String id) {
        return several(
                        "SELECT " + COLUMNS + " FROM fhir_subscription WHERE hospital = $1 AND client = $2 AND id = $3",
                        Tuple.of(hospital, client, id))
                .map(found -> found.stream().findFirst());
    }

    /** One, whosever it is. */
    public Future<Optional<Subscribed>> one(String hospital, String id) {
        return several(
                        "SELECT " + COLUMNS + " FROM fhir_subscription WHERE hospital = $1 AND id = $2",
                        Tuple.of(hospital, id))
                .map(found -> found.stream().findFirst());
    }

    /** Lets whoever has a token bind a subscription for a while. */
    public Future<Void> letBind(Subscribed one, String token, Duration time) {
        return database.query(
                        "INSERT INTO fhir_token (hash, hospital, subscription, until) VALUES ($1, $2, $3,"
                                + " now() + make_interval(secs => $4))",
                        Tuple.of(Buffer.buffer(SecretToken.hash(token)), one.hospital(), one.id(), (double)
                                time.toSeconds()))
                .mapEmpty();
    }

    /** The subscription that a token binds; empty when it has run out, or never was one. */
    public Future<Optional<Subscribed>> boundBy(String token) {
        return several(
                        "SELECT " + COLUMNS + " FROM fhir_subscription s WHERE status <> 'off' AND (hospital, id) ="
                                + " (SELECT t.hospital, t.subscription FROM fhir_token t WHERE t.hash = $1 AND t.until > now())",
                        Tuple.of(Buffer.buffer(SecretToken.hash(token))))
                .map(found -> found.stream().findFirst());
    }

    /** All, of every hospital, that are not off. */
    public Future<List<Subscribed>> running() {
        return several(
                "SELECT " + COLUMNS + " FROM fhir_subscription WHERE status <> 'off' ORDER BY hospital, id",
                Tuple.tuple());
    }

    private Future<List<Subscribed>> several(String sql, Tuple values) {
        return database.query(sql, values)
                .map(rows ->
                        rows.stream().flatMap(row -> subscribed(row).stream()).toList());
    }

    /** Ends one and all that was numbered for it; whether there was one. */
    public Future<Boolean> remove(String hospital, String client, String id) {
        return database.query(
                        "DELETE FROM fhir_subscription WHERE hospital = $1 AND client = $2 AND id = $3",
                        Tuple.of(hospital, client, id))
                .map(rows -> rows.rowCount() > 0);
    }

    /** What has these numbers, both included, at most so many. */
    public Future<List<Event>> events(Subscribed one, long from, long to, int most) {
        return database.query(
                        "SELECT number, at, focus FROM fhir_event WHERE hospital = $1 AND subscription = $2"
                                + " AND number BETWEEN $3 AND $4 ORDER BY number LIMIT $5",
                        Tuple.of(one.hospital(), one.id(), from, to, most))
                .map(rows -> rows.stream()
                        .map(row -> new Event(
                                row.getLong(0), row.getOffsetDateTime(1).toInstant(), row.getString(2)))
                        .toList());
    }

    /** The receiver has taken all up to this number. */
    public Future<Void> delivered(Subscribed one, long number) {
        return database.query(
                        "UPDATE fhir_subscription SET delivered = greatest(delivered, $3), status = 'active',"
                                + " error = NULL, changed_at = CASE WHEN status = 'active' THEN changed_at ELSE now() END"
                                + " WHERE hospital = $1 AND id = $2 AND status <> 'off'",
                        Tuple.of(one.hospital(), one.id(), number))
                .mapEmpty();
    }

    /** It is in trouble, or (off) over. {@code code}: why. */
    public Future<Void> troubled(Subscribed one, Status status, @Nullable String code) {
        return database.query(
                        "UPDATE fhir_subscription SET status = $3, error = $4, changed_at = now()"
                                + " WHERE hospital = $1 AND id = $2 AND (status, error) IS DISTINCT FROM ($3, $4)",
                        Tuple.of(one.hospital(), one.id())
                                .addString(status.name().toLowerCase(Locale.ROOT))
                                .addString(code))
                .mapEmpty();
    }

    /** Forgets what was delivered, or given up, so long ago. */
    public Future<Void> forget(Duration age) {
        return database.query(
                        "DELETE FROM fhir_event WHERE made_at < now() - make_interval(secs => $1)",
                        Tuple.of((double) age.toSeconds()))
                .compose(forgotten -> database.query("DELETE FROM fhir_token WHERE until < now()", Tuple.tuple()))
                .mapEmpty();
    }

    /** Empty for a topic that there is no more. */
    private static Optional<Subscribed> subscribed(Row row) {
        return Topic.of(row.getString("topic"))
                .map(topic -> new Subscribed(
                        row.getString("hospital"),
                        row.getString("id"),
                        row.getString("client"),
                        row.getString("base"),
                        topic,
                        new JsonArray(row.getJsonArray("filters").getList()),
                        new JsonObject(row.getString("json")),
                        Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                        row.getString("error"),
                        row.getLong("events"),
                        row.getLong("delivered"),
                        row.getOffsetDateTime("changed_at").toInstant()));
    }
}
