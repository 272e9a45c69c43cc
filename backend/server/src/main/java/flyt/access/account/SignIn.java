package flyt.access.account;

import flyt.access.Principal.Person;
import flyt.access.TooMany;
import flyt.access.account.Accounts.Credential;
import flyt.access.account.Sessions.Device;
import flyt.access.account.Sessions.Opened;
import flyt.access.account.Unacceptable.Why;
import io.vertx.core.Future;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signing in with a password, and changing it. An account that is not there, has no password or is disabled answers in the same
 * words and after the same time as a wrong password.
 */
public final class SignIn {
    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

    private final Accounts accounts;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Slowdown slowdown;

    public SignIn(Accounts accounts, Sessions sessions, Passwords passwords, Slowdown slowdown) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.slowdown = slowdown;
    }

    /** Fails with {@link Why#WRONG_CREDENTIALS} or {@link TooMany}. */
    public Future<Opened> withPassword(String login, String password, Device device) {
        return compared(Accounts.login(login), password, device.address())
                .compose(account -> sessions.open(account, device));
    }

    /**
     * Gives somebody a password of their own choice, and signs them out everywhere else.
     *
     * @return fails as {@link #withPassword}, and with what is wrong with the new password
     */
    public Future<Void> change(Person person, String old, String chosen, String address) {
        String login = person.login();
        if (login == null) {
            return Future.failedFuture(new Unacceptable(Why.NO_PASSWORD));
        }
        Optional<Why> fault =
                old.equals(chosen) ? Optional.of(Why.PASSWORD_UNCHANGED) : PasswordRules.fault(chosen, login);
        if (fault.isPresent()) {
            return Future.failedFuture(new Unacceptable(fault.get()));
        }
        return compared(login, old, address)
                .compose(account -> passwords.hash(chosen))
                .compose(hash -> accounts.ownPassword(person.account(), hash))
                .compose(set -> sessions.endAll(person.account(), person.session()))
                .mapEmpty();
    }

    /** The account whose password it is. */
    private Future<String> compared(String login, String password, String address) {
        int wait = slowdown.enter(login, address);
        if (wait > 0) {
            return Future.failedFuture(new TooMany(wait));
        }
        return accounts.credential(login)
                .compose(found -> compared(found, password))
                .onFailure(failure -> {
                    if (!(failure instanceof Unacceptable)) {
                        slowdown.forgive(login, address); // nothing was compared
                    }
                })
                .onSuccess(account -> slowdown.forgive(login, address));
    }

    private Future<String> compared(Optional<Credential> found, String password) {
        int wait = found.map(one -> one.failedAt() == null ? 0 : slowdown.waitSeconds(one.failures(), one.failedAt()))
                .orElse(0);
        if (wait > 0) {
            return Future.failedFuture(new TooMany(wait));
        }
        String hash = found.map(Credential::hash).orElse(null);
        return passwords.matches(password, hash).compose(same -> {
            if (same && !found.get().disabled()) {
                return right(found.get());
            }
            found.ifPresent(this::wrong);
            return Future.failedFuture(new Unacceptable(Why.WRONG_CREDENTIALS));
        });
    }

    private Future<String> right(Credential credential) {
        return credential.failures() == 0
                ? Future.succeededFuture(credential.account())
                : accounts.rightPassword(credential.account()).map(credential.account());
    }

    /** Nobody waits for it, so that it takes no longer than for an account that is not there. */
    private void wrong(Credential credential) {
        var counted = accounts.wrongPassword(credential.account())
                .onFailure(failure -> LOG.warn("A wrong password could not be counted", failure));
    }
}
