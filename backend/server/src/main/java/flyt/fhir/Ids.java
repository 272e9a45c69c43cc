package flyt.fhir;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Ids of resources: 1 to 64 letters, digits, hyphens and dots. Ours may have more in them, so that what does not fit is written
 * with a dot before it; two different ones never become the same.
 */
public final class Ids {
    private static final int MAX = 64;
    private static final int DIGEST_BYTES = 20;

    private Ids() {}

    /** {@code ward-LUN}: a ward and a bed may have the same id. */
    public static String of(String kind, String id) {
        return fitting(kind + "-" + escaped(id));
    }

    /** {@code V1001} */
    public static String of(String id) {
        return fitting(escaped(id));
    }

    /** {@code V1001.o-L77}: what is numbered within something else. */
    public static String within(String id, String part) {
        return fitting(escaped(id) + ".o-" + escaped(part));
    }

    private static String escaped(String id) {
        StringBuilder text = new StringBuilder();
        id.codePoints().forEach(c -> {
            if (c == '.') {
                text.append("..");
            } else if (c == '_') {
                text.append(".-");
            } else if (c == '-' || (c < 128 && Character.isLetterOrDigit(c))) {
                text.appendCodePoint(c);
            } else {
                text.append(".x").append(Integer.toHexString(c)).append('-');
            }
        });
        return text.toString();
    }

    private static String fitting(String id) {
        if (id.length() <= MAX) {
            return id;
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return ".h" + HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
