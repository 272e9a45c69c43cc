package flyt.access.account;

import flyt.access.Grant;
import flyt.access.Reach;
import flyt.access.Role;
import flyt.access.SecretToken;
import flyt.access.account.Unacceptable.Why;
import flyt.journal.Database;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * The way in while nobody is an administrator: a link for the operator's console, or a password in a file. There is no default
 * password. As soon as there is an administrator, neither works any more.
 */
public final class FirstAdministrator {
    /** How long a link is good. */
    public static final Duration LINK_LASTS = Duration.ofHours(1);

    private static final List<Grant> EVERYTHING = List.of(new Grant(Role.ADMINISTRATOR, Reach.EVERYWHERE));

    private final Database database;
    private final Accounts accounts;
    private final Passwords passwords;
    private final InstantSource clock;

    public FirstAdministrator(Database database, Accounts accounts, Passwords passwords, InstantSource clock) {
        this.database = database;
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** A secret for the link, good once and for {@link #LINK_LASTS}; empty when there is an administrator already. */
    public Future<Optional<String>> link() {
        String secret = SecretToken.make();
        return accounts.hasAdministrator()
                .compose(there -> there
                        ? Future.succeededFuture(Optional.empty())
                        : database.query(
                                        "INSERT INTO setup_link (hash, until) VALUES ($1, $2)",
                                        Tuple.of(
                                                Buffer.buffer(SecretToken.hash(secret)),
                                                clock.instant().plus(LINK_LASTS).atOffset(ZoneOffset.UTC)))
                                .map(kept -> Optional.of(secret)));
    }

    /**
     * Makes the first administrator with a link; all other links are spent with it.
     *
     * @return fails with {@link Why#LINK_SPENT}, {@link Why#LOGIN_TAKEN} or what is wrong with the password
     */
    public Future<Account> withLink(String secret, String login, String name, String given, String password) {
        Buffer hash = Buffer.buffer(SecretToken.hash(secret));
        Optional<Why> fault = PasswordRules.fault(password, Accounts.login(login));
        // the link first, so that a stranger learns nothing and costs no hashing
        return database.query(
                        "SELECT FROM setup_link WHERE hash = $1 AND until > $2",
                        Tuple.of(hash, clock.instant().atOffset(ZoneOffset.UTC)))
                .compose(found -> found.size() == 0
                        ? Future.<String>failedFuture(new Unacceptable(Why.LINK_SPENT))
                        : fault.map(why -> Future.<String>failedFuture(new Unacceptable(why)))
                                .orElseGet(() -> passwords.hash(password)))
                .compose(argon2 -> database.together(connection ->
                        first(connection, new Accounts.New(login, name, given, "nb", argon2, false, EVERYTHING))))
                .compose(made -> made.map(Future::succeededFuture)
                        .orElseGet(() -> Future.failedFuture(new Unacceptable(Why.LINK_SPENT))));
    }

    /**
     * Makes the account {@code admin} with the password of a file, to be changed at the first sign-in; nothing when there is an
     * administrator already.
     *
     * @return whether it was made; fails with what is wrong with the password
     */
    public Future<Boolean> withPassword(String password) {
        Optional<Why> fault = PasswordRules.fault(password, "admin");
        return accounts.hasAdministrator().compose(there -> {
            if (there) {
                return Future.succeededFuture(false);
            }
            return fault.map(why -> Future.<String>failedFuture(new Unacceptable(why)))
                    .orElseGet(() -> passwords.hash(password))
                    .compose(argon2 -> database.together(connection -> first(
                            connection,
                            new Accounts.New(
                                    "admin", "Administrator", "Administrator", "nb", argon2, true, EVERYTHING))))
                    .map(Optional::isPresent);
        });
    }

    /** Of several who try at once, one comes first. */
    private Future<Optional<Account>> first(SqlConnection connection, Accounts.New account) {
        return Accounts.locked(connection)
                .compose(locked -> Accounts.hasAdministrator(connection))
                .compose(there -> there
                        ? Future.succeededFuture(Optional.empty())
                        : connection
                                .query("DELETE FROM setup_link")
                                .execute()
                                .compose(spent -> accounts.create(connection, account))
                                .map(Optional::of));
    }
}
