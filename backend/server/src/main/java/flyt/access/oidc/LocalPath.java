package flyt.access.oidc;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where to go after signing in: a path of this server, never another's address.
 *
 * @param text begins with one slash, then path, query and fragment: {@code /ward/FJO/LUN?level=2}
 */
public record LocalPath(String text) {
    /** The start page. */
    public static final LocalPath HOME = new LocalPath("/");

    private static final int MAX = 500;
    private static final Pattern DOTS = Pattern.compile("/\\.\\.?(/|$)");

    /** The path that somebody asked for, or {@link #HOME} when it is none of ours. */
    public static LocalPath of(@Nullable String asked) {
        return asked != null && isLocal(asked) ? new LocalPath(asked) : HOME;
    }

    /*
     * Browsers read "//host", "/\host" and, dropping tabs and line ends, "/<tab>/host" as the address
     * of another host; a dot segment may lead to one of these. What is not plainly a path is not one.
     */
    private static boolean isLocal(String asked) {
        if (asked.length() > MAX || !asked.startsWith("/") || asked.contains("//") || asked.contains("\\")) {
            return false;
        }
        try {
            URI uri = new URI(asked);
            return !uri.isAbsolute()
                    && uri.getRawAuthority() == null
                    && !DOTS.matcher(uri.getRawPath()).find()
                    && asked.chars().allMatch(c -> c > ' ' && c < 0x7f);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
