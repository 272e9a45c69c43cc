package flyt.access;

import io.vertx.core.MultiMap;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether a browser's request comes from a page of ours. Browsers say where from in {@code Sec-Fetch-Site} or {@code Origin} and
 * let no page change that; systems say nothing. For what changes something, and for WebSockets.
 */
public final class SameOrigin {
    private final @Nullable String publicOrigin;

    /**
     * What is our own.
     *
     * @param publicUrl where people reach the server, {@code https://flyt.example.org}; null: by the name they asked for
     */
    public SameOrigin(@Nullable String publicUrl) {
        publicOrigin = publicUrl == null ? null : trimmed(publicUrl);
    }

    /**
     * Whether it may go on.
     *
     * @param asked the origin that it asked for, {@code http://flyt.example.org:8080}; taken only when that decides
     */
    public boolean allows(MultiMap headers, Supplier<String> asked) {
        String site = headers.get("Sec-Fetch-Site");
        String origin = headers.get("Origin");
        if (site != null && !site.equals("same-origin")) {
            return false;
        }
        if (origin != null) {
            return origin.equalsIgnoreCase(publicOrigin)
                    || (publicOrigin == null && origin.equalsIgnoreCase(asked.get()));
        }
        // Neither: no browser of this decade. One that carries our cookie is an older one, and gets no benefit of the
        // doubt.
        return site != null || !headers.contains("Cookie");
    }

    private static String trimmed(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        int path = lower.indexOf('/', lower.indexOf("://") + 3);
        return path < 0 ? lower : lower.substring(0, path);
    }
}
