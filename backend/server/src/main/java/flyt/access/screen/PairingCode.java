package flyt.access.screen;

import java.security.SecureRandom;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The code on a screen that waits to be paired: {@code K7M4P9}, shown as {@code K7M 4P9}.
 *
 * <p>Of digits and letters that look alike on a wall (0 O Q D, 1 I L, 2 Z, 5 S, 6 G, 8 B, V U) the letters are left out, or
 * all; so are the vowels, Y among them in Norwegian, so that no code is a word. 21 characters make 85 million codes.
 */
final class PairingCode {
    static final String ALPHABET = "23456789CFHJKMNPRTVWX";
    static final int LENGTH = 6;

    private static final SecureRandom RANDOM = new SecureRandom();

    private PairingCode() {}

    /** A new one. */
    static String make() {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** The code that somebody typed, whatever its case and gaps; null when it is none. */
    static @Nullable String typed(String text) {
        String code = text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return code.length() == LENGTH && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0) ? code : null;
    }
}
