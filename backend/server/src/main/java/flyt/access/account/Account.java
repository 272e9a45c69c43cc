package flyt.access.account;

import flyt.access.Grant;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person whom the server knows.
 *
 * @param id opaque, never reused
 * @param login null for one whom an OpenID provider vouches for
 * @param name in full: {@code Ingrid Solheim}
 * @param given as boards show it: {@code Ingrid}
 * @param language of the pages: {@code nb}
 * @param issuer the OpenID provider; null for a local account
 * @param mustChange whether the password must be changed before anything else
 * @param disabledAt null while it may be used
 */
public record Account(
        String id,
        @Nullable String login,
        String name,
        String given,
        String language,
        @Nullable String issuer,
        boolean mustChange,
        Instant madeAt,
        @Nullable Instant disabledAt,
        List<Grant> grants) {
    public Account {
        grants = List.copyOf(grants);
    }
}
