package flyt.access.oidc;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the provider sent the browser back with (RFC 6749, 4.1.2; RFC 9207). Each part is null where it is absent, or there
 * more than once.
 *
 * @param issuer {@code iss}
 */
public record Answer(@Nullable String state, @Nullable String code, @Nullable String error, @Nullable String issuer) {
    /** The answer in the query of an address. */
    public static Answer of(Map<String, List<String>> query) {
        return new Answer(one(query, "state"), one(query, "code"), one(query, "error"), one(query, "iss"));
    }

    private static @Nullable String one(Map<String, List<String>> query, String name) {
        List<String> all = query.getOrDefault(name, List.of());
        return all.size() == 1 && !all.get(0).isBlank() ? all.get(0) : null;
    }
}
