package flyt.intake.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file of the class path, ready to be sent.
 *
 * @param zipped the same compressed, or null where that gains nothing
 * @param tag a strong validator of the content, with its quotes
 * @param policy the content security policy: strictest for what is not a page
 */
record Page(byte[] bytes, byte @Nullable [] zipped, String mediaType, String tag, String policy) {
    private static final int TAG_BYTES = 12;
    private static final int SMALL = 600;
    private static final String NO_PAGE = "default-src 'none'; frame-ancestors 'none'";
    /** Scripts and styles of our own, none of them in the page itself, and nobody frames it. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self';"
            + " img-src 'self' data:; manifest-src 'self'; connect-src 'self' ws: wss:; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    private static final Map<String, String> MEDIA_TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("map", "application/json"),
            Map.entry("yaml", "application/yaml"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("png", "image/png"),
            Map.entry("woff2", "font/woff2"));

    /** Whether files of this name are sent at all. */
    static boolean hasMediaType(String path) {
        return MEDIA_TYPES.containsKey(ending(path));
    }

    /** The file at this path of the class path, or null. */
    static @Nullable Page load(String path) throws IOException {
        try (InputStream in = Page.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                return null;
            }
            return of(path, in.readAllBytes(), ending(path).equals("html") ? POLICY : NO_PAGE);
        }
    }

    /** A file of this name and content, under this content security policy. */
    static Page of(String path, byte[] bytes, String policy) throws IOException {
        String ending = ending(path);
        boolean binary = ending.equals("png") || ending.equals("woff2");
        String tag = '"' + HexFormat.of().formatHex(sha256(bytes), 0, TAG_BYTES) + '"';
        return new Page(
                bytes,
                binary || bytes.length < SMALL ? null : zip(bytes),
                MEDIA_TYPES.getOrDefault(ending, "application/octet-stream"),
                tag,
                policy);
    }

    private static byte[] zip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3 + SMALL);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String ending(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
