/**
 * Signing in with a hospital's own OpenID provider (HelseID, Keycloak, Entra ID): the way there and back, what its tokens must
 * be to be believed, what its claims are worth as roles, and its word that somebody has signed out. Sessions are opened and
 * ended by {@link flyt.access.oidc.Reception}, local passwords are not known here.
 *
 * <p>The SDK makes and reads messages; Vert.x carries them. So no thread waits for a provider, and time, size and number of
 * requests have one limit each.
 */
@NullMarked
package flyt.access.oidc;

import org.jspecify.annotations.NullMarked;
