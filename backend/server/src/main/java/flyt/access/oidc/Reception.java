package flyt.access.oidc;

import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/** Opens and ends the sessions of people whom the provider vouches for. */
public interface Reception {
    /**
     * Opens a session. From now on the person has these grants and no others.
     *
     * @param address where the request came from
     * @param agent what the browser calls itself
     * @return the session's cookie, whole, as it goes into {@code Set-Cookie}
     */
    Future<String> welcome(SignedIn person, String address, String agent);

    /**
     * Ends sessions on all members: the provider's one, or where it names none, all of the person. Not to have any is no failure.
     *
     * @param subject null: known by the provider's session only
     * @param providerSession null: all of the person
     */
    Future<Void> farewell(String issuer, @Nullable String subject, @Nullable String providerSession);
}
