package flyt.pages;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page with its script and its style sheet inside, so that one answer is enough to show it, and the sources that its content
 * security policy may name for them: each by its hash, and none where the page names nothing of {@code /static/}.
 *
 * @param html complete
 * @param scripts the source of scripts: {@code 'sha256-…'}, or {@code 'self'}
 * @param styles the same of styles
 */
public record WholePage(String html, String scripts, String styles) {
    private static final Pattern SCRIPT = Pattern.compile("<script type=\"module\" src=\"(/static/[^\"]+)\"></script>");
    private static final Pattern STYLE = Pattern.compile("<link rel=\"stylesheet\" href=\"(/static/[^\"]+)\" />");
    private static final Pattern MAP = Pattern.compile("# sourceMappingURL=(?=[^/\\s]+\\.map)");

    /** Where a page takes what the server says ahead; see {@link #knowing}. */
    private static final String KNOWN = "<script type=\"application/json\" id=\"known\">{}</script>";

    /**
     * The page whose HTML this is.
     *
     * @param file the text behind an address, {@code /static/tasks/tasks-page.js}
     */
    public static WholePage of(String html, UnaryOperator<String> file) {
        Part script = part(html, SCRIPT, "script type=\"module\"", "script", file);
        Part style = part(script.html(), STYLE, "style", "style", file);
        return new WholePage(style.html(), script.source(), style.source());
    }

    /** The HTML of a page that has a place for it, with answers of the API by their addresses: one JSON object. */
    public static String knowing(String html, String answers) {
        return html.replace(KNOWN, KNOWN.replace("{}", answers.replace("<", "\\u003c")));
    }

    private record Part(String html, String source) {}

    private static Part part(String html, Pattern named, String opening, String closing, UnaryOperator<String> file) {
        Matcher found = named.matcher(html);
        if (!found.find()) {
            return new Part(html, "'self'");
        }
        String address = found.group(1);
        String folder = address.substring(0, address.lastIndexOf('/') + 1);
        String text = MAP.matcher(file.apply(address)).replaceAll("# sourceMappingURL=" + folder);
        if (text.contains("<" + closing) || text.contains("</" + closing)) {
            throw new IllegalArgumentException(address + " would end the " + closing + " of its page");
        }
        String inside = "<" + opening + ">" + text + "</" + closing + ">";
        return new Part(html.substring(0, found.start()) + inside + html.substring(found.end()), hash(text));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
