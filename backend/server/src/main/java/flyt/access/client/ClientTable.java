package flyt.access.client;

import flyt.access.Role;
import flyt.journal.Database;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The tables {@code client} and {@code client_token}. */
final class ClientTable {
    private static final String CLIENT = "SELECT c.id, c.secret, c.name, c.kind, c.hospital, c.scopes, c.sources,"
            + " c.addresses::text[] AS addresses, c.made_at, c.revoked_at";

    private static final String DECLARE =
            """
            INSERT INTO client (id, secret, name, kind, hospital, scopes, sources, addresses, made_at, declared)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8::text[]::cidr[], $9, true)
            ON CONFLICT (id) DO UPDATE
            SET secret = excluded.secret, name = excluded.name, kind = excluded.kind, hospital = excluded.hospital,
                scopes = excluded.scopes, sources = excluded.sources, addresses = excluded.addresses,
                revoked_at = NULL
            WHERE client.declared""";

    private final Database database;

    /** A row with its secret's hash, and when the token that led to it ends; the latter null for none. */
    record Kept(Client client, String secretHash, @Nullable Instant until) {}

    ClientTable(Database database) {
        this.database = database;
    }

    Future<Void> insert(Client client, String secretHash) {
        return database.query(
                        "INSERT INTO client (id, secret, name, kind, hospital, scopes, sources, addresses, made_at)"
                                + " VALUES ($1, $2, $3, $4, $5, $6, $7, $8::text[]::cidr[], $9)",
                        Tuple.of(
                                        client.id(),
                                        secretHash,
                                        client.name(),
                                        client.kind().wire(),
                                        client.hospital(),
                                        array(client.scopes()))
                                .addValue(array(client.sources()))
                                .addValue(array(client.addresses()))
                                .addValue(time(client.madeAt())))
                .mapEmpty();
    }

    /**
     * Puts a declared one in place.
     *
     * @param fresh the secret is another than before, so that the tokens end
     * @return whether it is there now; not when somebody else has its id
     */
    Future<Boolean> declare(Client client, String secretHash, boolean fresh) {
        Tuple values = Tuple.of(
                        client.id(),
                        secretHash,
                        client.name(),
                        client.kind().wire(),
                        client.hospital(),
                        array(client.scopes()))
                .addValue(array(client.sources()))
                .addValue(array(client.addresses()))
                .addValue(time(client.madeAt()));
        return database.together(connection -> connection
                .preparedQuery(DECLARE)
                .execute(values)
                .compose(declared -> fresh
                        ? connection
                                .preparedQuery("DELETE FROM client_token WHERE client = $1")
                                .execute(Tuple.of(client.id()))
                                .map(declared)
                        : Future.succeededFuture(declared))
                .map(declared -> declared.rowCount() == 1));
    }

    /** The hash of a declared one's secret. */
    Future<Optional<String>> declaredSecret(String id) {
        return database.query("SELECT secret FROM client WHERE id = $1 AND declared", Tuple.of(id))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("secret"))
                        .findFirst());
    }

    /** Ids of those that are declared no longer and not revoked yet. */
    Future<List<String>> declaredBeside(Collection<String> ids) {
        return database.search(
                        "SELECT id FROM client WHERE declared AND revoked_at IS NULL AND id <> ALL ($1) ORDER BY id",
                        Tuple.of((Object) array(ids)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("id"))
                        .toList());
    }

    Future<List<Client>> list() {
        return database.search(CLIENT + " FROM client c ORDER BY c.name, c.id", Tuple.tuple())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> kept(row).client())
                        .toList());
    }

    Future<Optional<Kept>> byId(String id) {
        return database.query(CLIENT + " FROM client c WHERE c.id = $1 AND c.revoked_at IS NULL", Tuple.of(id))
                .map(ClientTable::first);
    }

    Future<Optional<Kept>> byToken(byte[] hash) {
        return database.query(
                        CLIENT + ", t.until FROM client_token t JOIN client c ON c.id = t.client"
                                + " WHERE t.hash = $1 AND c.revoked_at IS NULL",
                        Tuple.of(Buffer.buffer(hash)))
                .map(ClientTable::first);
    }

    Future<Void> insertToken(byte[] hash, String client, Instant until) {
        return database.query(
                        "INSERT INTO client_token (hash, client, until) VALUES ($1, $2, $3)",
                        Tuple.of(Buffer.buffer(hash), client, time(until)))
                .mapEmpty();
    }

    /** Whether there was one to revoke. */
    Future<Boolean> revoke(String id, Instant now) {
        return database.together(connection -> connection
                .preparedQuery("UPDATE client SET revoked_at = coalesce(revoked_at, $2) WHERE id = $1")
                .execute(Tuple.of(id, time(now)))
                .compose(revoked -> connection
                        .preparedQuery("DELETE FROM client_token WHERE client = $1")
                        .execute(Tuple.of(id))
                        .map(deleted -> revoked.rowCount() == 1)));
    }

    Future<Boolean> renew(String id, String secretHash) {
        return database.together(connection -> connection
                .preparedQuery("UPDATE client SET secret = $2 WHERE id = $1 AND revoked_at IS NULL")
                .execute(Tuple.of(id, secretHash))
                .compose(renewed -> connection
                        .preparedQuery("DELETE FROM client_token WHERE client = $1")
                        .execute(Tuple.of(id))
                        .map(deleted -> renewed.rowCount() == 1)));
    }

    Future<Integer> sweep(Instant now) {
        return database.query("DELETE FROM client_token WHERE until <= $1", Tuple.of(time(now)))
                .map(RowSet::rowCount);
    }

    private static Optional<Kept> first(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(ClientTable::kept)
                .findFirst();
    }

    private static Kept kept(Row row) {
        Role kind = Role.of(row.getString("kind"));
        if (kind == null) {
            throw new IllegalStateException("a client of an unknown kind");
        }
        Client client = new Client(
                row.getString("id"),
                row.getString("name"),
                kind,
                row.getString("hospital"),
                Set.of(row.getArrayOfStrings("scopes")),
                row.getArrayOfStrings("sources") == null ? null : Set.of(row.getArrayOfStrings("sources")),
                row.getArrayOfStrings("addresses") == null ? null : List.of(row.getArrayOfStrings("addresses")),
                row.getOffsetDateTime("made_at").toInstant(),
                instant(row, "revoked_at"));
        return new Kept(
                client, row.getString("secret"), row.getColumnIndex("until") < 0 ? null : instant(row, "until"));
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String @Nullable [] array(@Nullable Collection<String> ids) {
        return ids == null ? null : ids.stream().sorted().toArray(String[]::new);
    }
}
