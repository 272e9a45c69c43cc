package flyt.access.account;

import flyt.access.Gone;
import flyt.access.Grant;
import flyt.access.Role;
import flyt.access.SecretToken;
import flyt.access.account.Unacceptable.Why;
import flyt.journal.Database;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The accounts in PostgreSQL. What changes about one is told to all members, and who is signed in with it feels it at once. */
public final class Accounts {
    private static final String ACCOUNT =
            "SELECT a.id, a.login, a.name, a.given, a.language, a.issuer, a.must_change, a.made_at, a.disabled_at, "
                    + Grants.COLUMN + " FROM account a ";
    private static final String UNIQUE_VIOLATION = "23505";
    /** Taken by whoever adds or removes administrators, so that two cannot remove the last ones at once. */
    private static final long ADMINISTRATORS_LOCK = 0x666c7974_61646dL;

    private final Database database;
    private final Gone gone;
    private final InstantSource clock;

    public Accounts(Database database, Gone gone, InstantSource clock) {
        this.database = database;
        this.gone = gone;
        this.clock = clock;
    }

    /**
     * A local account to be made.
     *
     * @param login as typed; upper and lower case are the same
     * @param hash of the password ({@link Passwords#hash}); null: nobody signs in with a password
     * @param mustChange whether the password is only for the first time
     */
    public record New(
            String login,
            String name,
            String given,
            String language,
            @Nullable String hash,
            boolean mustChange,
            List<Grant> grants) {}

    /**
     * Changes of an account; null: as it is.
     *
     * @param hash of a new password for the first time, set by somebody else
     */
    public record Change(
            @Nullable String name,
            @Nullable String given,
            @Nullable String language,
            @Nullable String hash,
            @Nullable Boolean disabled,
            @Nullable List<Grant> grants) {}

    /** A login name as it is kept. */
    public static String login(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    /** Makes a local account; fails with {@link Why#LOGIN_TAKEN}. */
    public Future<Account> create(New account) {
        return database.together(connection -> create(connection, account));
    }

    /** The same within other statements. */
    Future<Account> create(SqlConnection connection, New account) {
        String id = newId();
        Tuple row = Tuple.of(
                id, login(account.login()), account.name(), account.given(), account.language(), account.hash());
        return connection
                .preparedQuery("INSERT INTO account (id, login, name, given, language, argon2, must_change, made_at)"
                        + " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)")
                .execute(row.addBoolean(account.mustChange()).addValue(now()))
                .recover(failure -> Future.failedFuture(
                        failure instanceof PgException refused && UNIQUE_VIOLATION.equals(refused.getSqlState())
                                ? new Unacceptable(Why.LOGIN_TAKEN)
                                : failure))
                .compose(made -> Grants.write(connection, id, account.grants()))
                .compose(granted -> one(connection, id));
    }

    /** Every account, by name. */
    public Future<List<Account>> list() {
        return database.search(ACCOUNT + "ORDER BY a.name, a.id", Tuple.tuple()).map(Accounts::accounts);
    }

    /** The account of this id; fails with {@link Why#UNKNOWN_ACCOUNT}. */
    public Future<Account> one(String id) {
        return database.query(ACCOUNT + "WHERE a.id = $1", Tuple.of(id)).compose(Accounts::only);
    }

    /** The local account of this login name. */
    public Future<Optional<Account>> byLogin(String login) {
        return database.query(ACCOUNT + "WHERE a.login = $1", Tuple.of(login(login)))
                .map(rows -> accounts(rows).stream().findFirst());
    }

    /**
     * The account of somebody whom an OpenID provider vouches for, made or brought up to date with what it says now.
     *
     * @return as it is then; it may be disabled
     */
    public Future<Account> ofSubject(String issuer, String subject, String name, String given, List<Grant> grants) {
        return database.together(connection -> connection
                        .preparedQuery("INSERT INTO account (id, name, given, issuer, subject, made_at)"
                                + " VALUES ($1, $2, $3, $4, $5, $6)"
                                + " ON CONFLICT (issuer, subject) DO UPDATE SET name = $2, given = $3 RETURNING id")
                        .execute(Tuple.of(newId(), name, given, issuer, subject, now()))
                        .map(rows -> rows.iterator().next().getString("id"))
                        .compose(id -> one(connection, id))
                        .compose(before -> before.grants().equals(sorted(grants))
                                ? Future.succeededFuture(new Brought(before, false))
                                : Grants.write(connection, before.id(), grants)
                                        .compose(written -> one(connection, before.id()))
                                        .map(after -> new Brought(after, true))))
                .onSuccess(
                        brought -> tellIf(brought.changed(), brought.account().id()))
                .map(Brought::account);
    }

    private record Brought(Account account, boolean changed) {}

    /** Changes an account; fails with {@link Why#UNKNOWN_ACCOUNT} or {@link Why#LAST_ADMINISTRATOR}. */
    public Future<Account> change(String id, Change change) {
        return database.together(connection -> locked(connection)
                        .compose(locked -> update(connection, id, change))
                        .compose(updated -> one(connection, id))
                        .compose(account -> hasAdministrator(connection)
                                .compose(left -> left
                                        ? Future.succeededFuture(account)
                                        : Future.<Account>failedFuture(new Unacceptable(Why.LAST_ADMINISTRATOR)))))
                .onSuccess(account -> tellIf(true, id));
    }

    private Future<Void> update(SqlConnection connection, String id, Change change) {
        Tuple row = Tuple.of(id, change.name(), change.given(), change.language(), change.hash(), change.disabled());
        Future<Void> updated = connection
                .preparedQuery("UPDATE account SET name = coalesce($2, name), given = coalesce($3, given),"
                        + " language = coalesce($4, language), argon2 = coalesce($5, argon2),"
                        + " must_change = must_change OR $5 IS NOT NULL,"
                        + " disabled_at = CASE WHEN $6 THEN coalesce(disabled_at, $7)"
                        + " WHEN NOT $6 THEN NULL ELSE disabled_at END WHERE id = $1")
                .execute(row.addValue(now()))
                .mapEmpty();
        List<Grant> grants = change.grants();
        return grants == null ? updated : updated.compose(done -> Grants.write(connection, id, grants));
    }

    /** Whether anybody can let others in. */
    public Future<Boolean> hasAdministrator() {
        return database.together(Accounts::hasAdministrator);
    }

    static Future<Boolean> hasAdministrator(SqlConnection connection) {
        return connection
                .preparedQuery("SELECT EXISTS (SELECT FROM account a JOIN account_grant g ON g.account = a.id"
                        + " WHERE g.role = $1 AND a.disabled_at IS NULL) AS there")
                .execute(Tuple.of(Role.ADMINISTRATOR.wire()))
                .map(rows -> rows.iterator().next().getBoolean("there"));
    }

    /** Waits for others who add or remove administrators; until the end of the statements that hold together. */
    static Future<Void> locked(SqlConnection connection) {
        return connection
                .preparedQuery("SELECT pg_advisory_xact_lock($1)")
                .execute(Tuple.of(ADMINISTRATORS_LOCK))
                .mapEmpty();
    }

    /** What is compared when somebody signs in, by login name. */
    Future<Optional<Credential>> credential(String login) {
        return database.query(
                        "SELECT id, argon2, disabled_at, failures, failed_at FROM account WHERE login = $1",
                        Tuple.of(login))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Credential::of)
                        .findFirst());
    }

    /** {@code failures} in a row, the last of them at {@code failedAt}. */
    record Credential(
            String account, @Nullable String hash, boolean disabled, int failures, @Nullable Instant failedAt) {
        static Credential of(Row row) {
            return new Credential(
                    row.getString("id"),
                    row.getString("argon2"),
                    row.getValue("disabled_at") != null,
                    row.getInteger("failures"),
                    instant(row, "failed_at"));
        }
    }

    /** Counts a wrong password for all members to see. */
    Future<Void> wrongPassword(String id) {
        return database.query(
                        "UPDATE account SET failures = failures + 1, failed_at = $2 WHERE id = $1", Tuple.of(id, now()))
                .mapEmpty();
    }

    /** Forgets the wrong ones. */
    Future<Void> rightPassword(String id) {
        return database.query("UPDATE account SET failures = 0, failed_at = NULL WHERE id = $1", Tuple.of(id))
                .mapEmpty();
    }

    /** A password that its owner chose. */
    Future<Void> ownPassword(String id, String hash) {
        return database.query(
                        "UPDATE account SET argon2 = $2, must_change = false, failures = 0, failed_at = NULL"
                                + " WHERE id = $1",
                        Tuple.of(id, hash))
                .onSuccess(set -> tellIf(true, id))
                .mapEmpty();
    }

    /** The language that its owner reads. */
    public Future<Void> speaks(String id, String language) {
        return database.query("UPDATE account SET language = $2 WHERE id = $1", Tuple.of(id, language))
                .onSuccess(set -> tellIf(true, id))
                .mapEmpty();
    }

    private void tellIf(boolean changed, String id) {
        if (changed) {
            gone.announce(Gone.Kind.ACCOUNT, id);
        }
    }

    private static Future<Account> one(SqlConnection connection, String id) {
        return connection
                .preparedQuery(ACCOUNT + "WHERE a.id = $1")
                .execute(Tuple.of(id))
                .compose(Accounts::only);
    }

    private static Future<Account> only(RowSet<Row> rows) {
        return accounts(rows).stream()
                .findFirst()
                .map(Future::succeededFuture)
                .orElseGet(() -> Future.failedFuture(new Unacceptable(Why.UNKNOWN_ACCOUNT)));
    }

    private static List<Account> accounts(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Account(
                        row.getString("id"),
                        row.getString("login"),
                        row.getString("name"),
                        row.getString("given"),
                        row.getString("language"),
                        row.getString("issuer"),
                        row.getBoolean("must_change"),
                        row.getOffsetDateTime("made_at").toInstant(),
                        instant(row, "disabled_at"),
                        Grants.read(row.getJsonArray("grants"))))
                .toList();
    }

    /** In the order of {@link Grants#COLUMN}. */
    private static List<Grant> sorted(List<Grant> grants) {
        return grants.stream()
                .sorted(Comparator.comparing((Grant grant) -> grant.role().wire())
                        .thenComparing(grant -> grant.reach().hospital()))
                .toList();
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String newId() {
        return "u-" + SecretToken.make().substring(0, 16);
    }
}
