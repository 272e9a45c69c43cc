package flyt.access.oidc;

import flyt.access.Cookies;
import flyt.access.account.Accounts;
import flyt.access.account.Sessions;
import flyt.access.account.Sessions.Device;
import flyt.access.account.Unacceptable;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/** The reception of this house: an account for each of the provider's subjects, and sessions like everybody's. */
public final class ProviderSessions implements Reception {
    private final Accounts accounts;
    private final Sessions sessions;
    private final Cookies cookies;

    public ProviderSessions(Accounts accounts, Sessions sessions, Cookies cookies) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.cookies = cookies;
    }

    @Override
    public Future<String> welcome(SignedIn person, String address, String agent) {
        Device device = new Device(person.device(), null, address, agent, person.providerSession());
        return accounts.ofSubject(person.issuer(), person.subject(), person.name(), person.given(), person.grants())
                .compose(account -> sessions.open(account.id(), device))
                .map(opened -> cookies.person(opened.secret()))
                .recover(failure -> Future.failedFuture(
                        failure instanceof Unacceptable
                                ? new InTrouble(Trouble.NO_ROLE, "the account is disabled here")
                                : failure));
    }

    @Override
    public Future<Void> farewell(String issuer, @Nullable String subject, @Nullable String providerSession) {
        return sessions.endOfProvider(issuer, subject, providerSession).mapEmpty();
    }
}
