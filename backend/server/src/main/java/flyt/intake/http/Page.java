package flyt.intake.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import flyt.pages.WholePage;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
    /** Our own script and styles, by their hashes where they stand in the page, and nobody frames it. */
    private static final String POLICY = "default-src 'none'; script-src %s; style-src %s; worker-src 'self';"
            + " font-src 'self'; img-src 'self' data:; manifest-src 'self'; connect-src 'self' ws: wss:;"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    static final String FOLDER = "flyt/pages/";

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
        byte[] bytes = bytes(path);
        if (bytes == null || !ending(path).equals("html")) {
            return bytes == null ? null : of(path, bytes, NO_PAGE);
        }
        WholePage page = WholePage.of(text(bytes), Page::file);
        return of(path, page.html().getBytes(UTF_8), POLICY.formatted(page.scripts(), page.styles()));
    }

    /** This page with answers of the API in it, by their addresses. */
    Page knowing(String answers) throws IOException {
        byte[] whole = WholePage.knowing(text(bytes), answers).getBytes(UTF_8);
        return new Page(whole, zip(whole), mediaType, tag(whole), policy);
    }

    /** The text behind an address of {@code /static/}. */
    private static String file(String address) {
        String path = FOLDER + address.substring("/static/".length());
        try {
            byte[] bytes = bytes(path);
            if (bytes == null) {
                throw new FileNotFoundException(path);
            }
            return text(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte @Nullable [] bytes(String path) throws IOException {
        try (InputStream in = Page.class.getClassLoader().getResourceAsStream(path)) {
            return in == null ? null : in.readAllBytes();
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }

    /** A file of this name and content, under this content security policy. */
    static Page of(String path, byte[] bytes, String policy) throws IOException {
        String ending = ending(path);
        boolean binary = ending.equals("png") || ending.equals("woff2");
        return new Page(
                bytes,
                binary || bytes.length < SMALL ? null : zip(bytes),
                MEDIA_TYPES.getOrDefault(ending, "application/octet-stream"),
                tag(bytes),
                policy);
    }

    private static byte[] zip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3 + SMALL);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static String tag(byte[] bytes) {
        return '"' + HexFormat.of().formatHex(sha256(bytes), 0, TAG_BYTES) + '"';
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
