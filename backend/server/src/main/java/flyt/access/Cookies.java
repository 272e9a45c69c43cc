package flyt.access;

import io.netty.handler.codec.http.cookie.Cookie;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import io.vertx.core.MultiMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cookies that carry credentials: {@code flyt} a person's, {@code flyt-screen} a screen's. Pages cannot read them, other
 * sites cannot send them, and where the way is encrypted their names say so ({@code __Host-}), which binds them to this host.
 */
public final class Cookies {
    private static final long SCREEN_SECONDS = 366L * 24 * 3600;

    private final boolean secure;

    /**
     * How cookies are here.
     *
     * @param secure whether people reach the server by https
     */
    public Cookies(boolean secure) {
        this.secure = secure;
    }

    /** Whether people reach the server by https. */
    public boolean secure() {
        return secure;
    }

    /** {@code Set-Cookie} that signs in; the browser forgets it when it closes. */
    public String person(String secret) {
        return set(personName(), secret, -1);
    }

    /** {@code Set-Cookie} that signs out. */
    public String noPerson() {
        return set(personName(), "", 0);
    }

    /** {@code Set-Cookie} that makes a browser a screen, for a year. */
    public String screen(String secret) {
        return set(screenName(), secret, SCREEN_SECONDS);
    }

    /** {@code Set-Cookie} that makes a browser a screen no longer. */
    public String noScreen() {
        return set(screenName(), "", 0);
    }

    /** The person's secret in a request, or null. */
    public @Nullable String personIn(MultiMap headers) {
        return one(headers, personName());
    }

    /** The screen's secret in a request, or null. */
    public @Nullable String screenIn(MultiMap headers) {
        return one(headers, screenName());
    }

    private String personName() {
        return secure ? "__Host-flyt" : "flyt";
    }

    private String screenName() {
        return secure ? "__Host-flyt-screen" : "flyt-screen";
    }

    private String set(String name, String value, long maxAgeSeconds) {
        return name + "=" + value + "; Path=/; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : "")
                + (maxAgeSeconds < 0 ? "" : "; Max-Age=" + maxAgeSeconds);
    }

    /** Two of one name were not set by us alone: neither is taken. */
    private static @Nullable String one(MultiMap headers, String name) {
        List<String> values = headers.getAll("Cookie").stream()
                .flatMap(header -> ServerCookieDecoder.STRICT.decodeAll(header).stream())
                .filter(cookie -> cookie.name().equals(name))
                .map(Cookie::value)
                .toList();
        return values.size() == 1 ? values.get(0) : null;
    }
}
