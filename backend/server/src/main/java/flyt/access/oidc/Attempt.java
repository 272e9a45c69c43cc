package flyt.access.oidc;

import flyt.access.DeviceKind;
import flyt.access.SecretToken;

/**
 * What is remembered of somebody who is away at the provider to sign in.
 *
 * @param nonce to be found in the ID token
 * @param verifier whose hash the provider was given (RFC 7636)
 */
record Attempt(String nonce, String verifier, LocalPath destination, DeviceKind device) {
    static Attempt begin(LocalPath destination, DeviceKind device) {
        return new Attempt(SecretToken.make(), SecretToken.make(), destination, device);
    }
}
