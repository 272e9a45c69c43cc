package flyt.intake.http;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The script with which a browser keeps the phone's page for when there is no network. Its version is a digest of every file that it
 * names, so that a server with other pages hands out another script, and no phone stays with old pages.
 */
final class OfflineWorker {
    static final String FILE = "flyt/pages/tasks/worker.js";

    private static final String POLICY = "default-src 'none'; connect-src 'self'; frame-ancestors 'none'";
    private static final Pattern KEPT = Pattern.compile("^ {2}'(/[^']+)',$", Pattern.MULTILINE);
    private static final int VERSION_BYTES = 10;

    private OfflineWorker() {}

    /** The script, ready to be sent. Fails where it names a file that is not there. */
    static Page load() throws IOException {
        String script = new String(page(FILE).bytes(), StandardCharsets.UTF_8);
        MessageDigest digest = sha256();
        Matcher kept = KEPT.matcher(script);
        while (kept.find()) {
            digest.update(page(fileOf(kept.group(1))).bytes());
        }
        String version = HexFormat.of().formatHex(digest.digest(), 0, VERSION_BYTES);
        return Page.of(FILE, script.replace("{version}", version).getBytes(StandardCharsets.UTF_8), POLICY);
    }

    private static String fileOf(String address) {
        return address.startsWith("/static/")
                ? "flyt/pages/" + address.substring("/static/".length())
                : "flyt/pages" + address + ".html";
    }

    private static Page page(String file) throws IOException {
        Page page = Page.load(file);
        if (page == null) {
            throw new FileNotFoundException(file);
        }
        return page;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
