package flyt.access.screen;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Which credential follows which: always the same one, so that a screen whose answer was lost, or whose two pages ask at once,
 * gets the same again; and without the installation's secret nobody can tell which. Safe to share between threads.
 */
final class CredentialWheel {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;

    /** {@code secret}: 32 random bytes, the same on all members. */
    CredentialWheel(byte[] secret) {
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /** The credential after this one. */
    String after(String credential) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            byte[] next = mac.doFinal(credential.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(next);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
