package flyt.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Secrets of 32 random bytes, written in 43 characters of base64url. The database has their hash only. */
public final class SecretToken {
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private SecretToken() {}

    /** A new one. */
    public static String make() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** Whether it looks like one; what does not needs no look-up. */
    public static boolean hasForm(String token) {
        return FORM.matcher(token).matches();
    }

    /** SHA-256 of it. A fast hash does, since nobody guesses 256 random bits. */
    public static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its hash in hex: names what it opens without opening it. */
    public static String id(String token) {
        return HexFormat.of().formatHex(hash(token));
    }
}
