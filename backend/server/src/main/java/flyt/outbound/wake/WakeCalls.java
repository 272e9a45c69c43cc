package flyt.outbound.wake;

import flyt.ops.Metrics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Calls push services, over one connection to each. Which one is called is settled before, by {@link PushServices}; here it is seen
 * to that its name does not lead back into the house, and that no answer leads anywhere else.
 */
final class WakeCalls {
    private static final Set<Integer> GONE = Set.of(404, 410);
    private static final int TIMEOUT_MS = 10_000;
    private static final int WAITING_MAX = 1_000;

    /** No offer stands for longer: who wakes up later finds out by looking. */
    private static final int TTL_SECONDS = 60;

    private final Vertx vertx;
    private final HttpClient client;
    private final Vapid vapid;
    private final Metrics metrics;
    private final InstantSource clock;

    WakeCalls(Vertx vertx, Vapid vapid, Metrics metrics, InstantSource clock) {
        this.vertx = vertx;
        this.vapid = vapid;
        this.metrics = metrics;
        this.clock = clock;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(TIMEOUT_MS),
                new PoolOptions().setHttp1MaxSize(1).setMaxWaitQueueSize(WAITING_MAX));
    }

    /** Wakes a browser. Answers whether there still is one; never fails. */
    Future<Boolean> wake(URI endpoint) {
        return vertx.executeBlocking(() -> address(endpoint.getHost()), false)
                .compose(address -> client.request(call(endpoint, address)))
                .compose(WakeCalls::status)
                .timeout(TIMEOUT_MS, TimeUnit.MILLISECONDS)
                .transform(status -> {
                    metrics.outbound("web-push", outcome(status.succeeded() ? status.result() : 0));
                    return Future.succeededFuture(status.failed() || !GONE.contains(status.result()));
                });
    }

    private static Future<Integer> status(HttpClientRequest request) {
        return request.send().compose(response -> response.end().map(end -> response.statusCode()));
    }

    private static String outcome(int status) {
        if (status == 0) {
            return "unanswered";
        }
        return status / 100 == 2 ? "taken" : "refused";
    }

    private RequestOptions call(URI endpoint, InetAddress address) {
        String query = endpoint.getRawQuery() == null ? "" : "?" + endpoint.getRawQuery();
        int port = PushServices.port(endpoint);
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(endpoint.getHost())
                .setPort(port)
                .setSsl("https".equals(endpoint.getScheme()))
                .setURI(endpoint.getRawPath() + query)
                .setFollowRedirects(false)
                .setTimeout(TIMEOUT_MS)
                .putHeader("Authorization", vapid.authorization(endpoint, clock.instant()))
                .putHeader("TTL", Integer.toString(TTL_SECONDS))
                .putHeader("Urgency", "high")
                .putHeader("Topic", "task")
                .putHeader("Content-Length", "0");
    }

    /** Where a service is. Throws for one that would be in the house, but for this machine, which is called by its number. */
    private static InetAddress address(String host) throws UnknownHostException {
        InetAddress address = InetAddress.getByName(host);
        if (!isPublic(address) && !host.equals(address.getHostAddress())) {
            throw new UnknownHostException("a push service has an address that is not public");
        }
        return address;
    }

    /** Whether an address is of the public network: neither this machine's nor a house's. */
    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean unique = bytes.length == 16 && (first & 0xfe) == 0xfc; // RFC 4193
        boolean shared = bytes.length == 4 && first == 100 && (second & 0xc0) == 64; // RFC 6598
        return !(unique
                || shared
                || address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress());
    }
}
