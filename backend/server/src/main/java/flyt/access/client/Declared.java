package flyt.access.client;

import flyt.access.Role;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A system as {@link ClientsFile} declares it. Fields as of {@link Client}; {@code secret} has the form of a
 * {@link flyt.access.SecretToken}.
 */
public record Declared(
        String id,
        String secret,
        String name,
        Role kind,
        String hospital,
        Set<String> scopes,
        @Nullable Set<String> sources,
        @Nullable List<String> addresses) {
    public Declared {
        scopes = Set.copyOf(scopes);
        sources = sources == null ? null : Set.copyOf(sources);
        addresses = addresses == null ? null : List.copyOf(addresses);
    }

    /** Its id alone: the secret is for no log. */
    @Override
    public String toString() {
        return id;
    }
}
