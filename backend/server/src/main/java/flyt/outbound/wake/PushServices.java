package flyt.outbound.wake;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The push services that this server may call, as whoever runs it wrote them: {@code https://fcm.googleapis.com}, or
 * {@code https://*.notify.windows.com} for all that are below it. Browsers say where they want to be called, so that nothing else
 * keeps a stranger's address from being one inside the house.
 */
public final class PushServices {
    private static final int HTTPS = 443;
    private static final String BELOW = "*.";

    private final List<URI> services;
    private final List<String> below;

    /** {@code origins}: as the settings have checked them. None: nobody is woken. */
    public PushServices(List<String> origins) {
        services = origins.stream()
                .filter(one -> !one.contains(BELOW))
                .map(URI::create)
                .toList();
        below = origins.stream()
                .filter(one -> one.contains(BELOW))
                .map(one -> one.substring(one.indexOf(BELOW) + 1).toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Whether anybody is woken at all. */
    public boolean any() {
        return !services.isEmpty() || !below.isEmpty();
    }

    /** The address of a browser at one of them; null for any other, and for what is no address. */
    public @Nullable URI endpoint(String text) {
        try {
            URI uri = new URI(text);
            boolean plain = uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null;
            return plain && covers(uri) ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private boolean covers(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        boolean usual = "https".equals(uri.getScheme()) && port(uri) == HTTPS;
        return (usual && below.stream().anyMatch(host::endsWith))
                || services.stream()
                        .anyMatch(service -> service.getScheme().equals(uri.getScheme())
                                && service.getHost().equalsIgnoreCase(host)
                                && port(service) == port(uri));
    }

    /** At which port an address is called. */
    static int port(URI uri) {
        return uri.getPort() < 0 ? HTTPS : uri.getPort();
    }
}
