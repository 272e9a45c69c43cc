package flyt.access.oidc;

import flyt.access.DeviceKind;
import flyt.access.Grant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom the provider vouches for, and who has a role here.
 *
 * @param issuer of the provider; with {@code subject} it names the person for ever
 * @param subject at most 255 characters; says nothing to people
 * @param providerSession the provider's {@code sid}, by which it may end this session
 * @param name shown to colleagues: {@code Ingrid Solheim}
 * @param given on boards: {@code Ingrid}
 * @param grants at least one; at most one for a role in a hospital
 * @param device own or shared
 */
public record SignedIn(
        String issuer,
        String subject,
        @Nullable String providerSession,
        String name,
        String given,
        List<Grant> grants,
        DeviceKind device) {
    public SignedIn {
        grants = List.copyOf(grants);
    }
}
